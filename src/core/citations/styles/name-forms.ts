import { isGroup, type Name, nameText } from '../names.ts';

/** Names as reference lists write them. */

/** Scripts whose given names have no initials. */
const NO_INITIALS = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** "Martin Luther" is "M. L.", "Jean-Paul" is "J.-P.", "AB" (PubMed) is "A. B.". */
export function initials(given: string): string {
  return given
    .split(/[\s.]+/)
    .flatMap((word) => (/^\p{Lu}{2,3}$/u.test(word) ? [...word] : [word]))
    .map((word) =>
      word
        .split(/[-‐‑]/)
        .filter((part) => part !== '')
        .map(initial)
        .join('-'),
    )
    .filter((word) => word !== '') // a word of hyphens alone
    .join(' ');
}

const initial = (word: string): string => (NO_INITIALS.test(word) ? word : `${/^.\p{M}*/su.exec(word)?.[0] ?? ''}.`);

const spaced = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');
const commas = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

/** APA: "van Beethoven, L.", "King, M. L., Jr." */
export const familyThenInitials = (name: Name): string =>
  isGroup(name)
    ? name.literal
    : commas(spaced(name.particle, name.family), name.given && initials(name.given), name.suffix);

/** IEEE: "L. van Beethoven", "M. L. King Jr." */
export const initialsThenFamily = (name: Name): string =>
  isGroup(name) ? name.literal : spaced(name.given && initials(name.given), name.particle, name.family, name.suffix);

/** ACM, and all but the first in Chicago: "Martin Luther King Jr." */
export const fullName = (name: Name): string => nameText(name);

/** Chicago's first author: "Beethoven, Ludwig van", "King, Martin Luther, Jr." */
export const familyThenFull = (name: Name): string =>
  isGroup(name) ? name.literal : commas(name.family, spaced(name.given, name.particle), name.suffix);

/**
 * Names with a word before the last one. `serial` decides the comma before that word: always, with three or more, or never.
 * @param word "and", "&"
 */
export function listed(names: readonly string[], word: string, serial: 'always' | 'three'): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const comma = serial === 'always' || names.length > 2 ? ',' : '';
  return `${names.slice(0, -1).join(', ')}${comma} ${word} ${last}`;
}
