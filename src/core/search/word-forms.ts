/** Which words of a lexicon are meant by a word that was typed, and how much each counts. */

import { oneEditFrom } from './one-edit.ts';
import { otherForms } from './plurals.ts';
import { indexOfWord, prefixEnd, type Section, wordAt } from './section.ts';
import { FORM } from './weights.ts';

/** Shorter words are too near to others for a typo to say anything; one letter less was typed where one was forgotten. */
const SHORTEST_WITH_TYPO = 5;
/** Shorter beginnings are answered from titles, authors and tags alone. */
const SHORTEST_IN_BODY = 3;

/** A number is never another number. */
const NUMBER = /^\d+$/;

export const mayHaveTypo = (word: string): boolean => word.length >= SHORTEST_WITH_TYPO - 1 && !NUMBER.test(word);

/** Words [from, to) of a section's lexicon. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Typed {
  readonly word: string;
  /** Whether it may go on. */
  readonly prefix: boolean;
}

/** The word itself, its other number, and what begins with it; ranges never overlap. In an order that only the words decide. */
export function exactForms({ words }: Section, { word, prefix }: Typed, isBody: boolean): readonly WordRange[] {
  const ranges: WordRange[] = [];
  const single = (form: string, weight: number): void => {
    const at = indexOfWord(words, form);
    if (at >= 0) ranges.push({ from: at, to: at + 1, weight });
  };
  single(word, FORM.exact);
  const grows = prefix && !(isBody && word.length < SHORTEST_IN_BODY);
  for (const form of otherForms(word)) if (!(grows && form.startsWith(word))) single(form, FORM.plural);
  if (!grows) return ranges;
  const plurals = new Set(otherForms(word).filter((form) => form.startsWith(word)));
  for (const form of plurals) single(form, FORM.plural);
  const begin = wordAt(words, word);
  const end = prefixEnd(words, word, begin);
  let from = words[begin] === word ? begin + 1 : begin;
  const taken = ranges.map((range) => range.from).filter((at) => at >= from && at < end);
  for (const at of [...taken.sort((a, b) => a - b), end]) {
    if (at > from) ranges.push({ from, to: at, weight: FORM.prefix });
    from = at + 1;
  }
  return ranges;
}

/** Words one edit away that `exactForms` does not give. @param asPrefix whether what begins one edit away counts as well */
export function typoForms({ words }: Section, { word, prefix }: Typed, asPrefix: boolean): readonly WordRange[] {
  const known = new Set([word, ...otherForms(word)]);
  const isKnown = (form: string): boolean => known.has(form) || (prefix && form.startsWith(word));
  const isMeant = (form: string): boolean => form.length >= SHORTEST_WITH_TYPO && !isKnown(form) && !isFacet(form);
  return oneEditFrom(words, word, asPrefix)
    .filter((at) => isMeant(words[at] ?? ''))
    .map((at) => ({ from: at, to: at + 1, weight: FORM.typo }));
}

/** Facets stand in the same lexicon, marked by a sign that no word has. */
const isFacet = (word: string): boolean => /^[#%/$]/.test(word);
