import { type CalendarDay, dayOfIso } from '../calendar-day.ts';
import { canon } from './canon.ts';
import { later, type Stamp, stampMs } from './clock.ts';
import { RATINGS, type Rating } from './edits.ts';
import { isRecord, isReg } from './merge.ts';
import type { PaperState } from './state.ts';
import { STATUSES, type Status } from './status.ts';

/** What a person sees of a paper's state. Reads defensively: a state may come from a file or a newer version. */

/** The newest stamp anywhere in a state. */
export function newest(part: unknown): Stamp | undefined {
  if (isReg(part)) return part[1];
  if (!isRecord(part)) return undefined;
  let found: Stamp | undefined;
  for (const value of Object.values(part)) found = later(found, newest(value));
  return found;
}

/**
 * Saved and not taken out: no deletion later than every other edit. An edit anywhere after a deletion brings it back, but not what
 * rules do (`a`), nor what follows a deletion.
 */
export function visible(state: PaperState): boolean {
  const deleted = reg(state, 'deleted');
  const { a: _, ...rest } = state;
  const other = newest({ ...rest, f: without(state.f, OF_DELETION) });
  if (deleted === undefined || deleted[0] !== 1) return other !== undefined || deleted !== undefined;
  return other !== undefined && other > deleted[1];
}

/** The deletion, and what is said of it: `purged`, it is for good; `unsaved`, it only takes back the save that brought the paper in. */
const OF_DELETION: readonly string[] = ['deleted', 'purged', 'unsaved'];

/** Where a paper stands. `merged`: it went into another one; `gone`: deleted for good, never saved, or the save was taken back. */
export type Place = 'library' | 'trash' | 'merged' | 'gone';

/** A paper that was merged and is told to be shown nevertheless (merge-papers.ts) is in the library. */
export function placeOf(state: PaperState | undefined): Place {
  if (state === undefined) return 'gone';
  if (visible(state)) return mergedInto(state) === undefined ? 'library' : 'merged';
  if (mergedInto(state) !== undefined) return 'merged';
  if (reg(state, 'deleted') === undefined || saidOfDeletion(state, 'purged') || saidOfDeletion(state, 'unsaved'))
    return 'gone';
  return 'trash';
}

/** Deleted for good: its record and note go. */
export const isPurged = (state: PaperState): boolean => !visible(state) && saidOfDeletion(state, 'purged');

/** Later deletions are not meant. */
function saidOfDeletion(state: PaperState, field: 'purged' | 'unsaved'): boolean {
  const [deleted, said] = [reg(state, 'deleted'), reg(state, field)];
  return deleted !== undefined && said?.[0] === 1 && said[1] > deleted[1];
}

/** Key of the paper that this one was merged into. */
export function mergedInto(state: PaperState): string | undefined {
  const value = reg(state, 'mergedInto')?.[0];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** ms of the deletion; 0 where there was none. */
export function deletedAt(state: PaperState): number {
  const deleted = reg(state, 'deleted');
  return deleted === undefined ? 0 : stampMs(deleted[1]);
}

/** `to-read` where nobody set one: defaults carry no stamp, so that they never beat a real status set elsewhere. */
export function statusOf(state: PaperState): Status {
  const value = reg(state, 'status')?.[0];
  return STATUSES.find((status) => status === value) ?? 'to-read';
}

/** 0 where it is not rated. */
export function ratingOf(state: PaperState): Rating {
  const value = reg(state, 'rating')?.[0];
  return RATINGS.find((rating) => rating === value) ?? 0;
}

/** Own tags that are on, in alphabetical order. */
export const ownTags = (state: PaperState): readonly string[] => namesOn(state.t);

/** Tags that rules put on. One that is the person's own as well is the person's. */
export const autoTags = (state: PaperState): readonly string[] => {
  const on = namesOn(state.a);
  if (on.length === 0) return on;
  const own = new Set(ownTags(state));
  return on.filter((name) => !own.has(name));
};

/** Does the person not want this automatic tag or topic on this paper? */
export const unwanted = (state: PaperState, name: string): boolean => {
  const value = isRecord(state.a) && Object.hasOwn(state.a, name) ? state.a[name] : undefined;
  return isReg(value) && value[0] === 0;
};

/** Names of an element set that are in it, sorted. */
export const namesOn = (set: unknown): readonly string[] =>
  isRecord(set)
    ? Object.entries(set)
        .filter(([, value]) => isReg(value) && value[0] === 1)
        .map(([name]) => name)
        .sort()
    : [];

/** Day of the save that made it visible. */
export function sinceOf(state: PaperState): CalendarDay | undefined {
  const value = reg(state, 'addedAt')?.[0];
  return typeof value === 'string' ? dayOfIso(value) : undefined;
}

/** ms of the save that made it visible; of its newest edit where it came without one. */
export function addedOf(state: PaperState): number {
  const stamp = reg(state, 'addedAt')?.[1] ?? newest(state);
  return stamp === undefined ? 0 : stampMs(stamp);
}

/** A register of `f`, or undefined where it is missing or malformed. */
export function reg(state: { readonly f: unknown }, field: string): readonly [unknown, Stamp] | undefined {
  const value = isRecord(state.f) && Object.hasOwn(state.f, field) ? state.f[field] : undefined;
  return isReg(value) ? value : undefined;
}

/**
 * What a person put into a paper, without stamps and without what saving itself or a rule sets: equal texts mean that nobody
 * changed anything in between. Values that are not set and tags that are off do not count.
 */
export const contentOf = (state: PaperState): string => {
  const { a: _, f, t, c, ...more } = state;
  // Parts that not every paper has count only where something is in them.
  const others = Object.entries(more).flatMap(([part, set]) => {
    const inIt = part === 'v' ? null : values(set);
    return inIt === null || (isRecord(inIt) && Object.keys(inIt).length === 0) ? [] : [[part, inIt] as const];
  });
  const own = { f: values(without(f, [...OF_DELETION, 'addedAt'])), t: values(t), c: values(c) };
  return canon({ ...Object.fromEntries(others), ...own });
};

function values(part: unknown): unknown {
  if (isReg(part)) return part[0];
  if (!isRecord(part)) return part;
  const entries = Object.entries(part).map(([key, item]) => [key, values(item)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== 0 && value !== undefined));
}

const without = (record: unknown, names: readonly string[]): unknown =>
  isRecord(record) && names.some((name) => Object.hasOwn(record, name))
    ? Object.fromEntries(Object.entries(record).filter(([key]) => !names.includes(key)))
    : record;
