import type { Skipped } from './staged-works.ts';

/** Records that were not imported, for the person: the first ones one by one, the rest by reason. Counts always add up. */

/** Told one by one. */
const TOLD = 200;

export function addSkipped(before: readonly Skipped[], more: readonly Skipped[]): readonly Skipped[] {
  const told: Skipped[] = [];
  const rest = new Map<string, Skipped>();
  for (const one of [...before, ...more]) {
    if (one.count === 1 && one.text !== '' && told.length < TOLD) told.push(one);
    else {
      const old = rest.get(one.reason);
      rest.set(one.reason, {
        line: old?.line ?? one.line,
        reason: one.reason,
        text: '',
        count: (old?.count ?? 0) + one.count,
      });
    }
  }
  return [...told, ...rest.values()];
}

export const countSkipped = (skipped: readonly Skipped[]): number => skipped.reduce((sum, { count }) => sum + count, 0);
