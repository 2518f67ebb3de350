import { kindOf } from '../identity/order.ts';
import type { IdKind } from '../identity/paper-id.ts';
import { type CitedWork, pageUrl } from './citation.ts';
import { csvRow, listCell, neutralCell, pathCell } from './csv-cells.ts';

/** Works as a CSV table (RFC 4180, UTF-8), one row each. Formulas are neutralised; `from-csv` reads back all of it. */

const valuesOf = (work: CitedWork, kind: IdKind): string =>
  work.ids
    .filter((id) => kindOf(id) === kind)
    .map((id) => id.slice(kind.length + 1))
    .join(' ');

const COLUMNS: readonly (readonly [name: string, cell: (work: CitedWork) => string | undefined])[] = [
  ['Title', (w) => w.title],
  ['Authors', (w) => listCell([...(w.authors ?? []), ...(w.moreAuthors ? ['et al.'] : [])])],
  ['Year', (w) => (w.year === undefined ? '' : String(w.year))],
  ['Date', (w) => w.date],
  ['Venue', (w) => w.venue],
  ['Kind', (w) => w.kind],
  ['Volume', (w) => w.volume],
  ['Issue', (w) => w.issue],
  ['Pages', (w) => w.pages],
  ['Publisher', (w) => w.publisher],
  ['DOI', (w) => valuesOf(w, 'doi')],
  ['arXiv', (w) => valuesOf(w, 'arxiv')],
  ['Other ids', (w) => w.ids.filter((id) => !/^(?:doi|arxiv):/.test(id)).join(' ')],
  ['URL', (w) => w.url ?? pageUrl(w)],
  ['Categories', (w) => listCell(w.categories ?? [])],
  ['Tags', (w) => listCell(w.tags ?? [])],
  ['Status', (w) => w.status],
  ['Abstract', (w) => w.abstract],
  ['Note', (w) => w.note],
  ['Collections', (w) => listCell((w.collections ?? []).map(pathCell))],
  ['Added', (w) => w.added],
  ['Code', (w) => w.code],
];

export interface CsvOptions {
  /** A byte order mark, without which Excel takes UTF-8 for the code page of the country. On unless false. */
  readonly mark?: boolean;
}

export function toCsv(works: readonly CitedWork[], options: CsvOptions = {}): string {
  const rows = works.map((work) => csvRow(COLUMNS.map(([, cell]) => neutralCell(cell(work) ?? ''))));
  return `${options.mark === false ? '' : '\ufeff'}${csvRow(COLUMNS.map(([name]) => name))}${rows.join('')}`;
}
