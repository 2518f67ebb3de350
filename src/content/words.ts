/** Sentences of the interface in the content script, read once each: they must outlive an update of the extension under the page. */
import { native } from '../platform/content.ts';

const kept = new Map<string, string>();

/** A sentence; kept where it has no substitutions, so that it is still there after the extension is gone. */
export function t(key: string, ...substitutions: readonly (string | number)[]): string {
  if (substitutions.length > 0) return native.message(key, ...substitutions);
  let text = kept.get(key);
  if (text === undefined) {
    text = native.message(key);
    kept.set(key, text);
  }
  return text;
}

/** A name of ours as part of a message key, which knows no hyphen: `to-read` gives `to_read`. */
export const inKey = (name: string): string => name.replace('-', '_');

const HOLE = '\u0001';

/** A sentence split at its one substitution, for a place where an element stands: "close to $1, which you saved". */
export function around(text: (hole: string) => string): readonly [before: string, after: string] {
  const [before = '', after = ''] = text(HOLE).split(HOLE);
  return [before, after];
}

let days: Intl.DateTimeFormat | undefined;

/** "30 May 2024", in the language of the interface. @param day YYYY-MM-DD, without a zone */
export function dayText(day: string): string {
  days ??= new Intl.DateTimeFormat(localeOf(t('locale')), { dateStyle: 'medium', timeZone: 'UTC' });
  const time = Date.parse(day);
  return Number.isNaN(time) ? day : days.format(time);
}

/** A message that is missing gives its key, which is no locale. */
const localeOf = (tag: string): string => (/^[a-z]{2}(?:-[A-Z]{2})?$/.test(tag) ? tag : 'en-GB');
