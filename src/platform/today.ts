import { type CalendarDay, calendarDay } from '../core/calendar-day.ts';

/** The day on the person's calendar. */
export function today(now = new Date()): CalendarDay {
  const day = calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === undefined) throw new RangeError('The clock is outside the years 1000 to 9999.');
  return day;
}
