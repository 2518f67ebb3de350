import type { CalendarDay } from '../../core/calendar-day.ts';
import { dayOfIso } from '../../core/calendar-day.ts';
import type { Status } from '../../core/library/status.ts';
import type { CallError } from '../../messaging/calls.ts';
import { locale, number, t } from '../../platform/i18n.ts';
import type { JobRow } from '../../storage/papers/rows.ts';

/** Dates, sizes and errors in the words of VISUAL.md 10. */

/** Plain English gives the day first, as VISUAL.md 10 writes it. */
const dateLocale = (): string => (locale() === 'en' || locale() === 'en-US' ? 'en-GB' : locale());

/** "20 Nov 2025", the same everywhere on earth: a calendar day has no zone. */
export const dayWords = (day: CalendarDay): string =>
  new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** "20 Nov": where the year is plain. */
export const dayMonth = (day: CalendarDay): string =>
  new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** When a backup was made: "20 Nov 2025, 09:12" where the time is known, else its day. @param iso date, or date and time */
export function backupTime(iso: string): string {
  const day = dayOfIso(iso);
  if (day && iso.length === 10) return dayWords(day);
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** 1,240 -> "1.2 kB". Units of 1,000, as browsers show them. */
export function sizeWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let n = bytes;
  let unit = 0;
  while (n >= 999.5 && unit < units.length - 1) {
    n /= 1_000;
    unit += 1;
  }
  return `${number(n < 10 && unit > 0 ? Math.round(n * 10) / 10 : Math.round(n))} ${units[unit]}`;
}

export const statusWord = (status: Status): string =>
  ({
    'to-read': t('commonStatusToRead'),
    reading: t('commonStatusReading'),
    read: t('commonStatusRead'),
    aside: t('commonStatusAside'),
  })[status];

/** What happened and what is safe, in one sentence each. */
export const errorWords = (error: CallError): string =>
  ({
    refused: t('commonErrorRefused'),
    'bad-request': t('commonErrorBadRequest'),
    'no-answer': t('commonErrorNoAnswer'),
    'reload-page': t('commonErrorReloadPage'),
    'read-only': t('commonErrorReadOnly'),
    'library-lost': t('commonErrorLibraryLost'),
    'unknown-format': t('commonErrorUnknownFormat'),
    'too-large': t('commonErrorTooLarge'),
    empty: t('commonErrorEmpty'),
    quota: t('commonErrorQuota'),
    'not-found': t('commonErrorNotFound'),
    failed: t('commonErrorFailed'),
  })[error];

/** Why a job failed, in words; the engine's own sentence where it has one. */
export function jobErrorWords(job: JobRow): string {
  if (job.error === 'unknown-format') return t('commonErrorUnknownFormat');
  if (job.error === 'too-large') return t('commonErrorTooLarge');
  if (job.error === 'empty') return t('commonErrorEmpty');
  if (job.error === 'quota') return t('commonErrorQuota');
  return job.detail ?? t('commonErrorFailed');
}
