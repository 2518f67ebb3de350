import { type CalendarDay, calendarDay, dayNumber } from '../calendar-day.ts';

/**
 * The date line of a copied Hugging Face page: `MON SP D{1,2} ["," SP YYYY] [SP comments]`, e.g. "Nov 10 10" is day 10 with
 * 10 comments. The site leaves the year out where it is the year of the visit; comments are left out where there are none.
 */
export interface PageDate {
  readonly month: number;
  readonly day: number;
  readonly year?: number;
  /** 0 where the line shows none; undefined where it shows something else than a count. */
  readonly comments?: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
// The tail begins with a digit or sign of any script, so that a title such as "May 20 questions be enough?" is no date.
const LINE = /^([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{1,9}))?(?:[ \t]+([-−+\p{N}][^\n]{0,24}))?$/u;

/** @param line without blanks at its ends @returns undefined where the line has not this shape; the day may still not exist */
export function readPageDate(line: string): PageDate | undefined {
  const m = LINE.exec(line);
  const month = MONTHS.indexOf(m?.[1] ?? '') + 1;
  if (m === null || month === 0) return undefined;
  const comments = m[4] === undefined ? 0 : /^\d{1,7}$/.test(m[4]) ? Number(m[4]) : undefined;
  return {
    month,
    day: Number(m[2]),
    ...(m[3] === undefined ? {} : { year: Number(m[3]) }),
    ...(comments === undefined ? {} : { comments }),
  };
}

/** What the year of a date without one is worked out from. */
export interface YearClue {
  readonly captured?: CalendarDay;
  /** The latest year that the same page writes out: a page leaves out only a later one. */
  readonly latestExplicit?: number;
}

/**
 * The day a date line means. Without a year: the year of the capture, or the one before where that would lie more than a
 * day after it (the copier's clock and the site's may differ by a time zone); without a capture date, the year after the
 * latest written out. @returns undefined where there is no such day
 */
export function dayOfPageDate(date: PageDate, clue: YearClue): { day: CalendarDay; inferred: boolean } | undefined {
  if (date.year !== undefined) return exact(calendarDay(date.year, date.month, date.day), false);
  if (clue.captured !== undefined) {
    const year = Number(clue.captured.slice(0, 4));
    const day = calendarDay(year, date.month, date.day);
    const ahead =
      day !== undefined
        ? dayNumber(day) - dayNumber(clue.captured) > 1
        : date.month > Number(clue.captured.slice(5, 7));
    return exact(ahead ? calendarDay(year - 1, date.month, date.day) : day, true);
  }
  return clue.latestExplicit === undefined
    ? undefined
    : exact(calendarDay(clue.latestExplicit + 1, date.month, date.day), true);
}

const exact = (day: CalendarDay | undefined, inferred: boolean): { day: CalendarDay; inferred: boolean } | undefined =>
  day === undefined ? undefined : { day, inferred };
