import { fold } from './fold.ts';
import { hash53 } from './hash53.ts';
import type { TitleKey } from './paper-id.ts';
import { stripTex } from './tex.ts';

/** Fingerprints of titles (RELATED.md 9). When equal keys mean the same paper is for `match-title.ts` to say. */

export { hash53 };

/** Key characters of a cut title that are compared. */
const PREFIX = 40;
/** No title is longer; a hostile page may say otherwise. */
const LONGEST = 4096;

/**
 * The letters and digits of a title, lower case, without accents, spaces, signs or TeX: "$\mu$KE: Erdős" -> "mukeerdos".
 * Greek letters go by their names. Of a longer text only the first 4,096 characters count.
 */
export const titleChars = (title: string): string =>
  fold(withoutMarkup(title.slice(0, LONGEST))).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** TeX and the five XML entities resolved; spaces and punctuation stay. */
export const withoutMarkup = (title: string): string =>
  stripTex(title.includes('&') ? title.replace(/&(?:amp;)*(?:lt|gt|quot|apos|#39);|&(?:amp;)+/gi, ' ') : title);

const key = (prefix: 't' | 'p', chars: string): TitleKey => `${prefix}:${hash53(chars).toString(36)}` as TitleKey; // made here only

/** `t:` and the hash of all key characters; undefined where the title has none. */
export function titleKey(title: string): TitleKey | undefined {
  const chars = titleChars(title);
  return chars === '' ? undefined : key('t', chars);
}

/** `p:` and the hash of the first 40 key characters, for visibly cut titles; undefined where there are fewer. */
export function prefixKey(title: string): TitleKey | undefined {
  const chars = titleChars(title);
  return chars.length < PREFIX ? undefined : key('p', chars.slice(0, PREFIX));
}

export { isStopTitle } from './stop-title.ts';
