/**
 * Words of a sorted lexicon that are one edit (Damerau: a letter too many, missing, wrong, or two neighbours swapped) from a word.
 * The sorted list is walked like a trie: the word's own path is followed, at each letter one edit is tried, and the rest must then
 * stand exactly. Time is about letters * alphabet * log(words); no further index is needed, and any alphabet will do.
 * A "range" is a stretch of the list whose words share their first `depth` letters; only the letters behind them are compared.
 */

type Words = readonly string[];

/** @returns first index in [low, high) whose letter at `depth` is not below `code`; the range shares `depth` letters */
function letterFrom(words: Words, code: number, depth: number, low: number, high: number): number {
  // Growing steps first: what is looked for is mostly near.
  let step = 1;
  let from = low;
  let to = low;
  while (to < high && codeAt(words, to, depth) < code) {
    from = to + 1;
    to += step;
    step *= 2;
  }
  if (to > high) to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (codeAt(words, middle, depth) < code) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Letter of a word; below all letters where it has ended. */
function codeAt(words: Words, index: number, depth: number): number {
  const word = words[index] ?? '';
  return depth < word.length ? word.charCodeAt(depth) : -1;
}

/** @returns how the letters of `own` from `depth` stand to those of `word` from `at`: below, equal to or beginning with, above */
function compare(own: string, depth: number, word: string, at: number): number {
  for (let i = at, j = depth; i < word.length; i++, j++) {
    if (j >= own.length) return -1;
    const difference = own.charCodeAt(j) - word.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Adds the words of the range that go on with the letters of `word` from `at`, and there end unless `asPrefix`. */
function collect(
  words: Words,
  [low, high, depth]: readonly [low: number, high: number, depth: number],
  word: string,
  at: number,
  asPrefix: boolean,
  found: Set<number>,
): void {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compare(words[middle] ?? '', depth, word, at) < 0) from = middle + 1;
    else to = middle;
  }
  const length = depth + word.length - at;
  for (let i = from; i < high; i++) {
    const own = words[i] ?? '';
    if (compare(own, depth, word, at) !== 0 || !(asPrefix || own.length === length)) return;
    found.add(i);
    if (!asPrefix) return;
  }
}

/**
 * @param words sorted by UTF-16 units, each once
 * @param asPrefix whether the word may go on: then words are given whose beginning is one edit away
 * @returns indices into `words`, ascending, each once, never of the word itself (nor, as a prefix, of words it begins)
 */
export function oneEditFrom(words: Words, word: string, asPrefix: boolean): readonly number[] {
  const found = new Set<number>();
  const n = word.length;
  let low = 0;
  let high = words.length;
  for (let i = 0; i <= n && low < high; i++) {
    const here = i < n ? word.charCodeAt(i) : -1;
    // A letter too many was typed. (Dropping all of a one-letter word would give everything.)
    if (i < n && n > 1) collect(words, [low, high, i], word, i + 1, asPrefix, found);
    if (i + 1 < n) {
      // Two were swapped: the next one stands here, then this one.
      const next = word.charCodeAt(i + 1);
      const first = letterFrom(words, next, i, low, high);
      const end = letterFrom(words, next + 1, i, first, high);
      const second = letterFrom(words, here, i + 1, first, end);
      collect(words, [second, letterFrom(words, here + 1, i + 1, second, end), i + 2], word, i + 2, asPrefix, found);
    }
    // Each letter that really follows here: typed wrong, or forgotten. At the end of a prefix any letter follows anyway.
    for (let at = letterFrom(words, 0, i, low, high); at < high && !(asPrefix && i === n); ) {
      const code = codeAt(words, at, i);
      const end = letterFrom(words, code + 1, i, at, high);
      if (i < n) collect(words, [at, end, i + 1], word, i + 1, asPrefix, found);
      collect(words, [at, end, i + 1], word, i, asPrefix, found);
      at = end;
    }
    if (i === n) break;
    low = letterFrom(words, here, i, low, high);
    high = letterFrom(words, here + 1, i, low, high);
  }
  for (const i of found) if (asPrefix ? words[i]?.startsWith(word) : words[i] === word) found.delete(i);
  return [...found].sort((a, b) => a - b);
}
