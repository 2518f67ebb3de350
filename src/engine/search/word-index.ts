/**
 * An inverted index over search lines (storage/papers/line.ts): sorted words, and for each the papers it stands in, packed with the
 * field. Word prefixes are ranges of the sorted words. Pure.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** Postings of word n: from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Uint32Array;
  /** `doc * 8 + fields`, ascending within a word. */
  readonly postings: Uint32Array;
  /** Documents that are there. */
  readonly size: number;
  /** By doc: words of its titles, and its year. */
  readonly lengths: Uint8Array;
  readonly years: Uint16Array;
  /** Largest doc number and one. */
  readonly end: number;
}

export const TITLE = 1;
export const PEOPLE = 2;
export const TAG = 4;

/** Marks words that are whole tags, for the operator `tag:`. */
export const WHOLE_TAG = '#';

/** @param lines by doc number, ascending; empty lines are no documents */
export function wordIndex(lines: Iterable<readonly [doc: number, line: string]>): WordIndex {
  const lists = new Map<string, number[]>();
  const lengths: number[] = [];
  const years: number[] = [];
  let size = 0;
  let end = 0;
  const add = (word: string, doc: number, field: number): void => {
    if (word === '') return;
    const list = lists.get(word);
    if (list === undefined) {
      lists.set(word, [doc * 8 + field]);
      return;
    }
    const last = list.at(-1) ?? 0;
    if (last >= doc * 8) list[list.length - 1] = last | field;
    else list.push(doc * 8 + field);
  };
  for (const [doc, line] of lines) {
    if (line === '') continue;
    const [titles = '', people = '', tags = '', year = ''] = line.split('\t');
    const words = titles.split(' ');
    for (const word of words) add(word, doc, TITLE);
    if (people !== '') for (const word of people.split(' ')) add(word, doc, PEOPLE);
    for (const tag of tags === '' ? [] : tags.split('|')) {
      add(WHOLE_TAG + tag, doc, TAG);
      for (const word of tag.split(' ')) add(word, doc, TAG);
    }
    lengths[doc] = Math.min(words.length, 255);
    years[doc] = Number(year) || 0;
    size += 1;
    end = Math.max(end, doc + 1);
  }
  return {
    ...pack(lists),
    size,
    lengths: Uint8Array.from({ length: end }, (_, i) => lengths[i] ?? 0),
    years: Uint16Array.from({ length: end }, (_, i) => years[i] ?? 0),
    end,
  };
}

function pack(lists: ReadonlyMap<string, readonly number[]>): Pick<WordIndex, 'words' | 'starts' | 'postings'> {
  const words = [...lists.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  let total = 0;
  for (const [i, word] of words.entries()) {
    starts[i] = total;
    total += lists.get(word)?.length ?? 0;
  }
  starts[words.length] = total;
  const postings = new Uint32Array(total);
  for (const [i, word] of words.entries()) postings.set(lists.get(word) ?? [], starts[i] ?? 0);
  return { words, starts, postings };
}

/** The words that begin with `prefix`, as a range of word numbers. */
export function prefixRange({ words }: WordIndex, prefix: string): readonly [number, number] {
  return [firstNotBelow(words, prefix), firstNotBelow(words, `${prefix}\uffff`)];
}

function firstNotBelow(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
