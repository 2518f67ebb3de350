import { locale } from '../../platform/i18n.ts';

/** Times of the pane, by the browser's own calendar words. */

/** Plain English gives the day first, as VISUAL.md 10 writes it. */
const tag = (): string => (locale() === 'en' || locale() === 'en-US' ? 'en-GB' : locale());

/** "20 Nov, 09:12", with the year where it is another one than `now`'s. @param at ms since the epoch */
export function momentWords(at: number, now = Date.now()): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  const year = time.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(tag(), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...year,
  }).format(time);
}

const STEPS = [
  [60_000, 'second', 1_000],
  [3_600_000, 'minute', 60_000],
  [86_400_000, 'hour', 3_600_000],
  [30 * 86_400_000, 'day', 86_400_000],
  [365 * 86_400_000, 'month', 30 * 86_400_000],
] as const;

/** "2 days ago"; "now" within a minute, and for what a clock ahead of this one wrote. */
export function agoWords(at: number, now: number): string {
  const passed = Math.max(0, now - at);
  const words = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' });
  for (const [below, unit, size] of STEPS)
    if (passed < below)
      return unit === 'second' ? words.format(0, 'second') : words.format(-Math.floor(passed / size), unit);
  return words.format(-Math.floor(passed / (365 * 86_400_000)), 'year');
}
