/**
 * Which papers have words in a row. Abstracts and notes keep no function words: there, a function word within a phrase may be any word
 * ("state of the art"), and a phrase with fewer than two others ("as we will") is looked for in titles and names alone.
 */

import { isFunctionWord } from './function-words.ts';
import { AUTHORS_AT, SLOT, TAGS_AT } from './search-doc.ts';
import type { Placed } from './search-view.ts';
import { decode, decodePlaces, indexOfWord, type Postings, prefixEnd, type Section, wordAt } from './section.ts';

/** Paper -> places where a row begins. */
type Rows = Map<number, readonly number[]>;

/** Words of the lexicon that an item of a phrase may be. */
function rangeOf({ words }: Section, word: string, prefix: boolean): readonly [from: number, to: number] {
  if (prefix) {
    const from = wordAt(words, word);
    return [from, prefixEnd(words, word, from)];
  }
  const at = indexOfWord(words, word);
  return at < 0 ? [0, 0] : [at, at + 1];
}

/** @returns where rows of `before` go on with one of the words, `offset` places behind their beginning */
function goOn(
  section: Section,
  [from, to]: readonly [number, number],
  offset: number,
  before: Rows | undefined,
  into: Postings,
): Rows {
  const rows: Rows = new Map();
  for (let word = from; word < to; word++) {
    const n = decode(section, word, into);
    let places: readonly (readonly number[])[] | undefined;
    for (let i = 0; i < n; i++) {
      const doc = into.docs[i] ?? 0;
      const begun = before?.get(doc);
      if (before !== undefined && begun === undefined) continue;
      places ??= decodePlaces(section, word);
      const starts = (places[i] ?? [])
        .map((at) => at - offset)
        .filter((at) => begun === undefined || begun.includes(at));
      if (starts.length === 0) continue;
      const known = rows.get(doc);
      rows.set(doc, known === undefined ? starts : [...known, ...starts]);
    }
  }
  return rows;
}

/** @returns local numbers of the papers of a section that have the words in a row */
function rowsIn(
  section: Section,
  words: readonly string[],
  open: boolean,
  into: Postings,
  skipped: boolean,
): readonly number[] {
  const items = words
    .map((word, offset) => ({ offset, word, prefix: open && offset === words.length - 1 }))
    .filter(({ word, prefix }) => !skipped || prefix || !isFunctionWord(word))
    .map((item) => ({ ...item, range: rangeOf(section, item.word, item.prefix) }));
  if (items.length < Math.min(2, skipped ? words.length : 1)) return [];
  // The fewest postings first: each step only looks at papers that are left.
  const size = ([from, to]: readonly [number, number]): number =>
    (section.starts[to] ?? 0) - (section.starts[from] ?? 0);
  items.sort((a, b) => size(a.range) - size(b.range));
  let rows: Rows | undefined;
  for (const { range, offset } of items) {
    rows = goOn(section, range, offset, rows, into);
    if (rows.size === 0) return [];
  }
  return [...(rows?.keys() ?? [])];
}

/** Marks the papers that have the words in a row in a title, name, abstract or note. @param marks one a paper */
export function markPhrase(
  part: Placed,
  words: readonly string[],
  open: boolean,
  into: Postings,
  marks: Uint8Array,
): void {
  const { segment, first } = part;
  for (const doc of rowsIn(segment.head, words, open, into, false)) marks[first + doc] = 1;
  for (const doc of rowsIn(segment.body, words, open, into, true)) marks[first + doc] = 1;
}

/**
 * Marks the papers of which one author has all the words in their name, in any order; names are given "Jane Smith" and "Smith, Jane".
 * @param rangesOf words of the lexicon that each word may be
 */
export function markAuthor(
  { segment, first }: Placed,
  words: readonly string[],
  rangesOf: (section: Section, word: string) => readonly (readonly [number, number])[],
  into: Postings,
  marks: Uint8Array,
): void {
  const section = segment.head;
  let left: Map<number, ReadonlySet<number>> | undefined;
  for (const word of words) {
    const next = new Map<number, Set<number>>();
    for (const [from, to] of rangesOf(section, word)) {
      for (let at = from; at < to; at++) {
        const n = decode(section, at, into);
        let places: readonly (readonly number[])[] | undefined;
        for (let i = 0; i < n; i++) {
          const doc = into.docs[i] ?? 0;
          if (((into.counts[i] ?? 0) & 56) === 0 || (left !== undefined && !left.has(doc))) continue;
          places ??= decodePlaces(section, at);
          for (const place of places[i] ?? []) {
            const slot = Math.floor((place - AUTHORS_AT) / SLOT);
            if (place < AUTHORS_AT || place >= TAGS_AT || (left !== undefined && !left.get(doc)?.has(slot))) continue;
            const slots = next.get(doc);
            if (slots === undefined) next.set(doc, new Set([slot]));
            else slots.add(slot);
          }
        }
      }
    }
    left = next;
  }
  for (const doc of left?.keys() ?? []) marks[first + doc] = 1;
}
