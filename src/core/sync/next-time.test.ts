import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { SYNC_FAULTS } from './faults.ts';
import { waitFor } from './next-time.ts';

const MINUTE = 60_000;
const failed = (fault: (typeof SYNC_FAULTS)[number], retryAfter?: number) =>
  ({ state: 'failed', fault, ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

test('after failures it waits 1, 2, 4 … 60 minutes', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 40].map((tries) => waitFor(failed('offline'), tries, 0.5));
  expect(waits.map((ms) => (ms ?? 0) / MINUTE)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('D02: what the server asks for is obeyed, up to an hour and a bit', () => {
  expect(waitFor(failed('busy', 10 * MINUTE), 1, 0)).toBe(10 * MINUTE);
  expect(waitFor(failed('busy', 1e12), 1, 0)).toBe(75 * MINUTE);
});

test('D19: without the permission nothing is tried again by itself', () => {
  expect(waitFor(failed('not-allowed'), 1, 0.5)).toBeUndefined();
});

test('D20: a login that is not accepted is tried once more, then never by itself', () => {
  expect(waitFor(failed('signed-out'), 1, 0.5)).toBe(MINUTE);
  for (const tries of [2, 3, 50]) expect(waitFor(failed('signed-out'), tries, 0.5)).toBeUndefined();
});

test('where the person must decide, nothing happens by itself', () => {
  expect(waitFor({ state: 'paused' }, 0, 0.5)).toBeUndefined();
  expect(waitFor({ state: 'frozen' }, 0, 0.5)).toBeUndefined();
});

test('every wait is between 45 seconds and 75 minutes', () => {
  const report = fc.record({
    state: fc.constantFrom('failed' as const, 'synced' as const, 'waiting' as const),
    fault: fc.constantFrom(...SYNC_FAULTS),
    retryAfter: fc.oneof(fc.nat(), fc.constant(1e15)),
  });
  fc.assert(
    fc.property(
      report,
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (one, tries, chance) => {
        const wait = waitFor(one, tries, chance);
        if (wait === undefined) return;
        expect(wait).toBeGreaterThanOrEqual(45_000);
        expect(wait).toBeLessThanOrEqual(75 * MINUTE);
      },
    ),
    { numRuns: runs(500) },
  );
});
