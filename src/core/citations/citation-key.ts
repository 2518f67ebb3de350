import { fold } from '../identity/fold.ts';
import type { CitedWork } from './citation.ts';
import { isGroup, parseName } from './names.ts';

/**
 * Citation keys by a pattern in JabRef's and Better BibTeX's words: text, and fields in brackets with modifiers.
 * Fields: `auth` (first family name), `authN` (its first N letters), `authEtAl`, `authors` (all, at most four, then EtAl),
 * `year`, `shortyear`, `title` (all words), `shorttitle` (three words without articles and the like), `veryshorttitle` (one), `venue`, `id`.
 * Modifiers: `:lower`, `:upper`, `:abbr` (first letters).
 */

/** As Google Scholar writes keys: `vaswani2017attention`. */
export const DEFAULT_KEY_PATTERN = '[auth:lower][year][veryshorttitle:lower]';

const SMALL = new Set(
  'a an the of on in for and or to with from by at as is are be via into over under about towards toward using do does can we how what why when'.split(
    ' ',
  ),
);
/** Longest key; longer ones are cut. Keys are typed by people. */
const LONGEST = 80;

/**
 * One key for each work, all different, also where case is ignored as BibTeX does. Works that share a key get it plain, then
 * with a, b, c …, in the order of their dates, ids and titles: the order of the list does not matter.
 */
export function citationKeys(works: readonly CitedWork[], pattern: string = DEFAULT_KEY_PATTERN): readonly string[] {
  const read = patternOf(pattern);
  const plain = works.map((work) => read(work));
  const rank = works.map((work) => `${work.date ?? work.year ?? '9999'} ${work.ids[0] ?? '~'} ${work.title}`);
  const order = works.map((_, i) => i).sort((a, b) => compare(rank[a] ?? '', rank[b] ?? '') || a - b);
  const taken = new Set(plain.map((key) => key.toLowerCase()));
  const given = new Map<string, number>();
  const keys = [...plain];
  for (const i of order) {
    const key = plain[i] ?? '';
    const folded = key.toLowerCase();
    let n = given.get(folded);
    if (n !== undefined) {
      while (taken.has(`${folded}${letters(n)}`)) n++;
      keys[i] = `${key}${letters(n)}`;
      taken.add(`${folded}${letters(n)}`);
    }
    given.set(folded, (n ?? -1) + 1);
  }
  return keys;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** 0 is a, 25 is z, 26 is aa. */
function letters(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}

function patternOf(pattern: string): (work: CitedWork) => string {
  const parts = pattern.slice(0, 200).split(/(\[[^\]]*\])/);
  return (work) => {
    const key = parts.map((part) => (part.startsWith('[') ? field(part.slice(1, -1), work) : safe(part))).join('');
    // a key of digits or nothing says too little and is no valid name for some programs
    const named = /[A-Za-z]/.test(key) ? key : safe(work.ids[0]?.replace(':', '') ?? '') || `work${key}`;
    return named.slice(0, LONGEST);
  };
}

function field(written: string, work: CitedWork): string {
  const [name = '', ...modifiers] = written.split(':');
  return modifiers.reduce(modified, wordsFor(name.trim(), work)).map(safe).join('');
}

function modified(words: readonly string[], modifier: string): readonly string[] {
  if (modifier === 'lower') return words.map((word) => word.toLowerCase());
  if (modifier === 'upper') return words.map((word) => word.toUpperCase());
  return modifier === 'abbr' ? words.map((word) => word.slice(0, 1)) : words;
}

function wordsFor(name: string, work: CitedWork): readonly string[] {
  const families = (work.authors ?? []).slice(0, 5).map(familyOf);
  const cut = /^auth(\d{1,2})$/.exec(name)?.[1];
  if (cut !== undefined) return [ascii(families[0] ?? '').slice(0, Number(cut))];
  const title = (): readonly string[] => titleWords(work.title);
  switch (name) {
    case 'auth':
      return families.slice(0, 1);
    case 'authEtAl':
      return families.length > 2 ? [families[0] ?? '', 'EtAl'] : families;
    case 'authors':
      return families.length > 4 ? [...families.slice(0, 4), 'EtAl'] : families;
    case 'year':
      return [String(work.year ?? '')];
    case 'shortyear':
      return [String(work.year ?? '').slice(2)];
    case 'title':
      return ascii(work.title)
        .split(/[^A-Za-z0-9]+/)
        .map(capital);
    case 'shorttitle':
      return title().slice(0, 3).map(capital);
    case 'veryshorttitle':
      return title().slice(0, 1).map(capital);
    case 'venue':
      return ascii(work.venue ?? '').split(/[^A-Za-z0-9]+/);
    case 'id':
      return [(work.ids[0] ?? '').replace(':', '')];
    default:
      return [];
  }
}

function familyOf(author: string): string {
  const name = parseName(author);
  return ascii(isGroup(name) ? (name.literal.split(' ')[0] ?? '') : `${name.particle ?? ''}${name.family}`).replace(
    /[^A-Za-z0-9-]/g,
    '',
  );
}

function titleWords(title: string): readonly string[] {
  const words = ascii(title.replace(/['’]/g, ''))
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !SMALL.has(word.toLowerCase()));
  return telling.length > 0 ? telling : words;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Accents dropped, case kept; scripts without Latin letters give nothing. */
const ascii = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (letter.charCodeAt(0) < 128) return letter;
      const plain = fold(letter);
      return letter === letter.toLowerCase() ? plain : capital(plain);
    })
    .join('');

/** What keys may hold in BibTeX, biber and on a shell's command line. */
const safe = (text: string): string => ascii(text).replace(/[^A-Za-z0-9_:.+/-]/g, '');
