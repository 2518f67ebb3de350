import { LIMITS } from '../digest/limits.ts';
import { parseId } from '../identity/ids.ts';
import { STATUSES } from '../library/status.ts';
import { err, ok, type Result } from '../result.ts';
import { bareCell, type CsvRow, csvRows, listOfCell, pathOfCell } from './csv-cells.ts';
import { type Column, columnsOf, kindOfCell } from './csv-columns.ts';
import type { Draft } from './draft.ts';
import { checkedText, type ImportError, type ImportedFile, Tally } from './imported.ts';
import { writtenDate } from './written-date.ts';

/** Tables of references: comma, semicolon or tab between cells, the first row names the columns; one must be the title. */

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

export function fromCsv(text: string): Result<ImportedFile, ImportError> {
  const checked = checkedText(text);
  if (!checked.ok) return checked;
  // Excel's own first line that names the separator
  const [mark = '', named = ''] = /^\ufeff?(?:sep=([,;\t])(?:\r\n?|\n))?/i.exec(checked.value) ?? [];
  const body = checked.value.slice(mark.length).toWellFormed();
  const separator = SEPARATORS.find((candidate) => candidate === named) ?? likeliest(body);
  const columns = columnsOf(headingsOf(body, separator));
  if (!columns.has('title')) return err('unknown-format', 'The first row names no column "Title".');
  const tally = new Tally();
  const isOwn = columns.has('ids') && columns.has('kind') && columns.has('status');
  const width = headingsOf(body, separator).length;
  const shift = mark === '' || named === '' ? 0 : 1;
  let isHeading = true;
  for (const row of csvRows(body, separator)) {
    const line = row.line + shift;
    if (isHeading) isHeading = false;
    else if (row.open) tally.skip(line, 'open-quote', row.cells.join(' ').slice(0, 400));
    else if (row.cells.slice(width).some((cell) => cell.trim() !== ''))
      tally.skip(line, 'not-a-record', row.cells.join(' '));
    else if (row.cells.some((cell) => cell.trim() !== '')) tally.add(draftOf(row, columns, isOwn), line);
  }
  return ok(tally.file());
}

const headingsOf = (text: string, separator: Separator): readonly string[] => {
  for (const row of csvRows(text, separator)) return row.cells;
  return [];
};

/** The separator by which most headings are known. */
const likeliest = (text: string): Separator =>
  SEPARATORS.map((separator) => ({ separator, known: columnsOf(headingsOf(text, separator)).size })).reduce((a, b) =>
    b.known > a.known ? b : a,
  ).separator;

function draftOf(row: CsvRow, columns: ReadonlyMap<Column, number>, isOwn: boolean): Draft {
  const cell = (column: Column): string => bareCell(row.cells[columns.get(column) ?? -1] ?? '');
  const list = (column: Column): readonly string[] =>
    isOwn ? listOfCell(cell(column)) : cell(column).split(/[;|]/.test(cell(column)) ? /[;|]/ : ',');
  const ids = [
    ...cell('doi').split(/\s+/),
    ...cell('arxiv').split(/\s+/),
    ...cell('ids').split(/[\s;]+/),
    ...numbered('pmid', cell('pmid')),
    ...numbered('pmcid', cell('pmcid')),
  ]
    .slice(0, 4 * LIMITS.ids)
    .map(parseId);
  const date = writtenDate(cell('date'));
  return {
    ids: ids.filter((id) => id !== undefined),
    title: cell('title'),
    kind: kindOfCell(cell('kind')),
    authors: isOwn ? listOfCell(cell('authors')) : peopleIn(cell('authors')),
    year: writtenDate(cell('year')).year ?? date.year,
    date: date.date,
    venue: cell('venue'),
    volume: cell('volume'),
    issue: cell('issue'),
    pages: cell('pages'),
    publisher: cell('publisher'),
    categories: list('categories'),
    abstract: cell('abstract'),
    urls: [cell('url')],
    tags: list('tags'),
    note: cell('note'),
    status: STATUSES.find((status) => status === cell('status').trim()),
    collections: list('collections').map((path) => (isOwn ? pathOfCell(path) : [path])),
    added: writtenDate(cell('added')).date,
    code: cell('code'),
  };
}

const numbered = (kind: string, cell: string): readonly string[] =>
  cell.trim() === ''
    ? []
    : [/^\d+$/.test(cell.trim()) ? `${kind}:${kind === 'pmcid' ? 'PMC' : ''}${cell.trim()}` : cell];

/** Authors as other programs put them into one cell: "Last, First; Last, First", "A and B", "Ada Lovelace, Alan Turing", "Li X, Ma Y". */
function peopleIn(cell: string): readonly string[] {
  if (cell.includes(';')) return cell.split(';');
  if (!cell.includes(',')) return cell.split(/\s(?:and|&)\s/);
  const parts = cell.split(',').map((part) => part.trim().replace(/^(?:and|&)\s/, ''));
  // one comma between two single words, or before given names, is "Last, First"
  const isList = parts.length > 2 || parts.every((part) => part.includes(' '));
  return isList ? parts.flatMap((part) => part.split(/\s(?:and|&)\s/)) : [cell];
}
