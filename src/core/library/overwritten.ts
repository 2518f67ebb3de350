import { canon } from './canon.ts';
import type { Stamp } from './clock.ts';
import { isRecord, isReg } from './merge.ts';

/** What a state loses when another one is merged into it: values that a person saw here and sees no more. They go to the history. */

export interface Overwritten {
  /** `part.name` as in `history`; `text` for a text of a note. */
  readonly field: string;
  readonly value: unknown;
  readonly stamp: Stamp;
}

/**
 * @param before a state; undefined where there was none
 * @param after the same state after a merge
 * @returns registers that have another value now, and texts of a note that are gone; not those that were only stamped again
 */
export function overwritten(before: unknown, after: unknown): readonly Overwritten[] {
  const found: Overwritten[] = [];
  walk(before, after, '', found);
  return found;
}

function walk(before: unknown, after: unknown, path: string, found: Overwritten[]): void {
  if (isReg(before)) {
    const kept = isReg(after) && canon(after[0]) === canon(before[0]);
    if (!kept) found.push({ field: path, value: before[0], stamp: before[1] });
    return;
  }
  if (path === 'sib') texts(before, after, found);
  if (!isRecord(before)) return;
  for (const [name, value] of Object.entries(before)) {
    const now = isRecord(after) && Object.hasOwn(after, name) ? after[name] : undefined;
    if (value !== now) walk(value, now, path === '' ? name : `${path}.${name}`, found);
  }
}

function texts(before: unknown, after: unknown, found: Overwritten[]): void {
  const left = new Set(siblings(after).map(([, stamp]) => stamp));
  for (const [value, stamp] of siblings(before)) if (!left.has(stamp)) found.push({ field: 'text', value, stamp });
}

const siblings = (value: unknown): readonly (readonly [unknown, Stamp])[] =>
  Array.isArray(value) ? value.filter(isReg) : [];
