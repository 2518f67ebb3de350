/** Where a text shown to a person has what was searched for: the same forms that the index accepts, without the index. */

import { distanceWithin } from '../identity/distance.ts';
import { otherForms } from './plurals.ts';
import type { Clause, ParsedQuery } from './query.ts';
import { tokensIn } from './tokens.ts';
import { mayHaveTypo } from './word-forms.ts';

/** A stretch of a text, in UTF-16 units. */
export type Mark = readonly [from: number, to: number];

interface Sought {
  readonly word: string;
  readonly prefix: boolean;
  readonly typo: boolean;
  readonly others: readonly string[];
}

const soughtOf = (word: string, prefix: boolean, loose: boolean): Sought => ({
  word,
  prefix,
  typo: loose && mayHaveTypo(word),
  others: loose ? otherForms(word) : [],
});

function wordsOf(clause: Clause): readonly Sought[] {
  if (clause.not) return [];
  if (clause.kind === 'word') return [soughtOf(clause.word, clause.prefix, true)];
  if (clause.kind === 'author') return clause.words.map((word) => soughtOf(word, !clause.whole, false));
  return [];
}

/** @returns how much of a word is marked: its length, that of the prefix, or 0 */
function matched(own: string, { word, prefix, others, typo }: Sought): number {
  if (own === word || others.includes(own)) return own.length;
  if (prefix && own.startsWith(word)) return word.length;
  return typo && own.length > 4 && distanceWithin(own, word, 1) !== undefined ? own.length : 0;
}

/** Marks of a phrase: rows of its words. */
function phraseMarks(tokens: ReturnType<typeof tokensIn>, words: readonly string[], open: boolean): Mark[] {
  const marks: Mark[] = [];
  const last = words.length - 1;
  for (let i = 0; i + last < tokens.length; i++) {
    const all = words.every((word, n) => {
      const own = tokens[i + n]?.word ?? '';
      return own === word || (open && n === last && own.startsWith(word));
    });
    if (all) marks.push([tokens[i]?.start ?? 0, tokens[i + last]?.end ?? 0]);
  }
  return marks;
}

/**
 * @param text a title, an abstract, a name
 * @returns stretches to highlight, ascending, never overlapping. Linear in the text for a query of bounded length.
 */
export function marksIn(text: string, { clauses }: ParsedQuery): readonly Mark[] {
  const sought = clauses.flatMap(wordsOf);
  const tokens = tokensIn(text);
  const marks: Mark[] = clauses.flatMap((clause) =>
    clause.kind === 'phrase' && !clause.not ? phraseMarks(tokens, clause.words, clause.open) : [],
  );
  for (const [i, { word, start, end, hyphen }] of tokens.entries()) {
    const longest = Math.max(0, ...sought.map((one) => matched(word, one)));
    // Folding may change the length ("ß" becomes "ss"): then the whole word is marked.
    if (longest > 0) marks.push([start, word.length === end - start ? start + longest : end]);
    const before = tokens[i - 1];
    // "multi-modal" was found by "multimodal".
    if (hyphen && before !== undefined && sought.some((one) => matched(before.word + word, one) > 0)) {
      marks.push([before.start, end]);
    }
  }
  return joined(marks);
}

/** Overlapping marks become one. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = [];
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && from < last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}
