import { placeAddress } from '../../core/sync/address.ts';
import type { PlaceNow } from '../../storage/library/commands/places.ts';

/** Which places are due, and when the next one is. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** A running sync whose beat is older was cut off. */
const CUT_OFF = 2 * MINUTE;
/** No plan reaches further: else the clock was put back. */
const FURTHEST = 90 * MINUTE;

export const isRunning = ({ state }: PlaceNow, now: number): boolean =>
  state?.running !== undefined && Math.abs(now - state.running.beat) < CUT_OFF;

/** A bundle file is written and read by the person alone; a paused place rests. */
const isByItself = ({ place }: PlaceNow): boolean => !place.paused && place.kind !== 'bundle';

/** Due by itself: it was cut off or never synced, its time has come, or something is to be sent and nothing forbids it. */
export function isDue(one: PlaceNow, now: number): boolean {
  const { state, news } = one;
  if (!isByItself(one) || isRunning(one, now)) return false;
  if (state === undefined || state.running !== undefined || state.report === undefined) return true;
  if (state.nextAt === undefined) return false; // the person must do something first
  return state.nextAt <= now || state.nextAt > now + FURTHEST || (news && state.tries === 0);
}

/** When to look again, ms since 1970; undefined where no place is waited for. */
export function nextLook(places: readonly PlaceNow[], now: number): number | undefined {
  const times = places.filter(isByItself).flatMap((one) => {
    if (isRunning(one, now)) return [now + CUT_OFF + SECOND];
    if (isDue(one, now)) return [now];
    return one.state?.nextAt === undefined ? [] : [one.state.nextAt];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The last sync did not reach the place. */
export const missed = ({ state }: PlaceNow): boolean =>
  state?.report?.fault === 'offline' || state?.report?.fault === 'timeout';

/** Reached without a network: a server on this machine, a folder. */
export function isNear({ place }: PlaceNow): boolean {
  if (place.address === undefined) return true;
  const address = placeAddress(place.address, { plainHttp: true });
  return address.ok && /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(address.value.hostname);
}
