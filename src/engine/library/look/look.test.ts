import { expect, test } from 'vitest';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import { topicsOf, weeksOf } from './charts.ts';
import { labelOf } from './graph.ts';

const at = (iso: string): number => new Date(`${iso}T10:00:00`).getTime();

test('weeks begin on Monday, have no gap, and end with this week', () => {
  const weeks = weeksOf([at('2026-11-02'), at('2026-11-08'), at('2026-11-09')], [at('2026-11-25')], at('2026-11-25'));
  expect(weeks).toEqual([
    { from: '2026-11-02', saved: 2, read: 0 },
    { from: '2026-11-09', saved: 1, read: 0 },
    { from: '2026-11-16', saved: 0, read: 0 },
    { from: '2026-11-23', saved: 0, read: 1 },
  ]);
});

test('an empty library has no weeks; a clock that jumped does not make thousands', () => {
  expect(weeksOf([], [], at('2026-11-25'))).toEqual([]);
  expect(weeksOf([at('2019-01-01'), at('2030-01-01')], [], at('2026-11-25'))).toHaveLength(104);
});

test('topics: most papers first, own tags told apart from topics of the same name', () => {
  const row = (year: number, tags: readonly string[], topics: readonly string[]): SavedRow =>
    ({ year, tags, topics: topics.map((name) => ({ name, kind: 'task' })) }) as unknown as SavedRow; // what topicsOf reads
  expect(topicsOf([row(2024, ['RL'], ['RL']), row(2025, [], ['RL']), row(2024, [], ['RL'])])).toEqual([
    {
      name: 'RL',
      kind: 'task',
      byYear: [
        [2024, 2],
        [2025, 1],
      ],
    },
    { name: 'RL', kind: 'own', byYear: [[2024, 1]] },
  ]);
});

test('a label is the name before the colon, or a few words; never long', () => {
  expect(labelOf('RAVL: Reach-Aware Value Learning for Offline Data')).toBe('RAVL');
  expect(labelOf('The Edge-of-Reach Problem in Offline Learning')).toBe('The Edge-of-Reach …');
  expect(labelOf('x'.repeat(500)).length).toBeLessThan(30);
  expect(labelOf('Short title')).toBe('Short title');
});
