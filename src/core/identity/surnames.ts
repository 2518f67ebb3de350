import { fold } from './fold.ts';

/** Authors as a set that can be compared across sources that write names differently. */

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)$/;
const NOBODY = /^(?:et al|others|and others|anonymous|anonymous authors?|unknown|na)$/;

/**
 * The folded surnames of the authors, and for each author of two names both in one, in alphabetical order: "Xie Liang" and
 * "Liang Xie" share `liang+xie` though their surnames differ. Reads "Given Surname", "Surname, Given", "Surname AB" (PubMed)
 * and single names; "et al." and "Anonymous" are nobody.
 */
export function surnames(authors: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const author of authors) {
    const names = namesOf(author.slice(0, 200));
    const surname = names.at(-1);
    if (surname === undefined) continue;
    found.add(surname);
    for (const spelled of umlautsIn(author)) found.add(spelled);
    if (names.length === 2) found.add([...names].sort().join('+'));
  }
  return found;
}

/** True where both sets have someone and nobody is in both. */
export const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && !share(a, b);

export function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return true;
  return false;
}

/** "Müller" is also written "Mueller": the surname that the umlauts spell out, where there are any. */
function umlautsIn(author: string): readonly string[] {
  const spelled = author.replace(/[äöüøåÄÖÜØÅ]/g, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);
  const surname = spelled === author ? undefined : namesOf(spelled.slice(0, 200)).at(-1);
  return surname === undefined ? [] : [surname];
}
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** The parts of one name, folded, surname last. */
function namesOf(author: string): readonly string[] {
  const [before = '', after = ''] = author.split(',', 2);
  const given = words(after).filter((w) => !SUFFIX.test(w));
  const plain = words(before).filter((w) => !SUFFIX.test(w));
  if (given.length > 0) return [...given, ...plain];
  if (NOBODY.test(plain.join(' '))) return [];
  // "Smith AB": one or two capitals at the end are initials, unless the whole name is written in capitals
  const last = /\s([A-Z]{1,2})$/.exec(before.trim())?.[1];
  return last !== undefined && plain.length === 2 && /[a-z]/.test(before) ? [...plain].reverse() : plain;
}

/** Hyphens and apostrophes do not part a name: "Garcia-Molina", "O'Brien". */
const words = (text: string): readonly string[] =>
  fold(text)
    .replace(/[-'’`‐‑.]/g, (sign) => (sign === '.' ? ' ' : ''))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((w) => w !== '');
