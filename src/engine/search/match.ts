import { PEOPLE, prefixRange, TAG, TITLE, WHOLE_TAG, type WordIndex } from './word-index.ts';

/** What is searched for: words that must all begin a word of title, authors or tags, and whole tags that must begin so. */
export interface Wanted {
  readonly words: readonly string[];
  readonly tags: readonly string[];
}

export interface Match {
  readonly doc: number;
  readonly score: number;
  readonly year: number;
}

/** A word in the title says more than a tag, a tag more than an author; a whole word more than its beginning. */
const WEIGHTS = [0, 8, 4, 8, 5, 8, 5, 8] as const;
const WHOLE = 3;
/** A title made of nothing but the words searched for. */
const FULL = 12;

/**
 * Every document in which all words match, with its score; in no order.
 * @param skip documents of this index that a newer one replaces
 */
export function matches(index: WordIndex, wanted: Wanted, skip: (doc: number) => boolean): readonly Match[] {
  const terms = [...wanted.words, ...wanted.tags.map((tag) => WHOLE_TAG + tag)];
  const [first] = terms;
  if (first === undefined) return [];
  const count = new Uint8Array(index.end);
  const before = new Uint16Array(index.end);
  const score = new Uint16Array(index.end);
  let found: number[] = [];
  for (const [n, term] of terms.entries()) {
    found = [];
    const [from, to] = prefixRange(index, term);
    for (let word = from; word < to; word++) {
      const whole = index.words[word] === term ? WHOLE : 0;
      const end = index.starts[word + 1] ?? 0;
      for (let at = index.starts[word] ?? 0; at < end; at++) {
        const posting = index.postings[at] ?? 0;
        const doc = posting >>> 3;
        const seen = count[doc] ?? 0;
        if (seen === n) {
          count[doc] = n + 1;
          before[doc] = score[doc] ?? 0;
          score[doc] = (before[doc] ?? 0) + weigh(posting) + whole;
          found.push(doc);
        } else if (seen === n + 1) {
          score[doc] = Math.max(score[doc] ?? 0, (before[doc] ?? 0) + weigh(posting) + whole);
        }
      }
    }
    if (found.length === 0) return [];
  }
  const asked = wanted.words.length;
  return found
    .filter((doc) => !skip(doc))
    .map((doc) => {
      const length = index.lengths[doc] ?? 0;
      const full = length === 0 ? 0 : Math.floor((FULL * Math.min(asked, length)) / length);
      return { doc, score: (score[doc] ?? 0) + full, year: index.years[doc] ?? 0 };
    });
}

const weigh = (posting: number): number => WEIGHTS[posting & (TITLE | PEOPLE | TAG)] ?? 0;
