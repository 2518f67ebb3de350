import './browser.testing.ts';
import { expect, test } from 'vitest';
import type { CalendarDay } from '../../core/calendar-day.ts';

const { backupTime, dayWords, sizeWords } = await import('./words.ts');
const { tn } = await import('../../platform/i18n.ts');

test('days are written as people write them, whatever the zone', () => {
  expect(dayWords('2025-11-20' as CalendarDay)).toBe('20 Nov 2025');
  expect(backupTime('2026-11-21')).toBe('21 Nov 2026');
  expect(backupTime('2026-11-21T23:10:00Z')).toMatch(/^2[12] Nov 2026, \d\d:\d\d$/);
  expect(backupTime('not a day')).toBe('not a day');
});

test('sizes have two digits at most and the right unit', () => {
  expect([0, 999, 1_000, 68_978, 999_600, 67_108_864].map(sizeWords)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '69 kB',
    '1 MB',
    '67 MB',
  ]);
});

test('one paper is not "1 papers", and thousands are grouped', () => {
  expect(tn('popupPapers', 1)).toBe('1 paper');
  expect(tn('popupPapers', 2_000)).toBe('2,000 papers');
});
