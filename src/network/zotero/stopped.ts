import type { FetchFault } from '../guarded-fetch.ts';

/** Why sending to Zotero ended before all was sent. What was sent stays sent; the rest can be sent later. */

export type StopReason =
  /** The person said no in Zotero's dialog; or did not look at it in time. */
  | 'denied'
  | 'no-answer'
  /** The local API was switched off. */
  | 'off'
  /** Another Zotero database answers than the one that was found: look again. */
  | 'other-library'
  /** The library is read-only; or locked by work of Zotero's own. */
  | 'read-only'
  | 'locked'
  /** Too many requests: `retryAfter` says when, in ms. */
  | 'busy'
  /** Answers that Zotero does not give. */
  | 'unexpected'
  /** The person stopped the save in Zotero. */
  | 'cancelled-there'
  /** A look at the library gave more than is read; sending goes on with fewer papers at a time. */
  | Exclude<FetchFault, 'wrong-type' | 'bad-address'>;

export interface Stopped {
  readonly why: StopReason;
  /** Ms; with `busy`. */
  readonly retryAfter?: number;
}

/** What a failed request means for the whole. */
export const stopOf = (fault: FetchFault): Stopped => ({
  why: fault === 'wrong-type' || fault === 'bad-address' || fault === 'too-large' ? 'unexpected' : fault,
});

/** Longest wait that is believed, ms. */
const DAY = 24 * 3600 * 1000;

/** `Retry-After` in ms; a date or nonsense is half a minute. */
export function retryAfter(headers: Headers): number {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, DAY) : 30_000;
}

/** What every answer of Zotero's local API may say against the whole request; undefined where it says nothing. */
export function refusalOf(status: number, headers: Headers): Stopped | undefined {
  if (status === 403) return { why: 'off' };
  if (status === 409) return { why: 'locked' };
  if (status === 412) return { why: 'other-library' };
  if (status === 429) return { why: 'busy', retryAfter: retryAfter(headers) };
  return status === 200 ? undefined : { why: 'unexpected' };
}
