import { fold } from '../../core/identity/fold.ts';
import { searchWords } from '../../storage/papers/line.ts';
import type { Wanted } from './match.ts';

const MOST_WORDS = 12;

/** Reads what a person typed: words, and `tag:name` or `tag:"two words"`. */
export function readWanted(text: string): Wanted {
  const tags: string[] = [];
  const rest = text.replace(
    /(^|\s)tag:(?:"([^"]*)"?|(\S+))/gi,
    (_, _space: string, quoted?: string, plain?: string) => {
      const tag = searchWords(quoted ?? plain ?? '');
      if (tag !== '') tags.push(tag);
      return ' ';
    },
  );
  const words = searchWords(rest)
    .split(' ')
    .filter((word) => word !== '');
  return { words: [...new Set(words)].slice(0, MOST_WORDS), tags: [...new Set(tags)].slice(0, MOST_WORDS) };
}

/** Where a title matches, as ranges of UTF-16 units: the matching beginnings of its words. */
export function titleMarks(title: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const marks: (readonly [number, number])[] = [];
  for (const found of title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(found[0]);
    const longest = Math.max(0, ...words.filter((word) => folded.startsWith(word)).map((word) => word.length));
    if (longest === 0) continue;
    // Folding may change lengths ("ß" becomes "ss"): then the whole word is marked.
    const length = folded.length === found[0].length ? longest : found[0].length;
    marks.push([found.index, found.index + length]);
  }
  return marks;
}
