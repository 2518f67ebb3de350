/**
 * Words of a sorted lexicon that are one edit (Damerau: a letter too many, missing, wrong, or two neighbours swapped) from a word.
 * The sorted list is walked like a trie: the word's own path is followed, at each letter one edit is tried, and the rest must then
 * stand exactly. Time is about letters * alphabet * log(words); no further index is needed, and any alphabet will do.
 */

import { prefixEnd, wordAt } from './section.ts';

/**
 * @param asPrefix whether the word may go on: then words are given whose beginning is one edit away
 * @returns indices into `words`, ascending, each once, never of the word itself (nor, as a prefix, of words it begins)
 */
export function oneEditFrom(words: readonly string[], word: string, asPrefix: boolean): readonly number[] {
  const found = new Set<number>();
  const collect = (target: string, low: number, high: number): void => {
    if (target === '' || target === word) return;
    const at = wordAt(words, target, low, high);
    const end = asPrefix ? prefixEnd(words, target, at, high) : words[at] === target ? at + 1 : at;
    for (let i = at; i < end && i < high; i++) found.add(i);
  };
  let low = 0;
  let high = words.length;
  for (let i = 0; i <= word.length && low < high; i++) {
    const before = word.slice(0, i);
    const here = word.charAt(i);
    const rest = word.slice(i + 1);
    if (here !== '') {
      // A letter too many was typed; or two were swapped.
      collect(before + rest, low, high);
      if (rest !== '') collect(before + rest.charAt(0) + here + rest.slice(1), low, high);
    }
    // Each letter that really follows here: typed wrong, or forgotten.
    const first = words[low]?.length === i ? low + 1 : low;
    for (let at = first; at < high; ) {
      const letter = words[at]?.charAt(i) ?? '';
      const end = prefixEnd(words, before + letter, at, high);
      if (here !== '') collect(before + letter + rest, at, end);
      // At the end of a prefix any letter follows anyway.
      if (!(asPrefix && here === '')) collect(before + letter + here + rest, at, end);
      at = Math.max(end, at + 1);
    }
    low = wordAt(words, before + here, low, high);
    high = prefixEnd(words, before + here, low, high);
  }
  if (asPrefix) for (const i of found) if (words[i]?.startsWith(word)) found.delete(i);
  return [...found].sort((a, b) => a - b);
}
