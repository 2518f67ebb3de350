import {
  type BibField,
  type BibOptions,
  bibAuthors,
  bibEntry,
  bibKeywords,
  bibPages,
  primaryClass,
} from './bib-entry.ts';
import { type CitedWork, citedUrl, idValue, pageUrl, type WorkKind } from './citation.ts';
import { citationKeys } from './citation-key.ts';
import { latexText, latexTitle, latexVerbatim } from './latex.ts';

/**
 * Works as a BibTeX file. arXiv papers are `@misc` with eprint, archivePrefix and primaryClass as arXiv itself exports them
 * (https://info.arxiv.org/help/hypertex/bibstyles). Lost: status, categories after the first, ids other than DOI and arXiv.
 */

const TYPES: Readonly<Record<WorkKind, string>> = {
  journal: 'article',
  conference: 'inproceedings',
  preprint: 'misc',
  book: 'book',
  chapter: 'incollection',
  thesis: 'phdthesis',
  report: 'techreport',
  other: 'misc',
};

/** The field that names where a work of the kind was published. */
const VENUE: Readonly<Record<WorkKind, string>> = {
  journal: 'journal',
  conference: 'booktitle',
  preprint: 'howpublished',
  book: 'series',
  chapter: 'booktitle',
  thesis: 'school',
  report: 'institution',
  other: 'howpublished',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

export function toBibtex(works: readonly CitedWork[], options: BibOptions = {}): string {
  const keys = options.keys ?? citationKeys(works, options.keyPattern);
  return works.map((work, i) => bibEntry(TYPES[work.kind], keys[i] ?? '', fieldsOf(work, options))).join('\n');
}

function fieldsOf(work: CitedWork, options: BibOptions): readonly BibField[] {
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : latexText(value, options);
  const arxiv = idValue(work, 'arxiv');
  const doi = idValue(work, 'doi');
  const url = arxiv === undefined && doi === undefined ? (citedUrl(work) ?? work.url) : pageUrl(work);
  const month =
    work.date !== undefined && Number(work.date.slice(0, 4)) === work.year ? work.date.slice(5, 7) : undefined;
  // where the publisher's own field says the same thing as the venue's
  const publisher =
    VENUE[work.kind] === 'school' || VENUE[work.kind] === 'institution' ? VENUE[work.kind] : 'publisher';
  return [
    ['title', latexTitle(work.title, options)],
    ['author', bibAuthors(work, options)],
    ['year', work.year === undefined ? undefined : String(work.year)],
    ['month', month === undefined ? undefined : MONTHS[Number(month) - 1], 'bare'],
    [VENUE[work.kind], text(work.venue)],
    ['volume', text(work.volume)],
    ['number', text(work.issue)],
    ['pages', bibPages(work, options)],
    [publisher, publisher === 'publisher' || work.venue === undefined ? text(work.publisher) : undefined],
    ['doi', doi === undefined ? undefined : latexVerbatim(doi)],
    ['eprint', arxiv],
    ['archivePrefix', arxiv === undefined ? undefined : 'arXiv'],
    ['primaryClass', arxiv === undefined ? undefined : primaryClass(work)],
    ['url', url === undefined ? undefined : latexVerbatim(url)],
    ['keywords', bibKeywords(work, options)],
    ['abstract', options.abstracts === false ? undefined : text(work.abstract)],
    ['annote', text(work.note)],
  ];
}
