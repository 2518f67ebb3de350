import { type CalendarDay, dayOfIso } from '../calendar-day.ts';
import { canon } from './canon.ts';
import { later, type Stamp } from './clock.ts';
import { isRecord, isReg } from './merge.ts';
import type { PaperState } from './state.ts';
import { STATUSES, type Status } from './status.ts';

/** What a person sees of a paper's state. Reads defensively: a state may come from a file or a newer version. */

/** The newest stamp anywhere in a state. */
export function newest(part: unknown): Stamp | undefined {
  if (isReg(part)) return part[1];
  if (!isRecord(part)) return undefined;
  return Object.values(part).reduce((found: Stamp | undefined, value) => later(found, newest(value)), undefined);
}

/** Saved and not taken out: no deletion later than every other edit. An edit anywhere after a deletion brings it back. */
export function visible(state: PaperState): boolean {
  const deleted = reg(state, 'deleted');
  const other = newest({ ...state, f: without(state.f, 'deleted') });
  if (deleted === undefined || deleted[0] !== 1) return other !== undefined || deleted !== undefined;
  return other !== undefined && other > deleted[1];
}

/** `to-read` where nobody set one: defaults carry no stamp, so that they never beat a real status set elsewhere. */
export function statusOf(state: PaperState): Status {
  const value = reg(state, 'status')?.[0];
  return STATUSES.find((status) => status === value) ?? 'to-read';
}

/** Own tags that are on, in alphabetical order. */
export const ownTags = (state: PaperState): readonly string[] => namesOn(state.t);

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

/** A register of `f`, or undefined where it is missing or malformed. */
export function reg(state: { readonly f: unknown }, field: string): readonly [unknown, Stamp] | undefined {
  const value = isRecord(state.f) && Object.hasOwn(state.f, field) ? state.f[field] : undefined;
  return isReg(value) ? value : undefined;
}

/**
 * What a person put into a paper, without stamps and without what saving itself sets: equal texts mean that nobody
 * changed anything in between. Values that are not set and tags that are off do not count.
 */
export const contentOf = (state: PaperState): string =>
  canon(values({ ...state, v: null, f: without(without(state.f, 'deleted'), 'addedAt') }));

function values(part: unknown): unknown {
  if (isReg(part)) return part[0];
  if (!isRecord(part)) return part;
  const entries = Object.entries(part).map(([key, item]) => [key, values(item)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== 0 && value !== undefined));
}

const without = (record: unknown, name: string): unknown =>
  isRecord(record) ? Object.fromEntries(Object.entries(record).filter(([key]) => key !== name)) : record;
