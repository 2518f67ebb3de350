import type { WorkKind } from './citation.ts';

/** Which column of a table is what, by the headings of our own files, Zotero, Scopus, PubMed, Google Scholar and Semantic Scholar. */

export type Column =
  | 'title'
  | 'authors'
  | 'year'
  | 'date'
  | 'venue'
  | 'kind'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'publisher'
  | 'doi'
  | 'arxiv'
  | 'pmid'
  | 'pmcid'
  | 'ids'
  | 'url'
  | 'categories'
  | 'tags'
  | 'status'
  | 'abstract'
  | 'note'
  | 'collections'
  | 'added'
  | 'code';

/** Headings without case, blanks and signs; earlier ones are preferred where a table has several. */
const HEADINGS: Readonly<Record<Column, string>> = {
  title: 'title papertitle articletitle documenttitle itemtitle name',
  authors: 'authors author authorfullnames authornames creators',
  year: 'year publicationyear pubyear yearofpublication',
  date: 'date publicationdate publisheddate datepublished published',
  venue:
    'venue publicationtitle journalbook journal publication sourcetitle containertitle booktitle conference conferencename source',
  kind: 'kind itemtype documenttype entrytype type',
  volume: 'volume vol',
  issue: 'issue number issuenumber no',
  pages: 'pages page pagerange pagenumbers',
  publisher: 'publisher',
  doi: 'doi',
  arxiv: 'arxiv arxivid eprint',
  pmid: 'pmid pubmedid',
  pmcid: 'pmcid',
  ids: 'otherids ids identifiers externalids',
  url: 'url link articleurl paperurl',
  categories: 'categories subjects fieldsofstudy',
  tags: 'tags manualtags keywords authorkeywords labels',
  status: 'status readingstatus',
  abstract: 'abstract abstractnote summary',
  note: 'note notes mynotes comments',
  collections: 'collections collection folders folder groups',
  added: 'added dateadded addeddate',
  code: 'code codelink codeurl repository github',
};

/**
 * The column of each heading, by its index; each column once.
 * @returns an empty map where no heading is known
 */
export function columnsOf(headings: readonly string[]): ReadonlyMap<Column, number> {
  const plain = headings.map((heading) => heading.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const found = new Map<Column, number>();
  // the keys of the literal are exactly the columns
  for (const [column, names] of Object.entries(HEADINGS) as [Column, string][]) {
    for (const name of names.split(' ')) {
      const at = plain.indexOf(name);
      if (at === -1) continue;
      found.set(column, at);
      break;
    }
  }
  return found;
}

const KINDS: readonly (readonly [WorkKind, RegExp])[] = [
  ['chapter', /chapter|booksection|incollection|inbook/],
  ['conference', /conference|proceedings|inproceedings/],
  ['preprint', /preprint|posted/],
  ['journal', /journal|article|review|magazine/],
  ['book', /book/],
  ['thesis', /thesis|dissertation/],
  ['report', /report/],
  ['other', /^other$/],
];

/** "journalArticle", "Conference Paper", "inproceedings", and our own words. */
export function kindOfCell(cell: string): WorkKind | undefined {
  const plain = cell
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return KINDS.find(([, form]) => form.test(plain))?.[0];
}
