/** Cuts a text into the words that the full-text index keeps, and remembers where they stand. Nothing is dropped but punctuation. */

import { fold } from '../identity/fold.ts';

export interface Token {
  /** Folded letters and digits, at most `LONGEST_WORD` units, never empty. */
  readonly word: string;
  /** Where it stands in the text given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Whether nothing but a hyphen parts it from the token before: "multi-modal". */
  readonly hyphen: boolean;
}

/** A longer word is cut, in papers and in queries alike: its beginning is still found. */
export const LONGEST_WORD = 48;

/** Format characters (zero-width, bidi, soft hyphen) hide inside words: they belong to them and are then dropped. */
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;
const ASCII = /^[\x00-\x7f]*$/;
const FORMAT = /\p{Cf}+/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;
const HYPHENS = /^[-\u2010\u2011]$/;
/** Scripts that write without spaces: every character is a word, and a run of them is found as a phrase would be. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const UNSPACED_PARTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Accents that stand alone are dropped before anything is cut, so that two thousand of them hide no letter. */
const ACCENTS = /[\u0300-\u036f]+/g;
/** Folding may shorten a word, hardly to a fourth. */
const MOST_UNITS = 4 * LONGEST_WORD;

const HALF = /[\ud800-\udbff]$/;
/** Han characters that are one unit and stand for nothing else. */
const PLAIN_HAN = /^[\u4e00-\u9fff]$/;

function clean(raw: string): string {
  if (ASCII.test(raw)) return raw.slice(0, LONGEST_WORD).toLowerCase();
  if (PLAIN_HAN.test(raw)) return raw;
  const folded = fold(raw.replace(FORMAT, '').replace(ACCENTS, '').slice(0, MOST_UNITS));
  if (!HAS_WORD.test(folded)) return '';
  const word = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '').slice(0, LONGEST_WORD);
  // A cut may leave half a character, which no stored form can hold.
  return HALF.test(word) ? word.slice(0, -1) : word;
}

/** @returns the words in order. Linear in the length of the text; never throws. */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -2;
  const push = (raw: string, start: number): void => {
    const word = clean(raw);
    if (word === '') return;
    const hyphen = start === last + 1 && HYPHENS.test(text.charAt(last));
    last = start + raw.length;
    // One sign may stand for several ("ゟ" is "より").
    const parts = ASCII.test(word) || !UNSPACED.test(word) ? [word] : (word.match(UNSPACED_PARTS) ?? []);
    for (const [i, part] of parts.entries()) tokens.push({ word: part, start, end: last, hyphen: hyphen && i === 0 });
  };
  for (const found of text.matchAll(WORD)) {
    const [raw] = found;
    if (ASCII.test(raw) || !UNSPACED.test(raw)) push(raw, found.index);
    else for (const part of raw.matchAll(UNSPACED_PARTS)) push(part[0], found.index + part.index);
  }
  return tokens;
}

/** @returns the folded words of a text, parted by single spaces: how names (tags, collections, venues) are compared */
export const plainName = (text: string): string =>
  tokensIn(text)
    .map(({ word }) => word)
    .join(' ');
