import { csvRows } from './csv-cells.ts';
import { columnsOf } from './csv-columns.ts';

/** Which program's file a text is, by how it begins; the name decides only between those that it may be. */

export const IMPORT_FORMATS = ['bibtex', 'ris', 'csl-json', 'csv', 'zotero-rdf', 'papermemory'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** UTF-16 units to look at. */
const HEAD = 64 * 1024;
const PAPERMEMORY = /"(?:__dataVersion|pdfLink|addDate|favoriteDate|lastOpenDate)"\s*:/;
const BIB_IN_JSON = /"\s*:\s*"\s*@[a-z]+\s*\{/i;

/**
 * @param name of the file, or empty
 * @param text its beginning; 64 KiB are enough
 * @returns undefined where it is none that can be imported
 */
export function detectReferences(name: string, text: string): ImportFormat | undefined {
  const head = text
    .slice(0, HEAD)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (head === '') return undefined;
  if (head[0] === '<') return /<(?:\w+:)?RDF[\s>]/.test(head) ? 'zotero-rdf' : undefined;
  if (/^[[{]\s*(?:["[{}\]]|$)/.test(head)) return jsonFormat(head);
  // PaperMemory writes its BibTeX as one JSON string
  if (/^"\s*@[a-z]+\s*\{/i.test(head)) return 'bibtex';
  const ending = /\.(\w+)$/.exec(name.slice(-20))?.[1]?.toLowerCase();
  const isTable = hasTitleColumn(head);
  const bib = head.search(/(?:^|[\s}])@[ \t]*[A-Za-z]{1,40}\s{0,100}[({]/);
  const ris = head.search(/^TY {0,3}-/m);
  // each may stand in a note of the other: what comes first is the file's
  if (ris !== -1 && !(bib !== -1 && bib < ris) && !isTable) return 'ris';
  const isBib = bib !== -1;
  if (isBib && !(isTable && (ending === 'csv' || ending === 'tsv'))) return 'bibtex';
  if (isTable) return 'csv';
  return undefined;
}

const jsonFormat = (head: string): ImportFormat =>
  PAPERMEMORY.test(head) || BIB_IN_JSON.test(head) ? 'papermemory' : 'csl-json';

/** Does the first row name a column that holds titles, and another? */
function hasTitleColumn(head: string): boolean {
  const bare = head.replace(/^sep=[,;\t]\r?\n?/i, '');
  for (const separator of [',', ';', '\t'] as const)
    for (const row of csvRows(bare, separator)) {
      const columns = columnsOf(row.cells);
      if (columns.has('title') && (columns.size > 1 || row.cells.length === 1)) return true;
      break;
    }
  return false;
}
