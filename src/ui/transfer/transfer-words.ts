import { LIMITS } from '../../core/digest/limits.ts';
import type { CallError } from '../../messaging/calls.ts';
import type { ExportFormat, ReferenceFormat } from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { errorWords, sizeWords } from '../parts/words.ts';
import type { TakeFailure } from './take-file.ts';

/** What comes in and goes out, in words. */

/** Names of formats are names: they stay as they are in every language, but for one that is described. */
export const formatName = (format: ReferenceFormat | ExportFormat): string =>
  ({
    bibtex: 'BibTeX',
    biblatex: 'BibLaTeX',
    ris: 'RIS',
    'csl-json': 'CSL JSON',
    csv: 'CSV',
    'zotero-rdf': 'Zotero RDF',
    papermemory: 'PaperMemory',
    scholion: 'Scholion',
    markdown: 'Markdown',
    html: 'HTML',
  })[format];

/** What an exported file is for, in one line. */
export const exportAbout = (format: ExportFormat): string =>
  ({
    bibtex: t('exportBibtex'),
    biblatex: t('exportBiblatex'),
    ris: t('exportRis'),
    'csl-json': t('exportCsl'),
    markdown: t('exportMarkdown'),
    csv: t('exportCsv'),
    html: t('exportHtml'),
  })[format];

/** Why a file was not taken, and what to do. @param bytes of the file, where it is known */
export function importErrorWords(error: TakeFailure | CallError, bytes?: number): string {
  switch (error) {
    case 'empty':
      return t('importErrorEmpty');
    case 'folder':
      return t('importErrorFolder');
    case 'not-text':
      return t('importErrorNotText');
    case 'unreadable':
    case 'not-found':
      return t('importErrorUnreadable');
    case 'unknown-format':
      return t('importErrorUnknown');
    case 'too-large':
      return bytes === undefined
        ? t('importErrorLarge', sizeWords(LIMITS.text), number(LIMITS.entries))
        : t('importErrorLargeIs', sizeWords(bytes), sizeWords(LIMITS.text));
    default:
      return errorWords(error);
  }
}

const OF_JOBS = ['empty', 'too-large', 'unknown-format', 'unreadable', 'not-found', 'quota', 'read-only'] as const;

/** Why an import ended early; the engine's own sentence where it has one that is not known here. */
export const importStopWords = ({ error, detail = '' }: LibraryJobRow): string => {
  const known = OF_JOBS.find((one) => one === error);
  return known === undefined ? detail : importErrorWords(known);
};

/** Why a record was left out, as a sentence. A reason of a newer engine is shown as it is. */
export function skipWords(reason: string): string {
  switch (reason) {
    case 'no-title':
      return t('importSkipNoTitle');
    case 'not-a-record':
      return t('importSkipNotARecord');
    case 'open-quote':
      return t('importSkipOpenQuote');
    case 'unclosed':
      return t('importSkipUnclosed');
    case 'too-large':
      return t('importSkipTooLarge');
    case 'too-many':
      return t('importSkipTooMany', number(LIMITS.entries));
    case 'not-a-paper':
      return t('importSkipNotAPaper');
    default:
      return reason;
  }
}

/** Where records can be found again: JSON has no lines worth naming, so its records are counted. */
export const placeWords = (line: number, format: ReferenceFormat | undefined): string =>
  format === 'csl-json' || format === 'papermemory' ? t('importRecord', number(line)) : t('importLine', number(line));

export interface Skipped {
  readonly line: number;
  readonly reason: string;
  readonly text: string;
  readonly count: number;
}

/** The skipped records as a text that a person can keep: one a line. */
export const skippedText = (name: string, skipped: readonly Skipped[], format: ReferenceFormat | undefined): string => {
  const count = skipped.reduce((sum, one) => sum + one.count, 0);
  const lines = skipped.map((one) => {
    const what = one.count > 1 ? tn('importSkippedMore', one.count) : one.text;
    return `${placeWords(one.line, format)}: ${skipWords(one.reason)}${what === '' ? '' : ` [${what}]`}`;
  });
  return `${tn('importSkippedOf', count, name)}\n\n${lines.join('\n')}\n`;
};
