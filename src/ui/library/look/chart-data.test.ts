import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDay } from '../../../core/calendar-day.ts';
import { parseQuery } from '../../../core/search/query.ts';
import { topicGrid, topicQuery } from './topics.ts';
import { lastWeeks, monday, ticks } from './weeks.ts';

const day = (iso: string): CalendarDay => iso as CalendarDay; // real days

test('weeks without anything are shown too, over the end of a year', () => {
  const known = [{ from: day('2025-12-29'), saved: 3, read: 1 }];
  expect(lastWeeks(known, day('2026-01-07'), 3)).toEqual([
    { from: '2025-12-22', saved: 0, read: 0 },
    { from: '2025-12-29', saved: 3, read: 1 },
    { from: '2026-01-05', saved: 0, read: 0 },
  ]);
  expect(monday(day('2026-01-04'))).toBe('2025-12-29');
  expect(monday(day('2026-01-05'))).toBe('2026-01-05');
});

test('what is known of a week to come, by a clock that was wrong, is not lost', () => {
  expect(lastWeeks([{ from: day('2026-02-02'), saved: 1, read: 0 }], day('2026-01-07'), 2).at(-1)?.from).toBe(
    '2026-02-02',
  );
});

test('scales have round numbers, few lines, and room for the greatest', () => {
  expect([1, 3, 4, 9, 11, 18, 90, 1_000].map(ticks)).toEqual([
    [1],
    [1, 2, 3],
    [1, 2, 3, 4],
    [5, 10],
    [5, 10, 15],
    [5, 10, 15, 20],
    [50, 100],
    [500, 1_000],
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
      const lines = ticks(most);
      expect(lines.length).toBeLessThanOrEqual(4);
      expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
      expect(lines.every(Number.isInteger)).toBe(true);
    }),
  );
});

test('topics with most papers come first, the newest years without holes', () => {
  const grid = topicGrid(
    [
      { name: 'DPO', kind: 'method', byYear: [[2025, 1]] },
      { name: 'RLHF', kind: 'task', byYear: [[2022, 4], [2025, 2], [2015, 1]] }, // biome-ignore format: one line
      { name: 'Rare', kind: 'task', byYear: [] },
    ],
    2,
    4,
  );
  expect(grid.years).toEqual([2022, 2023, 2024, 2025]);
  expect(grid.rows.map(({ name, counts }) => [name, counts])).toEqual([
    ['RLHF', [4, 0, 0, 2]],
    ['DPO', [0, 0, 0, 1]],
  ]);
  expect(grid.most).toBe(4);
  expect(topicGrid([], 8, 6).years).toEqual([]);
});

test('a press on a topic is a query that the search reads as meant', () => {
  expect(parseQuery(topicQuery('Offline RL', 2024)).clauses).toMatchObject([
    { kind: 'tag', words: ['offline', 'rl'], whole: true, not: false },
    { kind: 'year', from: 2024, to: 2024, not: false },
  ]);
  expect(parseQuery(topicQuery('so-called "truth"')).clauses.length).toBe(1);
});
