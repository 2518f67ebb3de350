/** A day of the Gregorian calendar without a time or zone, as ISO 8601 `YYYY-MM-DD`; plain string order is time order. */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' };

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** A day that exists, years 1000 to 9999; undefined for Feb 30, month 13 and the like. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1000 || year > 9999 || month < 1 || month > 12)
    return undefined;
  const last = month === 2 && isLeap(year) ? 29 : (DAYS_IN[month - 1] ?? 0);
  if (day < 1 || day > last) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}` as CalendarDay; // checked above: four, two and two digits of a real day
}

/** Reads the first ten characters of an ISO date or date-time; undefined where they are not a real day. */
export function dayOfIso(text: string): CalendarDay | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text);
  return m ? calendarDay(Number(m[1]), Number(m[2]), Number(m[3])) : undefined;
}

/** The day on the person's calendar at a moment, in the zone of the machine. @throws RangeError outside the years 1000 to 9999 */
export function localDay(moment: Date): CalendarDay {
  const day = calendarDay(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  if (day === undefined) throw new RangeError('The clock is outside the years 1000 to 9999.');
  return day;
}

/** Days since 1970-01-01, for distances between days. */
export function dayNumber(day: CalendarDay): number {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  // days-from-civil, H. Hinnant, https://howardhinnant.github.io/date_algorithms.html
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yoe = year - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}
