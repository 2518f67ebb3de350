/** A few words of a long text around what was searched for. */

import { marksIn } from './highlight.ts';
import type { ParsedQuery } from './query.ts';

/** UTF-16 units. */
const LENGTH = 180;
/** Of these, before the first mark. */
const BEFORE = 50;
/** Longer texts are read up to here. */
const READ = 20_000;

/** @returns the stretch with the most marks, cut at words, with "…" where it is cut; undefined where nothing is marked */
export function snippetOf(given: string, query: ParsedQuery): string | undefined {
  const text = given.slice(0, READ).replace(/\s+/g, ' ').trim();
  const marks = marksIn(text, query);
  let best: { readonly from: number; readonly count: number } | undefined;
  for (const [i, [from]] of marks.entries()) {
    let count = 0;
    for (let n = i; n < marks.length && (marks[n]?.[1] ?? 0) <= from + LENGTH - BEFORE; n++) count++;
    if (best === undefined || count > best.count) best = { from, count };
  }
  if (best === undefined) return undefined;
  const from = wordBegin(text, Math.max(0, Math.min(best.from - BEFORE, text.length - LENGTH)));
  const to = wordEnd(text, from + LENGTH);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}

/** The next beginning of a word, where one is near. */
function wordBegin(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + BEFORE / 2 ? space + 1 : safe(text, at);
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - BEFORE / 2 ? space : safe(text, at);
}

/** Never in the middle of a character of two units. */
const safe = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);
