/**
 * Small reference files of our own, one of each format that can be imported. Each holds the same: two papers, of which one may be in the
 * library, and one record that cannot be a paper.
 */
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

export interface ReferenceFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, body: string | Uint8Array, mimeType = 'text/plain'): ReferenceFile => ({
  name,
  mimeType,
  buffer: Buffer.from(body),
});

export const KNOWN = 'On Nets That Catch Every Fish';
export const FRESH = 'A Slower Way to Mend Torn Nets';
/** Keys under which the library keeps them. */
export const KNOWN_KEY = 'doi:10.1000/nets.1';
export const FRESH_KEY = 'doi:10.1000/nets.2';

const BIBTEX = `@article{lee2019nets,
  title = {${KNOWN}}, author = {Ann-Marie Lee and Jan van Dam}, journal = {Journal of Nets},
  year = {2019}, doi = {10.1000/nets.1}, keywords = {fishing, to cite}, abstract = {We catch all of them.}
}

@misc{untitled, author = {Nobody}, year = {2020}}

@inproceedings{dam2021,
  title = {${FRESH}}, author = {van Dam, Jan}, booktitle = {Proceedings of Nets}, year = {2021}, doi = {10.1000/nets.2}
}
`;

const RIS = `TY  - JOUR
TI  - ${KNOWN}
AU  - Lee, Ann-Marie
PY  - 2019
DO  - 10.1000/nets.1
KW  - fishing
ER  - 

TY  - JOUR
AU  - Nobody
ER  - 

TY  - CONF
TI  - ${FRESH}
AU  - van Dam, Jan
PY  - 2021
DO  - 10.1000/nets.2
ER  - 
`;

const CSL = JSON.stringify([
  {
    id: 'a',
    type: 'article-journal',
    title: KNOWN,
    author: [{ family: 'Lee', given: 'Ann-Marie' }],
    issued: { 'date-parts': [[2019]] },
    DOI: '10.1000/nets.1',
  },
  { id: 'b', type: 'book' },
  { id: 'c', type: 'paper-conference', title: FRESH, issued: { 'date-parts': [[2021]] }, DOI: '10.1000/nets.2' },
]);

const CSV = `Title,Author,Publication Year,DOI
${KNOWN},"Lee, Ann-Marie",2019,10.1000/nets.1
,Nobody,2020,
${FRESH},"van Dam, Jan",2021,10.1000/nets.2
`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dc:title>${KNOWN}</dc:title>
    <dc:identifier>DOI 10.1000/nets.1</dc:identifier><dc:date>2019</dc:date></bib:Article>
  <bib:Article rdf:about="#item_2"><z:itemType>journalArticle</z:itemType><dc:date>2020</dc:date></bib:Article>
  <bib:Article rdf:about="#item_3"><z:itemType>conferencePaper</z:itemType><dc:title>${FRESH}</dc:title>
    <dc:identifier>DOI 10.1000/nets.2</dc:identifier><dc:date>2021</dc:date></bib:Article>
</rdf:RDF>
`;

const MEMORY = JSON.stringify({
  'Nets-1': {
    id: 'Nets-1',
    title: KNOWN,
    author: 'Ann-Marie Lee',
    year: '2019',
    doi: '10.1000/nets.1',
    addDate: '2022-08-29T08:35:02.977Z',
    tags: ['fishing'],
    note: 'Read <b>twice</b>',
    pdfLink: 'https://doi.org/10.1000/nets.1',
    source: 'crossref',
    bibtex: '@article{x, title={x}, doi={10.1000/nets.1}}',
  },
  'Nets-2': { id: 'Nets-2', author: 'Nobody', tags: [] },
  'Nets-3': {
    id: 'Nets-3',
    title: FRESH,
    author: 'Jan van Dam',
    year: '2021',
    tags: [],
    pdfLink: 'https://doi.org/10.1000/nets.2',
    source: 'crossref',
    bibtex: '@article{y, title={y}, doi={10.1000/nets.2}}',
  },
  __dataVersion: 508,
});

/** By what the preview calls the format. */
export const REFERENCES: readonly (readonly [format: string, file: ReferenceFile])[] = [
  ['bibtex', file('nets.bib', BIBTEX)],
  ['ris', file('nets.ris', RIS)],
  ['csl-json', file('nets.json', CSL, 'application/json')],
  ['csv', file('nets.csv', CSV, 'text/csv')],
  ['zotero-rdf', file('nets.rdf', RDF, 'application/rdf+xml')],
  ['papermemory', file('memory.json', MEMORY, 'application/json')],
  ['bibtex', file('nets.zip', zipSync({ 'refs/nets.bib': Buffer.from(BIBTEX) }), 'application/zip')],
  ['ris', file('nets.ris.gz', gzipSync(RIS), 'application/gzip')],
];

/** Many papers in one file. */
export const manyPapers = (count: number): ReferenceFile =>
  file(
    'many.bib',
    Array.from(
      { length: count },
      (_, n) =>
        `@article{p${n}, title = {Paper Number ${n} about Nets of Many Kinds}, year = {2020}, doi = {10.1000/many.${n}}}`,
    ).join('\n'),
  );
