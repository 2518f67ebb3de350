/** CSV for spreadsheets: strangers' titles are text there, never formulas. */
import { describe, expect, test } from 'vitest';
import { bareCell, csvRows, neutralCell } from './csv-cells.ts';
import { fromCsv } from './from-csv.ts';
import { toCsv } from './to-csv.ts';
import { id, work } from './works.testing.ts';

const FORMULAS = [
  '=HYPERLINK("http://x.example","click")',
  '@SUM(A1:A9)',
  '+1+1',
  "-2+3+cmd|' /C calc'!A0",
  '＝1+1',
  ' =1+1',
];

/** Cells as Excel sees them where the semicolon separates: quotes only count at the beginning of a cell. */
function cellsWithSemicolons(csv: string): readonly string[] {
  return [...csvRows(csv, ';')].flatMap((row) => row.cells);
}

describe('A24: formulas', () => {
  test.each(FORMULAS)('%s is neutralised as a title, a tag, a note and a line of a note, and comes back', (formula) => {
    const made = work({ title: formula, tags: [formula, 'x'], note: `- list\n${formula}`, abstract: `a;${formula}` });
    const csv = toCsv([made], { mark: false });
    for (const row of csvRows(csv, ',')) for (const cell of row.cells) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
    for (const cell of cellsWithSemicolons(csv)) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
    const read = fromCsv(csv);
    expect(read.ok && read.value.works.map((imported) => imported.work)).toEqual([made]);
  });
  test('apostrophes of the text itself stay', () => {
    for (const text of ["'=1", "''-x", "'quoted'", "a\n'+b", "it's = fine"])
      expect(bareCell(neutralCell(text))).toBe(text);
  });
  test('numbers and plain prose stay as they are', () => {
    for (const text of ['2017', 'a - b', 'x=1', 'e-mail', 'a, -b']) expect(neutralCell(text)).toBe(text);
  });
});

test('the file begins with a mark for Excel, names its columns and ends lines as RFC 4180 says', () => {
  const csv = toCsv([
    work({
      ids: [id('arXiv:1706.03762'), id('10.1000/x')],
      title: 'A "B", C',
      authors: ['Ada Lovelace', 'Alan Turing'],
      moreAuthors: true,
      year: 2017,
    }),
  ]);
  expect(csv).toBe(
    '\ufeffTitle,Authors,Year,Date,Venue,Kind,Volume,Issue,Pages,Publisher,DOI,arXiv,Other ids,URL,Categories,Tags,Status,Abstract,Note,Collections,Added,Code\r\n' +
      '"A ""B"", C","Ada Lovelace; Alan Turing; et al.",2017,,,preprint,,,,,10.1000/x,1706.03762,,https://arxiv.org/abs/1706.03762,,,,,,,,\r\n',
  );
});
