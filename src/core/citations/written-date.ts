import { type CalendarDay, calendarDay } from '../calendar-day.ts';

/** Dates as reference files write them. */

export interface WrittenDate {
  readonly year?: number;
  /** Only where year, month and day are all given and exist. */
  readonly date?: CalendarDay;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** "2017-06-12", "2017/06/12/", "2017///", "2017 Jun 12", "12 June 2017", "June 12, 2017", "Summer 2017", "[2017?]". */
export function writtenDate(text: string): WrittenDate {
  const short = text.slice(0, 100).trim();
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(short);
  if (numbers) return ofParts(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(short)?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) return {};
  const month = MONTHS.indexOf(
    // an unknown word gives -1, hence month 0, which no date has
    (/[a-z]{3,}/i.exec(short)?.[0] ?? '').slice(0, 3).toLowerCase() as (typeof MONTHS)[number],
  );
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i.exec(short.replace(/\d{4}/, ''))?.[1];
  return ofParts(year, month + 1, Number(day ?? 0));
}

/** CSL's date-parts: `[2017]`, `[2017, 6]`, `["2017", "6", "12"]`. */
export function dateOfParts(parts: readonly unknown[]): WrittenDate {
  const [year = Number.NaN, month = 0, day = 0] = parts
    .slice(0, 3)
    .map((part) => (typeof part === 'boolean' ? Number.NaN : Number(part)));
  return ofParts(year, month, day);
}

function ofParts(year: number, month: number, day: number): WrittenDate {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return {};
  const date = calendarDay(year, month, day);
  return date === undefined ? { year } : { year, date };
}
