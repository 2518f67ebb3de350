/** Tables made by other programs. */
import { describe, expect, test } from 'vitest';
import { fromCsv } from './from-csv.ts';

function read(text: string): { works: readonly object[]; skipped: readonly object[]; total: number } {
  const file = fromCsv(text);
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  return { ...file.value, works: file.value.works.map((imported) => imported.work) };
}

describe('a table of', () => {
  test('Zotero', () => {
    const csv =
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Pages","Issue","Volume","Publisher","Notes","Manual Tags","Automatic Tags"\n' +
      '"AB12","journalArticle","2019","van Dam, Ann; Müller, Uwe","On Nets","Journal of Nets","10.1000/X1","https://example.org/x","We\nnet.","2019-03-04","1-9","2","7","Acme","","nets; to read","auto"\n';
    expect(read(csv).works).toEqual([
      {
        ids: ['doi:10.1000/x1'],
        title: 'On Nets',
        kind: 'journal',
        authors: ['Ann van Dam', 'Uwe Müller'],
        year: 2019,
        date: '2019-03-04',
        venue: 'Journal of Nets',
        volume: '7',
        issue: '2',
        pages: '1–9',
        publisher: 'Acme',
        abstract: 'We net.',
        url: 'https://example.org/x',
        tags: ['nets', 'to read'],
      },
    ]);
  });
  test('Excel in a country that separates by semicolons', () => {
    expect(read('sep=;\r\nTitle;Authors;Year\r\n"A; B";"Ada Lovelace, Alan Turing";2020\r\n').works).toEqual([
      { ids: [], title: 'A; B', kind: 'other', authors: ['Ada Lovelace', 'Alan Turing'], year: 2020 },
    ]);
  });
  test('PubMed', () => {
    expect(
      read(
        'PMID,Title,Authors,Journal/Book,Publication Year,DOI\n123,On Cells.,"Smith AB, Li X, Doe J.",Cell,2021,10.1000/c\n',
      ).works,
    ).toMatchObject([
      { ids: ['doi:10.1000/c', 'pmid:123'], authors: ['AB Smith', 'X Li', 'Doe J.'], venue: 'Cell', kind: 'journal' },
    ]);
  });
  test('Google Scholar, tabs between cells', () => {
    expect(
      read('Authors\tTitle\tPublication\tYear\nLovelace, Ada; Turing, Alan\tOn Engines\tProceedings of X\t1950\n')
        .works,
    ).toMatchObject([
      { authors: ['Ada Lovelace', 'Alan Turing'], title: 'On Engines', kind: 'conference', year: 1950 },
    ]);
  });
});

describe('every row is accounted for', () => {
  test('without a title, with cells too many, with a quote that never closes; blank rows are no records', () => {
    const file = read('Title,Year\nOne,2001\n,2002\n\n , \nTwo,2003,extra\nThree,2004,\n"Four\nFive,2005\n');
    expect(file.works).toMatchObject([{ title: 'One' }, { title: 'Three' }]);
    expect(file.skipped).toEqual([
      { line: 3, reason: 'no-title', text: '', count: 1 },
      { line: 6, reason: 'not-a-record', text: 'Two 2003 extra', count: 1 },
      { line: 8, reason: 'open-quote', text: 'Four Five,2005', count: 1 },
    ]);
    expect(file.total).toBe(5);
  });
  test('lines are those of an editor, also after cells with line ends', () => {
    expect(read('Title,Note\r\n"a","x\r\ny"\r\n,b\r\n').skipped).toMatchObject([{ line: 4 }]);
  });
});

test.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['a,b\n1,2\n', 'unknown-format'],
  ['%PDF-1.7', 'unknown-format'],
])('%j is refused by name', (text, error) => {
  expect(fromCsv(text)).toMatchObject({ ok: false, error });
});
