import '../../parts/browser.testing.ts';
import { expect, test } from 'vitest';
import type { SavedRow } from '../../../core/library/saved-row.ts';

const { ago, authorsLine, daysLeft, tagsOf } = await import('./row-words.ts');

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25, 12);
const row = (more: Partial<SavedRow> & { readonly deletedAt?: number } = {}): SavedRow => ({
  key: 'k',
  ids: [],
  title: 't',
  status: 'read',
  tags: [],
  hasCode: false,
  changed: 0,
  ...more,
});

test('authors by their family names, and how many more there are', () => {
  expect(authorsLine(row({ authors: ['Anya Sims', 'Lu, Cong'] }))).toBe('Sims, Lu');
  expect(authorsLine(row({ authors: ['A B', 'C D', 'E F', 'G H', 'I J'] }))).toBe('B, D, F +2');
  expect(authorsLine(row({ authors: ['A B'], authorCount: 12 }))).toBe('B +11');
  expect(authorsLine(row({ authorCount: 6 }))).toBe('6 authors');
  expect(authorsLine(row())).toBe('');
});

test('how long ago, in one unit', () => {
  const words = [0, 1, 6, 7, 20, 31, 200, 365, 800].map((days) => ago(NOW - days * DAY, NOW));
  expect(words).toEqual([
    'today',
    '1 day',
    '6 days',
    '1 week',
    '2 weeks',
    '1 month',
    '6 months',
    '11 months',
    '2 years',
  ]);
  expect(ago(NOW + DAY, NOW)).toBe('today');
});

test('the trash counts down from ninety, also where the clock was set back', () => {
  expect(daysLeft(row({ deletedAt: NOW - 3.5 * DAY }), NOW)).toBe('87 days left');
  expect(daysLeft(row({ deletedAt: NOW - 89 * DAY }), NOW)).toBe('1 day left');
  expect(daysLeft(row({ deletedAt: NOW + 5_000 }), NOW)).toBe('90 days left');
  expect(daysLeft(row({ deletedAt: NOW - 200 * DAY }), NOW)).toBe('0 days left');
});

test('own tags first, then those of rules, then topics by kind', () => {
  const topics = [
    { name: 'POMDP', kind: 'field' },
    { name: 'Exploration', kind: 'task' },
  ] as const;
  expect(tagsOf(row({ tags: ['mine'], auto: ['ruled'], topics })).map(({ name }) => name)).toEqual([
    'mine',
    'ruled',
    'Exploration',
    'POMDP',
  ]);
});
