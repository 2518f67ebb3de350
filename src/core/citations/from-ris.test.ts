/** RIS files of other programs, and damaged ones. */
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import { fromRis } from './from-ris.ts';
import type { ImportedFile } from './imported.ts';
import { toRis } from './to-ris.ts';
import { id, work } from './works.testing.ts';

function read(text: string): ImportedFile {
  const file = fromRis(text);
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  expect(file.value.works.length + file.value.skipped.reduce((sum, s) => sum + s.count, 0)).toBe(file.value.total);
  return file.value;
}

test('a paper as we write it', () => {
  const made = work({
    ids: [id('arXiv:1706.03762'), id('10.1000/x'), id('PMID:12')],
    title: 'Attention',
    authors: ['Ludwig van Beethoven', 'Martin Luther King Jr.', 'OpenAI', '{Anna Bell}'],
    date: calendarDay(2017, 6, 12),
    venue: 'NeurIPS 2017',
    pages: '1-9',
    tags: ['nets'],
    note: 'Look:\nER  - this is no end\nlast',
  });
  expect(toRis([made]).replaceAll('\r\n', '\n')).toBe(`TY  - CONF
TI  - Attention
AU  - van Beethoven, Ludwig
AU  - King, Martin Luther, Jr.
AU  - OpenAI
AU  - {Anna Bell}
PY  - 2017
DA  - 2017/06/12/
T2  - NeurIPS 2017
SP  - 1
EP  - 9
DO  - 10.1000/x
AN  - arXiv:1706.03762 pmid:12
UR  - https://arxiv.org/abs/1706.03762
KW  - nets
N1  - Look:
 ER  - this is no end
last
ER  - 
`);
});

test('a publisher’s record: old tags, wrapped abstract, keywords in one line, date with slashes', () => {
  const [imported] = read(`TY  - JOUR
T1  - On Nets
A1  - Dam, Ann van
A1  - Müller, Uwe
Y1  - 2019/03/04/
JF  - Journal of Nets
JO  - J. Nets
VL  - 7
IS  - 2
SP  - 1
EP  - 9
N2  - We net
and net.
KW  - nets; fish
UR  - http://example.org/x
M3  - 10.1000/x1
ER  -`).works;
  expect(imported?.work).toEqual({
    ids: ['doi:10.1000/x1'],
    title: 'On Nets',
    kind: 'journal',
    authors: ['Dam, Ann van', 'Uwe Müller'],
    year: 2019,
    date: '2019-03-04',
    venue: 'Journal of Nets',
    volume: '7',
    issue: '2',
    pages: '1–9',
    abstract: 'We net and net.',
    url: 'https://example.org/x',
    tags: ['nets', 'fish'],
  });
});

describe('a damaged file', () => {
  test('without record ends, with one blank in its tags, with Mac line ends and a byte order mark', () => {
    const file = read('\ufeffTY - JOUR\rTI - One\rTY - CONF\rTI - Two\r');
    expect(file.works.map(({ work, line }) => [work.title, work.kind, line])).toEqual([
      ['One', 'journal', 1],
      ['Two', 'conference', 3],
    ]);
  });
  test('says which records have no title, and takes one that has no type', () => {
    const file = read('TY  - JOUR\nAU  - Lee, Ann\nER  - \n\nTI  - Typeless\nER  - \nTY  - JOUR\nTI  -  \nER  - \n');
    expect(file.works.map(({ work }) => work.title)).toEqual(['Typeless']);
    expect(file.skipped).toEqual([
      { line: 1, reason: 'no-title', text: 'Lee, Ann', count: 1 },
      { line: 7, reason: 'no-title', text: '', count: 1 },
    ]);
  });
  test('drops an address that is no web page, and says so', () => {
    const [imported] = read('TY  - JOUR\nTI  - One\nUR  - javascript:alert(1)\nER  - \n').works;
    expect(imported?.work.url).toBeUndefined();
    expect(imported?.flags).toEqual(['url-dropped']);
  });
});

test.each([
  ['', 'empty'],
  ['hello', 'unknown-format'],
  ['{"a":1}', 'unknown-format'],
])('%j is refused by name', (text, error) => {
  expect(fromRis(text)).toMatchObject({ ok: false, error });
});
