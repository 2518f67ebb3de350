import { LONGEST_TAG } from './edits.ts';

/** Why a tag was not put on: nothing is left of its name, the name is too long, or the paper has as many as it may. */
export type TagRefusal = 'empty' | 'too-long' | 'too-many';

export interface RefusedTag {
  readonly tag: string;
  readonly why: TagRefusal;
}

/** Control characters, line breaks among them, and marks that turn the direction of the text that follows. */
const HIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * A tag's name as it is kept: composed letters (NFC), no control characters, single spaces inside, none around it. Any other text
 * is a tag: `__proto__`, emoji with joiners, other cases of a name.
 * @returns the name, or why there is none (FAULTS A26)
 */
export function tagName(
  text: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly why: TagRefusal } {
  const name = text
    .slice(0, 8 * LONGEST_TAG)
    .toWellFormed()
    .normalize('NFC')
    .replace(HIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name === '') return { ok: false, why: 'empty' };
  return name.length > LONGEST_TAG || text.length > 8 * LONGEST_TAG
    ? { ok: false, why: 'too-long' }
    : { ok: true, name };
}
