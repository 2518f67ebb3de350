/**
 * One frozen inverted index: sorted words; for each, the papers that have it with how often in which field (one byte), and apart from
 * that the places, which only phrases read. Papers are numbers local to the segment, ascending, kept as gaps.
 */

import { PackedBytes } from './packed-bytes.ts';

export interface Section {
  /** Sorted by UTF-16 units. */
  readonly words: readonly string[];
  /** Postings of word n: `bytes` from `starts[n]` to `starts[n + 1]`: gap to the paper before, then the counts. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
  /** Places of word n, in step with its postings: their number, then gaps. */
  readonly placeStarts: Uint32Array;
  readonly places: Uint8Array;
}

/** Where words are decoded to; as large as the largest segment. */
export interface Postings {
  docs: Uint32Array;
  counts: Uint8Array;
}

/** @returns how many papers have the word; they stand in `into` */
export function decode({ starts, bytes }: Section, word: number, into: Postings): number {
  const { docs, counts } = into;
  const end = starts[word + 1] ?? 0;
  let doc = -1;
  let n = 0;
  for (let at = starts[word] ?? 0; at < end; n++) {
    let byte = bytes[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    doc += gap + 1;
    docs[n] = doc;
    counts[n] = bytes[at++] ?? 0;
  }
  return n;
}

/** @returns for each paper of the word, in order, the places where it stands */
export function decodePlaces({ placeStarts, places }: Section, word: number): number[][] {
  const all: number[][] = [];
  const end = placeStarts[word + 1] ?? 0;
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
  while (at < end) {
    const own: number[] = [];
    let place = 0;
    for (let left = number(); left > 0; left--) {
      place += number();
      own.push(place);
    }
    all.push(own);
  }
  return all;
}

/** @returns the first index in [from, to) whose word is not before `word` */
export function wordAt(words: readonly string[], word: string, from = 0, to = words.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns index of exactly this word, or -1 */
export function indexOfWord(words: readonly string[], word: string): number {
  const at = wordAt(words, word);
  return words[at] === word ? at : -1;
}

/** @returns end of the range, from `from`, of words that begin with `prefix`; `from` is the first that is not before it */
export function prefixEnd(words: readonly string[], prefix: string, from: number, to = words.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '').startsWith(prefix)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writes a section word by word. */
export class SectionWriter {
  private readonly words: string[] = [];
  private readonly starts: number[] = [0];
  private readonly placeStarts: number[] = [0];
  private readonly bytes: PackedBytes;
  readonly places: PackedBytes;
  private before = -1;

  /** @param bytes room for the postings @param places and for the places; both grow where it is not enough */
  constructor(bytes = 1_024, places = 1_024) {
    this.bytes = new PackedBytes(bytes);
    this.places = new PackedBytes(places);
  }

  /** Words must ascend. */
  word(word: string): void {
    this.words.push(word);
    this.before = -1;
  }

  /** Papers must ascend. The caller writes their places. */
  posting(doc: number, counts: number): void {
    this.bytes.number(doc - this.before - 1);
    this.bytes.byte(counts);
    this.before = doc;
  }

  /** Takes over further postings as they are. @param last the paper of the last of them */
  copyPostings(from: Uint8Array, start: number, end: number, last: number): void {
    this.bytes.copy(from, start, end);
    this.before = last;
  }

  endWord(): void {
    this.starts.push(this.bytes.length);
    this.placeStarts.push(this.places.length);
  }

  done(): Section {
    return {
      // Words cut out of a text would keep all of it in memory: one text of our own holds them.
      words: this.words.length === 0 ? [] : this.words.join('\n').split('\n'),
      starts: Uint32Array.from(this.starts),
      bytes: this.bytes.done(),
      placeStarts: Uint32Array.from(this.placeStarts),
      places: this.places.done(),
    };
  }
}
