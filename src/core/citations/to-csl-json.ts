import { type CitedWork, citedUrl, idValue, type WorkKind } from './citation.ts';
import { citationKeys } from './citation-key.ts';
import { withoutMarkup } from './markup.ts';
import { isGroup, type Name, parseName } from './names.ts';

/**
 * Works as CSL-JSON (schema 1.0.2, https://github.com/citation-style-language/schema). What its variables cannot say stands in
 * `custom`, which the schema keeps for that; nothing is lost. Preprints are `article` with the archive as publisher.
 */

export const CSL_TYPES = {
  journal: 'article-journal',
  conference: 'paper-conference',
  preprint: 'article',
  book: 'book',
  chapter: 'chapter',
  thesis: 'thesis',
  report: 'report',
  other: 'document',
} as const satisfies Record<WorkKind, string>;

/** The texts in which CSL allows markup; where one of ours looks like markup, `custom` has it letter by letter. */
export const MARKED_TEXTS = ['title', 'venue', 'abstract'] as const;

export interface CslOptions {
  /** For the items' `id`; see citation-key.ts. */
  readonly keyPattern?: string;
  /** The ids themselves, where the works are part of a longer file. */
  readonly keys?: readonly string[];
}

export function toCslJson(works: readonly CitedWork[], options: CslOptions = {}): string {
  const keys = options.keys ?? citationKeys(works, options.keyPattern);
  return `${JSON.stringify(
    works.map((work, i) => itemOf(work, keys[i] ?? '')),
    null,
    2,
  )}\n`;
}

/** Fields that are undefined are not written by JSON.stringify. */
function itemOf(work: CitedWork, key: string): object {
  const arxiv = idValue(work, 'arxiv');
  const isPreprint = work.kind === 'preprint' && arxiv !== undefined;
  const issued = work.date !== undefined && Number(work.date.slice(0, 4)) === work.year ? work.date : undefined;
  return {
    id: key,
    type: CSL_TYPES[work.kind],
    title: work.title,
    author: work.authors?.map((author) => cslName(parseName(author))),
    issued:
      work.year === undefined
        ? undefined
        : { 'date-parts': [issued === undefined ? [work.year] : issued.split('-').map(Number)] },
    'container-title': work.venue,
    volume: work.volume,
    issue: work.issue,
    page: work.pages?.replace(/^([^–]+)–([^–]+)$/, '$1-$2'),
    publisher: work.publisher ?? (isPreprint ? 'arXiv' : undefined),
    number: isPreprint ? `arXiv:${arxiv}` : undefined,
    DOI: idValue(work, 'doi') ?? (isPreprint ? `10.48550/arXiv.${arxiv}` : undefined),
    PMID: idValue(work, 'pmid'),
    PMCID: idValue(work, 'pmcid'),
    URL: work.url ?? citedUrl(work),
    keyword: work.tags?.join(', '),
    abstract: work.abstract,
    note: work.note,
    custom: {
      ids: work.ids,
      categories: work.categories,
      tags: work.tags,
      status: work.status,
      moreAuthors: work.moreAuthors,
      collections: work.collections,
      added: work.added,
      code: work.code,
      date: work.date === issued ? undefined : work.date,
      pages: work.pages,
      ...Object.fromEntries(MARKED_TEXTS.flatMap((name) => marked(name, work[name]))),
    },
  };
}

const marked = (name: string, text: string | undefined): readonly (readonly [string, string])[] =>
  text !== undefined && withoutMarkup(text) !== text ? [[name, text]] : [];

const cslName = (name: Name): object =>
  isGroup(name)
    ? { literal: name.literal }
    : { family: name.family, given: name.given, 'non-dropping-particle': name.particle, suffix: name.suffix };
