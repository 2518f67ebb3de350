import { expect, test } from 'vitest';
import { binsOf, MOST_BINS } from './year-bins.ts';

test('a bar for each year, also for those without papers', () => {
  expect(
    binsOf([
      [2025, 3],
      [2022, 1],
      [2024, 2],
    ]),
  ).toEqual([
    { from: 2022, to: 2022, count: 1 },
    { from: 2023, to: 2023, count: 0 },
    { from: 2024, to: 2024, count: 2 },
    { from: 2025, to: 2025, count: 3 },
  ]);
  expect(binsOf([])).toEqual([]);
});

test('what is older is one bar, and nothing is lost', () => {
  const years = Array.from({ length: 60 }, (_, i): [number, number] => [1967 + i, i + 1]);
  const bins = binsOf(years);
  expect(bins.length).toBe(MOST_BINS);
  expect(bins[0]).toMatchObject({ from: 1967, to: 2011 });
  expect(bins.reduce((all, bin) => all + bin.count, 0)).toBe(years.reduce((all, [, count]) => all + count, 0));
});
