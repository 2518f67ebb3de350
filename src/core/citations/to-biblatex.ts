import {
  type BibField,
  type BibOptions,
  bibAuthors,
  bibEntry,
  bibKeywords,
  bibPages,
  primaryClass,
} from './bib-entry.ts';
import { type CitedWork, idValue, pageUrl, type WorkKind } from './citation.ts';
import { citationKeys } from './citation-key.ts';
import { latexText, latexTitle, latexVerbatim } from './latex.ts';

/**
 * Works as a BibLaTeX file (biblatex manual 3.20, section 2): `date`, `journaltitle`, `@online` for preprints with `eprinttype`.
 * Lost: status, categories after the first, ids other than DOI, arXiv and PubMed.
 */

const TYPES: Readonly<Record<WorkKind, string>> = {
  journal: 'article',
  conference: 'inproceedings',
  preprint: 'online',
  book: 'book',
  chapter: 'incollection',
  thesis: 'thesis',
  report: 'report',
  other: 'misc',
};

const VENUE: Readonly<Record<WorkKind, string>> = {
  journal: 'journaltitle',
  conference: 'booktitle',
  preprint: 'organization',
  book: 'series',
  chapter: 'booktitle',
  thesis: 'institution',
  report: 'institution',
  other: 'howpublished',
};

export function toBiblatex(works: readonly CitedWork[], options: BibOptions = {}): string {
  const keys = options.keys ?? citationKeys(works, options.keyPattern);
  return works.map((work, i) => bibEntry(TYPES[work.kind], keys[i] ?? '', fieldsOf(work, options))).join('\n');
}

function fieldsOf(work: CitedWork, options: BibOptions): readonly BibField[] {
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : latexText(value, options);
  const verbatim = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : latexVerbatim(value);
  const arxiv = idValue(work, 'arxiv');
  const pmid = idValue(work, 'pmid');
  // one eprint a record; arXiv's is the one to read
  const eprint = arxiv ?? pmid;
  const date = work.date !== undefined && Number(work.date.slice(0, 4)) === work.year ? work.date : work.year;
  const publisher = VENUE[work.kind] === 'institution' ? 'institution' : 'publisher';
  return [
    ['title', latexTitle(work.title, options)],
    ['author', bibAuthors(work, options)],
    ['date', date === undefined ? undefined : String(date)],
    [VENUE[work.kind], text(work.venue)],
    // the type is required, and a file seldom says which degree or report it is
    ['type', work.kind === 'thesis' ? 'phdthesis' : work.kind === 'report' ? 'techreport' : undefined],
    ['volume', text(work.volume)],
    ['number', text(work.issue)],
    ['pages', bibPages(work, options)],
    [publisher, publisher === 'publisher' || work.venue === undefined ? text(work.publisher) : undefined],
    ['doi', verbatim(idValue(work, 'doi'))],
    ['eprint', eprint],
    ['eprinttype', arxiv !== undefined ? 'arxiv' : pmid !== undefined ? 'pubmed' : undefined],
    ['eprintclass', arxiv === undefined ? undefined : primaryClass(work)],
    ['url', verbatim(pageUrl(work))],
    ['keywords', bibKeywords(work, options)],
    ['abstract', options.abstracts === false ? undefined : text(work.abstract)],
    ['annotation', text(work.note)],
  ];
}
