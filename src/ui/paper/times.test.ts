import '../parts/browser.testing.ts';
import { expect, test } from 'vitest';

const { agoWords, momentWords } = await import('./times.ts');
const now = new Date(2026, 10, 25, 12, 0).getTime();
const DAY = 86_400_000;

test('times are told as people tell them', () => {
  expect(agoWords(now - 20_000, now)).toBe('now');
  expect(agoWords(now + 5 * DAY, now)).toBe('now');
  expect(agoWords(now - 3 * 60_000, now)).toBe('3 minutes ago');
  expect(agoWords(now - 2 * DAY, now)).toBe('2 days ago');
  expect(agoWords(now - DAY, now)).toBe('yesterday');
  expect(agoWords(now - 800 * DAY, now)).toBe('2 years ago');
});

test('a moment has its year only where it is another one', () => {
  expect(momentWords(new Date(2026, 10, 20, 9, 12).getTime(), now)).toBe('20 Nov, 09:12');
  expect(momentWords(new Date(2025, 10, 20, 9, 12).getTime(), now)).toBe('20 Nov 2025, 09:12');
  expect(momentWords(Number.NaN, now)).toBe('');
});
