/** Singular and plural of a word, so that "models" finds "model". The index keeps words as written; a query asks for both forms. */

import { stem } from '../related/stem.ts';

/** @param word folded @returns other forms of it that a text may have instead; some may be no words */
export function otherForms(word: string): readonly string[] {
  if (word.length < 3 || /\d$/.test(word)) return [];
  const singular = stem(word);
  if (singular !== word) {
    // "processes" is cut to "process", "databases" to "database": where -es may be either, ask for both.
    return word.endsWith('es') && !word.endsWith('ies') ? [...new Set([singular, word.slice(0, -2)])] : [singular];
  }
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [`${word}es`];
  return [`${word}s`];
}
