/**
 * Which papers have words in a row, or in one name. Abstracts and notes keep no function words: there, a function word within a phrase
 * may be any word ("state of the art"), and a phrase with fewer than two others ("as we will") is looked for in titles and names alone.
 *
 * A paper and a place in it make one number, a spot. The spots of a word ascend, so that rows are intersections of ascending lists.
 */

import { isFunctionWord } from './function-words.ts';
import { AUTHORS_AT, BODY_END, SLOT, TAGS_AT } from './search-doc.ts';
import type { Placed } from './search-view.ts';
import { decode, indexOfWord, type Postings, prefixEnd, type Section, wordAt } from './section.ts';

/** Places of one paper. Spots go up to 2^36 for a million papers, and are exact. */
const PLACES = BODY_END + 1;

/** Words [from, to) of a lexicon. */
export type WordSpan = readonly [from: number, to: number];

/**
 * @param place turns a place into the one to keep, or below 0 into none
 * @param wanted 1: papers that matter; undefined: all
 * @returns ascending spots of all words of the spans
 */
function spotsOf(
  section: Section,
  spans: readonly WordSpan[],
  place: (at: number) => number,
  into: Postings,
  wanted?: Uint8Array,
): readonly number[] {
  const { places, placeStarts } = section;
  const spots: number[] = [];
  let words = 0;
  for (const [from, to] of spans) {
    for (let word = from; word < to; word++) {
      const n = decode(section, word, into);
      let at = placeStarts[word] ?? 0;
      const number = (): number => {
        let byte = places[at++] ?? 0;
        let value = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = places[at++] ?? 0;
          value |= (byte & 127) << shift;
        }
        return value;
      };
      for (let i = 0; i < n; i++) {
        const doc = into.docs[i] ?? 0;
        const base = doc * PLACES;
        let own = 0;
        for (let left = number(); left > 0; left--) {
          own += number();
          const kept = place(own);
          if (kept >= 0 && (wanted === undefined || wanted[doc] === 1)) spots.push(base + kept);
        }
      }
      words++;
    }
  }
  return words > 1 ? [...Float64Array.from(spots).sort()] : spots;
}

/** @returns spots that stand in both ascending lists */
function inBoth(a: readonly number[], b: readonly number[]): readonly number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i] ?? 0;
    const other = b[j] ?? 0;
    if (one === other) both.push(one);
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return both;
}

/** Words of the lexicon that an item of a phrase may be. */
function spanOf({ words }: Section, word: string, prefix: boolean): WordSpan {
  if (prefix) {
    const from = wordAt(words, word);
    return [from, prefixEnd(words, word, from)];
  }
  const at = indexOfWord(words, word);
  return at < 0 ? [0, 0] : [at, at + 1];
}

const bytesIn = ({ starts }: Section, [from, to]: WordSpan): number => (starts[to] ?? 0) - (starts[from] ?? 0);

/** @returns spots where the words begin to stand in a row */
function rowsIn(
  section: Section,
  words: readonly string[],
  open: boolean,
  isBody: boolean,
  into: Postings,
): readonly number[] {
  const items = words
    .map((word, offset) => ({ offset, word, prefix: open && offset === words.length - 1 }))
    .filter(({ word, prefix }) => !isBody || prefix || !isFunctionWord(word))
    .map(({ offset, word, prefix }) => ({ offset, span: spanOf(section, word, prefix) }));
  if (items.length < Math.min(2, isBody ? words.length : 1)) return [];
  // The rarest first: where one is missing, nothing else is read.
  items.sort((a, b) => bytesIn(section, a.span) - bytesIn(section, b.span));
  let rows: readonly number[] | undefined;
  for (const { offset, span } of items) {
    if (rows?.length === 0) return [];
    const spots = spotsOf(section, [span], (at) => at - offset, into, rows && papersOf(rows, into.docs.length));
    rows = rows === undefined ? spots : inBoth(rows, spots);
  }
  return rows ?? [];
}

/** @returns 1 for the papers of the spots */
function papersOf(spots: readonly number[], size: number): Uint8Array {
  const papers = new Uint8Array(size);
  markSpots(spots, 0, papers);
  return papers;
}

function markSpots(spots: readonly number[], first: number, marks: Uint8Array): void {
  for (const spot of spots) marks[first + Math.floor(spot / PLACES)] = 1;
}

/** Marks the papers that have the words in a row in a title, name, tag, abstract or note. @param open the last word may go on */
export function markPhrase(
  part: Placed,
  words: readonly string[],
  open: boolean,
  into: Postings,
  marks: Uint8Array,
): void {
  const { segment, first } = part;
  markSpots(rowsIn(segment.head, words, open, false, into), first, marks);
  markSpots(rowsIn(segment.body, words, open, true, into), first, marks);
}

/** Number of the author whose name stands at a place. */
const authorAt = (at: number): number => (at < AUTHORS_AT || at >= TAGS_AT ? -1 : Math.floor((at - AUTHORS_AT) / SLOT));

/**
 * Marks the papers of which one author has all the words in their name, in any order: names are given "Jane Smith" and "Smith, Jane".
 * @param spansOf words of the lexicon that each word may be
 */
export function markAuthor(
  { segment, first }: Placed,
  words: readonly string[],
  spansOf: (section: Section, word: string) => readonly WordSpan[],
  into: Postings,
  marks: Uint8Array,
): void {
  let names: readonly number[] | undefined;
  for (const word of words) {
    const spots = spotsOf(segment.head, spansOf(segment.head, word), authorAt, into);
    names = names === undefined ? spots : inBoth(names, spots);
  }
  markSpots(names ?? [], first, marks);
}
