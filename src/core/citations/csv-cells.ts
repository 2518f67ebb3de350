/**
 * CSV by RFC 4180, and cells that a spreadsheet program does not run. Programs take a cell that begins with `=`, `+`, `-` or `@` for
 * a formula (https://owasp.org/www-community/attacks/CSV_Injection). Excel in countries with a decimal comma also ends cells at
 * semicolons and, having lost count of the quotes, at line ends: what follows those is a beginning too.
 */

// Prefix, blanks, apostrophes; then the sign. Full-width signs count: some programs narrow them.
const RISKY = /(^|[\n\r\t;])([ \u00a0\u3000]*)('*)(?=[=+\-@＝＋－＠])/g;
const NEUTRAL = /(^|[\n\r\t;])([ \u00a0\u3000]*)'('*)(?=[=+\-@＝＋－＠])/g;

/** One apostrophe before each sign that could begin a formula. `bareCell` takes exactly these off again. */
export const neutralCell = (text: string): string => text.replace(RISKY, "$1$2'$3");

export const bareCell = (text: string): string => text.replace(NEUTRAL, '$1$2$3');

/** A cell as RFC 4180 writes it: in quotes where it holds a quote, a separator of any country, a line end or outer blanks. */
export const csvCell = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export interface CsvRow {
  readonly cells: readonly string[];
  /** 1-based line where the row begins. */
  readonly line: number;
  /** A quote in this row is never closed: the rest of the file is in its last cell. */
  readonly open?: true;
}

/** More cells than any table of references has; further ones are not kept. */
const MOST_CELLS = 500;

/**
 * Rows of a CSV text. Takes any line end, quotes in the middle of a plain cell as they are, and text after a closing quote as
 * part of the cell. Linear; never throws.
 */
export function* csvRows(text: string, separator: ',' | ';' | '\t'): Generator<CsvRow> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const first = line;
    let open = false;
    for (let more = true; more; ) {
      let cell = '';
      if (text[at] === '"') {
        const end = closing(text, at + 1);
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        line += countLines(text, at + 1, end);
        open = end >= text.length && text[end] !== '"';
        at = end + 1;
      }
      const from = Math.min(at, text.length);
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
      cell += text.slice(from, Math.max(from, at));
      if (cells.length <= MOST_CELLS) cells.push(cell);
      more = text[at] === separator;
      at++;
    }
    if (text[at - 1] === '\r' && text[at] === '\n') at++;
    line++;
    yield { cells, line: first, ...(open ? { open } : {}) };
  }
}

/** Where the quoted part ends: its closing quote, or the end of the text. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++;
  return lines;
}

/** Several values in one cell: `; ` between them, a backslash before a semicolon or backslash that is part of one. */
export const listCell = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\;]/g, '\\$&')).join('; ');

export const listOfCell = (cell: string): readonly string[] =>
  // a value is any run of escaped characters and of others that are not semicolons
  (cell.match(/(?:\\[\\;]|[^;])+/g) ?? [])
    .map((value) => value.trim().replace(/\\([\\;])/g, '$1'))
    .filter((v) => v !== '');

/** A collection as one value: its names from the outermost in, a slash between them, a backslash before one that is part of a name. */
export const pathCell = (path: readonly string[]): string =>
  path.map((name) => name.replace(/[\\/]/g, '\\$&')).join('/');

export const pathOfCell = (text: string): readonly string[] =>
  (text.match(/(?:\\[\\/]|[^/])+/g) ?? []).map((name) => name.replace(/\\([\\/])/g, '$1'));
