/**
 * Abbreviations that a paper defines itself: "direct preference optimization (DPO)".
 * Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003.
 */

import type { Token } from './tokens.ts';

export interface Definition {
  readonly short: string;
  /** Token range of the long form, end exclusive. */
  readonly from: number;
  readonly to: number;
}

const SHORT = /^\p{Lu}[\p{L}\p{N}]{1,9}$/u;

/** Matches the letters of the short form from the right; its first letter must begin a word. @returns where the long form begins */
function startOfLongForm(text: string, from: number, to: number, short: string): number | undefined {
  const lower = text.toLowerCase();
  let at = to - 1;
  for (let s = short.length - 1; s >= 0; s--) {
    const letter = short.charAt(s).toLowerCase();
    while (at >= from && (lower.charAt(at) !== letter || (s === 0 && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1))))) at--;
    if (at < from) return undefined;
    at--;
  }
  return at + 1;
}

/** @returns the definitions of one text, in order. Windows are bounded, so the time is linear in the number of tokens. */
export function definitionsIn(text: string, tokens: readonly Token[]): Definition[] {
  const found: Definition[] = [];
  for (const [index, token] of tokens.entries()) {
    if (index === 0 || text.charAt(token.start - 1) !== '(' || !/[),;]/.test(text.charAt(token.end))) continue;
    const short = token.text.replace(/(?<=\p{Lu})s$/u, '');
    if (!SHORT.test(short)) continue;
    const window = Math.min(short.length + 5, short.length * 2);
    const first = tokens[Math.max(0, index - window)];
    const last = tokens[index - 1];
    if (first === undefined || last === undefined) continue;
    const start = startOfLongForm(text, first.start, last.end, short);
    if (start === undefined) continue;
    const from = tokens.findIndex((t, i) => i >= index - window && t.end > start);
    if (from >= 0 && from < index) found.push({ short, from, to: index });
  }
  return found;
}
