import { expect, test } from 'vitest';
import { parse } from './architecture/source-files.ts';
import { coverage, idsIn, LISTED, titlesOf } from './fault-ids.ts';

test('ids are read from titles one by one, in lists and in ranges', () => {
  expect(idsIn('A12: days that do not exist')).toEqual(['A12']);
  expect(idsIn('C06, C07: hostile style, strict policy')).toEqual(['C06', 'C07']);
  expect(idsIn('E01-E05 on the library')).toEqual(['E01', 'E05', 'E02', 'E03', 'E04']);
  expect(idsIn('sums to B2B and A1')).toEqual([]);
});

test('a skipped test is no proof', () => {
  const file = parse(
    'src/x.test.ts',
    `test('A01: one', f); test.skip('A02: two', f); test.each([1])('A03: three %s', f); describe.todo('A04'); eachFlow('saving', f);`,
  );
  const titles = titlesOf(file);
  expect(titles.map((t) => t.title)).toEqual(['A01: one', 'A03: three %s', 'saving', 'F01: saving']);
  const without = [...coverage(titles)].filter(([, tests]) => tests.length === 0).map(([id]) => id);
  expect(without).toEqual(LISTED.filter((id) => !['A01', 'A03', 'F01'].includes(id)));
});
