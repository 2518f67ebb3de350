import { locale } from '../../platform/i18n.ts';

/** Times of sync: what was today needs no day. */

/** Plain English gives the day first, as VISUAL.md 10 writes it. */
const tag = (): string => (locale() === 'en' || locale() === 'en-US' ? 'en-GB' : locale());

/** "14:02", or "18 Nov, 14:02" where it was another day. */
export function clockWords(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : { day: 'numeric' as const, month: 'short' as const };
  return new Intl.DateTimeFormat(tag(), { hour: '2-digit', minute: '2-digit', ...day }).format(at);
}

/** "18 Nov", without the stop that short months have in some languages: it stands at the end of a sentence. */
export const dayOf = (at: number): string =>
  new Intl.DateTimeFormat(tag(), { day: 'numeric', month: 'short' }).format(at).replace(/\.$/, '');

const MINUTE = 60_000;

/** "2 minutes ago", "in 4 minutes", "now"; in short "2 min ago". @param from ms since 1970, before or after `now` */
export function nearWords(from: number, now: number, style: 'long' | 'short' = 'long'): string {
  const minutes = Math.trunc((from - now) / MINUTE);
  const words = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto', style });
  if (minutes === 0) return words.format(0, 'second');
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  const hours = Math.trunc(minutes / 60);
  return Math.abs(hours) < 24 ? words.format(hours, 'hour') : words.format(Math.trunc(hours / 24), 'day');
}
