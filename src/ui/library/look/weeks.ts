import type { CalendarDay } from '../../../core/calendar-day.ts';
import { dayOfIso } from '../../../core/calendar-day.ts';

/** Weeks of the chart "saved and read", filled up and cut to a range, with the lines of its scale. */

export interface Week {
  /** Its Monday. */
  readonly from: CalendarDay;
  readonly saved: number;
  readonly read: number;
}

const DAY = 86_400_000;
const time = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`);

/** The day `n` days later. */
function plus(day: CalendarDay, n: number): CalendarDay {
  const found = dayOfIso(new Date(time(day) + n * DAY).toISOString().slice(0, 10));
  if (!found) throw new RangeError(`no day ${n} after ${day}`);
  return found;
}

/** The Monday of a day's week. */
export const monday = (day: CalendarDay): CalendarDay => plus(day, -((new Date(time(day)).getUTCDay() + 6) % 7));

/**
 * The newest `count` weeks, oldest first, those in which nothing happened among them.
 * @param today the last week is the one of this day, or the newest that is known
 */
export function lastWeeks(known: readonly Week[], today: CalendarDay, count: number): readonly Week[] {
  const byDay = new Map(known.map((week) => [week.from, week]));
  const end = known.reduce((newest, { from }) => (from > newest ? from : newest), monday(today));
  return Array.from({ length: count }, (_, i) => {
    const from = plus(end, -7 * (count - 1 - i));
    return byDay.get(from) ?? { from, saved: 0, read: 0 };
  });
}

/** Sums over some weeks. */
export const totals = (weeks: readonly Week[]): { readonly saved: number; readonly read: number } => ({
  saved: weeks.reduce((sum, week) => sum + week.saved, 0),
  read: weeks.reduce((sum, week) => sum + week.read, 0),
});

/**
 * Round numbers for the lines of a scale from 0: two to four of them, the last at or above `most`.
 * @returns at least one number above 0
 */
export function ticks(most: number): readonly number[] {
  const top = Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(top));
  const step = [power / 5, power / 2, power, power * 2, power * 5].find(
    (size) => Number.isInteger(size) && top / size <= 4,
  );
  const by = step ?? 1;
  return Array.from({ length: Math.ceil(top / by) }, (_, i) => (i + 1) * by);
}
