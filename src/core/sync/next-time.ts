import type { SyncFault } from './faults.ts';
import { IDLE_MINUTES } from './place.ts';
import type { SyncReport } from './report.ts';

/** When a place is synced again by itself. */

const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;

/** What does not get better by trying: the person must do something first (FAULTS.md D19, D20). */
const FOR_THE_PERSON: readonly SyncFault[] = [
  'cancelled',
  'not-allowed',
  'bad-address',
  'signed-out',
  'forbidden',
  'not-found',
  'newer',
  'passphrase',
  'unsupported',
];
/** Some of these a server says in passing, as while it starts: one more try, then no more. */
const ONCE_MORE: readonly SyncFault[] = ['signed-out', 'not-found', 'forbidden'];

/**
 * After a failure 1, 2, 4 … 60 minutes, at least as long as the server asked for; else after a quarter of an hour.
 * @param tries failures on end, with this one
 * @param chance 0 to 1: places of many people do not all come back at once
 * @returns ms from now; undefined: not before the person did something
 */
export function waitFor(
  report: Pick<SyncReport, 'state' | 'fault' | 'retryAfter'>,
  tries: number,
  chance: number,
): number | undefined {
  const { state, fault, retryAfter = 0 } = report;
  if (state === 'paused' || state === 'frozen') return undefined;
  const spread = 0.75 + chance / 2;
  if (state !== 'failed') return IDLE_MINUTES * MINUTE * spread;
  if (fault !== undefined && FOR_THE_PERSON.includes(fault) && !(ONCE_MORE.includes(fault) && tries < 2))
    return undefined;
  const wait = Math.min(MINUTE * 2 ** Math.min(tries - 1, 10), LONGEST) * spread;
  return Math.min(Math.max(wait, retryAfter), LONGEST * 1.25);
}
