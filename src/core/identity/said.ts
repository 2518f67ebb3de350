import type { CalendarDay } from '../calendar-day.ts';
import type { Entry } from '../entry.ts';

/** An entry and where it comes from. */
export interface SourcedEntry {
  readonly entry: Entry;
  /** Local number of the digest; decides nothing, so that importing in another order gives the same paper. */
  readonly digest: number;
  /** The day the digest states for itself. */
  readonly day?: CalendarDay;
  /** How far its text can be trusted: API JSON 3, JSON Lines 2, page text 1. */
  readonly weight: number;
}

/** A value that an entry gives for a field, and what speaks for it: compared place by place, larger first. */
export interface Said<T> {
  readonly value: T;
  readonly ranks: readonly (number | string)[];
}

/**
 * All that the entries say of one field, best first. Equal ranks go by the value's own text, smaller first, so that the
 * order of the entries decides nothing.
 * @param read undefined where the entry says nothing
 */
export function said<T>(
  entries: readonly SourcedEntry[],
  read: (entry: Entry) => T | undefined,
  ranks: (value: T, source: SourcedEntry) => readonly (number | string)[],
): readonly Said<T>[] {
  return entries
    .flatMap((source): Said<T>[] => {
      const value = read(source.entry);
      return value === undefined ? [] : [{ value, ranks: ranks(value, source) }];
    })
    .map((s) => ({ s, text: typeof s.value === 'string' ? s.value : JSON.stringify(s.value) }))
    .sort((a, b) => compareRanks(a.s.ranks, b.s.ranks) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ s }) => s);
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined || left === right) continue;
    return left > right ? -1 : 1;
  }
  return 0;
}
