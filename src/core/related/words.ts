/** Cuts a text into the words that the index counts, and remembers where they stand. */

import { stem } from './stem.ts';
import { BOILERPLATE, STOP_WORDS } from './stop-words.ts';

export interface Word {
  /** What is counted: folded, in the singular. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Whether no sentence, clause or bracket ends between the counted word before and this one: they make a bigram. */
  readonly follows: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const BREAK = /[.;:!?()[\]{}|\n\r"“”]/;
const ASCII = /^[\p{ASCII}]*$/u;
/** One to three digits count things; longer numbers are years and names. */
const SMALL_NUMBER = /^\d{1,3}$/;
const LONGEST_WORD = 40;

const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();

/** @returns the counted words in order. Linear in the length of the text. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  let broken = true;
  for (const found of text.matchAll(WORD)) {
    const start = found.index;
    // A hard-wrapped abstract has line ends inside its sentences: only an empty line breaks.
    const gap = text.slice(last, Math.min(start, last + 40));
    if (BREAK.test(gap.replace(/(?<!\n)\r?\n(?!\r?\n)/g, ' '))) broken = true;
    last = start + found[0].length;
    if (found[0].length > LONGEST_WORD) continue;
    const folded = fold(found[0]);
    if (folded.length < 2 || STOP_WORDS.has(folded) || SMALL_NUMBER.test(folded)) continue;
    if (BOILERPLATE.has(folded)) {
      broken = true;
      continue;
    }
    words.push({ stem: stem(folded), start, end: last, follows: !broken });
    broken = false;
  }
  return words;
}
