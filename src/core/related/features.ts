/** A paper's text as numbers: hashed words and word pairs with their counts. */

import { type Word, wordsIn } from './words.ts';

export interface RelatedText {
  readonly title: string;
  readonly abstract?: string;
}

/** Terms sorted by hash, each once. The lowest bit of a hash tells a pair (1) from a word (0). */
export interface Features {
  readonly terms: Uint32Array;
  /** Count of each term, words of the title twice, at most 255. */
  readonly counts: Uint8Array;
  /** Sum of the counts of single words: the length for BM25. */
  readonly length: number;
}

/** Text beyond this is not read: no real abstract is longer, and a hostile one costs no more. */
const MOST_TEXT = { title: 2_000, abstract: 20_000 } as const;
const TITLE_WEIGHT = 2;
const MOST_COUNT = 255;

export const isPair = (term: number): boolean => (term & 1) === 1;

/** Murmur3's last step: spreads all bits over all bits. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over the UTF-16 units, mixed. */
function hashOf(stem: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) h = Math.imul(h ^ stem.charCodeAt(i), 0x01000193);
  return mix(h);
}

export const wordTerm = (stem: string): number => (hashOf(stem) & ~1) >>> 0;
export const pairTerm = (first: number, second: number): number => (mix(Math.imul(first, 31) + second) | 1) >>> 0;

export const titleWords = (text: RelatedText): Word[] => wordsIn(text.title.slice(0, MOST_TEXT.title));
export const abstractWords = (text: RelatedText): Word[] => wordsIn((text.abstract ?? '').slice(0, MOST_TEXT.abstract));

/** @returns the features of a text; the same for texts that differ only in case, accents and plurals */
export function featuresOf(text: RelatedText): Features {
  const counts = new Map<number, number>();
  let length = 0;
  const count = (words: readonly Word[], weight: number): void => {
    let before = 0;
    for (const word of words) {
      const term = wordTerm(word.stem);
      counts.set(term, (counts.get(term) ?? 0) + weight);
      length += weight;
      if (word.follows) {
        const pair = pairTerm(before, term);
        counts.set(pair, (counts.get(pair) ?? 0) + weight);
      }
      before = term;
    }
  };
  count(titleWords(text), TITLE_WEIGHT);
  count(abstractWords(text), 1);
  const terms = Uint32Array.from(counts.keys()).sort();
  return { terms, counts: Uint8Array.from(terms, (term) => Math.min(MOST_COUNT, counts.get(term) ?? 0)), length };
}
