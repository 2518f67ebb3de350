import type { PrintsRow } from './rows.ts';

/**
 * The set of alias fingerprints as a log of sorted segments, like the levels of an LSM tree: a batch adds one small segment,
 * neighbours of like size are merged, so that adding costs little and a few segments exist at any size.
 */

/** Is `print` in this sorted list? Hashes are spread evenly, so its place is guessed from its value: 3 to 5 steps. */
export function contains(sorted: Float64Array, print: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const first = sorted[low] ?? 0;
    const last = sorted[high] ?? 0;
    if (print < first || print > last) return false;
    const guess = last === first ? low : low + Math.floor(((print - first) / (last - first)) * (high - low));
    const found = sorted[guess] ?? 0;
    if (found === print) return true;
    if (found < print) low = guess + 1;
    else high = guess - 1;
  }
  return false;
}

/** Is `print` in the set? @param segments newest first */
export function isPrint(segments: readonly PrintsRow[], print: number): boolean {
  for (const { prints, gone } of segments) {
    if (contains(prints, print)) return true;
    if (gone.length > 0 && contains(gone, print)) return false;
  }
  return false;
}

export const sortedPrints = (prints: Iterable<number>): Float64Array => Float64Array.from(new Set(prints)).sort();

/** Two segments as one. @param oldest true where nothing lies beneath: then what is gone need not be remembered */
export function mergeSegments(older: PrintsRow, newer: PrintsRow, segment: number, oldest: boolean): PrintsRow {
  const prints = union(without(older.prints, newer.gone), newer.prints);
  const gone = oldest ? new Float64Array() : union(without(older.gone, newer.prints), newer.gone);
  return { segment, prints, gone };
}

export interface Plan {
  readonly put: readonly PrintsRow[];
  readonly remove: readonly number[];
}

/** A segment is merged with its older neighbour until the older one is more than this many times as large. */
const RATIO = 4;

/**
 * What to write when a batch changes the set: the new segment, merged downwards while its neighbour is not much larger.
 * Sizes then grow geometrically: at 4 million prints some ten segments, each print rewritten about ten times in all.
 * @param segments newest first
 * @param next the next free segment number
 */
export function planSegments(
  segments: readonly PrintsRow[],
  added: Float64Array,
  gone: Float64Array,
  next: number,
): Plan {
  if (added.length + gone.length === 0) return { put: [], remove: [] };
  let row: PrintsRow = { segment: next, prints: added, gone };
  const remove: number[] = [];
  for (const [i, older] of segments.entries()) {
    if (sizeOf(older) > RATIO * sizeOf(row)) break;
    row = mergeSegments(older, row, next, i === segments.length - 1);
    remove.push(older.segment);
  }
  if (remove.length === segments.length) row = { ...row, gone: new Float64Array() };
  return { put: [row], remove };
}

const sizeOf = (row: PrintsRow): number => row.prints.length + row.gone.length;

function union(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const out = new Float64Array(a.length + b.length);
  let n = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    out[n++] = Math.min(left, right);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return out.slice(0, n);
}

const without = (from: Float64Array, taken: Float64Array): Float64Array =>
  taken.length === 0 ? from : from.filter((print) => !contains(taken, print));
