/** Shared terms as a person knows them: the query's own words, pairs before their parts, never a stem. */

import { abstractWords, pairTerm, type RelatedText, titleWords, wordTerm } from './features.ts';
import type { SharedTerm } from './query.ts';
import { DULL_WORDS, PROPER_WORDS } from './stop-words.ts';
import type { Word } from './words.ts';

interface Surface {
  readonly text: string;
  /** The terms it stands for: one word; a pair and its two words; two pairs and their three words. */
  readonly terms: readonly number[];
  readonly words: readonly number[];
  /** Lower is a better way to show it. */
  readonly cost: number;
  /** Held together by a small word: less of a term. */
  readonly loose: boolean;
}

/** A word of the query with its place. */
interface Place {
  readonly word: Word;
  readonly term: number;
  readonly text: string;
  readonly cost: number;
}

const MOST_SHARED = 5;
const FEWEST_SHOWN = 2;
/** A word with less weight than this share of the strongest explains nothing. */
const LEAST_SHARE = 0.2;
const LONGEST = 48;

/** "LLM", "BM25", "mRNA": a shape that lower case would destroy. */
const HAS_SHAPE = /\p{L}\p{Lu}|\p{N}\p{L}|\p{L}\p{N}/u;
/** After these a large first letter is only grammar. */
const BEGINS = /(?:^|[.!?:;]\s*|\n\s*)["'“(]*$/;
const CAPITAL_BEFORE = /\p{Lu}\p{Ll}*[\s-]$/u;
const CAPITAL_AFTER = /^[\s-]\p{Lu}/u;
/** What may stand between the words of a phrase: a space or hyphen, or one small word ("mixture of experts"). */
const CLOSE = /^(?: |-|‑| (?:of|in|for|to|with|and|on|the|as|from|by) )$/;
const SMALL_WORD = / (?:of|in|for|to|with|and|on|the|as|from|by) /;
const LOOSE = 0.6;

function surfaceOfWord(text: string, word: Word, isTitle: boolean): { text: string; cost: number } {
  const written = text.slice(word.start, word.end);
  const lower = written.toLowerCase();
  if (PROPER_WORDS.has(word.stem)) return { text: `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`, cost: 0 };
  if (lower === written || HAS_SHAPE.test(written)) return { text: written, cost: 0 };
  // "Markov" inside a sentence is a name; in a title, in a row of large letters or at a sentence's beginning, nobody can tell.
  const before = text.slice(Math.max(0, word.start - 40), word.start);
  const grammar =
    isTitle ||
    BEGINS.test(before) ||
    CAPITAL_BEFORE.test(before) ||
    CAPITAL_AFTER.test(text.slice(word.end, word.end + 3));
  return grammar ? { text: lower, cost: 2 } : { text: written, cost: 1 };
}

/** @returns the words shown as one phrase, or undefined where they stand too far apart or are too long */
function phraseOf(text: string, places: readonly Place[]): string | undefined {
  let shown = '';
  for (const [i, place] of places.entries()) {
    const before = places[i - 1];
    const between = before === undefined ? '' : text.slice(before.word.end, place.word.start).replace(/\s+/g, ' ');
    if (before !== undefined && !CLOSE.test(between)) return undefined;
    shown += between + place.text;
  }
  return shown.length <= LONGEST ? shown : undefined;
}

/** All ways to show what a query may share, by the terms they stand for. */
export type Surfaces = ReadonlyMap<string, Surface>;

/** @returns how to show the words and phrases of a text; phrases of three words only where the text repeats them */
export function surfacesOf(query: RelatedText): Surfaces {
  const surfaces = new Map<string, Surface>();
  const triples = new Set<string>();
  const propose = (surface: Surface): void => {
    const key = surface.terms.join(' ');
    if (surface.terms.length === 2 && !triples.has(key)) triples.add(key);
    else if ((surfaces.get(key)?.cost ?? Number.POSITIVE_INFINITY) > surface.cost) surfaces.set(key, surface);
  };
  const phrase = (text: string, places: readonly Place[], terms: readonly number[]): void => {
    const shown = phraseOf(text, places);
    if (shown === undefined) return;
    const cost = places.reduce((sum, place) => sum + place.cost, 0);
    const loose = shown.includes(' ') && SMALL_WORD.test(shown);
    propose({ text: shown, terms, words: places.map((place) => place.term), cost, loose });
  };
  const read = (text: string, words: readonly Word[], isTitle: boolean): void => {
    let first: Place | undefined;
    let second: Place | undefined;
    for (const word of words) {
      const third: Place = { word, term: wordTerm(word.stem), ...surfaceOfWord(text, word, isTitle) };
      if (!DULL_WORDS.has(third.text.toLowerCase()))
        propose({ text: third.text, terms: [third.term], words: [third.term], cost: third.cost, loose: false });
      if (!word.follows) first = second = undefined;
      if (second !== undefined) {
        const pair = pairTerm(second.term, third.term);
        phrase(text, [second, third], [pair]);
        if (first !== undefined) phrase(text, [first, second, third], [pairTerm(first.term, second.term), pair]);
      }
      first = second;
      second = third;
    }
  };
  read(query.title, titleWords(query), true);
  read(query.abstract ?? '', abstractWords(query), false);
  return surfaces;
}

/** @returns at most five, the strongest first; phrases before their words, and no word twice */
export function sharedWords(shared: readonly SharedTerm[], surfaces: Surfaces): string[] {
  const parts = new Map(shared.map(({ term, part }) => [term, part]));
  const partOf = (term: number): number => parts.get(term) ?? 0;
  const sum = (terms: readonly number[]): number => terms.reduce((all, term) => all + partOf(term), 0);
  const strengthOf = (s: Surface): number =>
    s.words.length === 1 ? sum(s.words) : (s.loose ? LOOSE : 1) * (sum(s.terms) + sum(s.words) / 2);
  const strongest = [...surfaces.values()]
    .filter(({ terms }) => terms.every((term) => parts.has(term)))
    // A phrase says more than its words: it has its own weight and half of theirs.
    .map((s) => ({ ...s, strength: strengthOf(s) }))
    .sort((a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1));
  const least = (strongest[0]?.strength ?? 0) * LEAST_SHARE;
  const chosen: string[] = [];
  const held = new Set<number>();
  for (const { text, words, strength } of strongest) {
    if (chosen.length >= MOST_SHARED || (chosen.length >= FEWEST_SHOWN && strength < least)) break;
    if (words.some((word) => held.has(word))) continue;
    for (const word of words) held.add(word);
    chosen.push(text);
  }
  return chosen;
}
