/**
 * Hybrid logical clock: time stamps of edits that sort as plain text and respect cause and effect although the clocks of
 * devices disagree. Kulkarni et al., "Logical Physical Clocks", 2014; the bounds are ours. Pure: time is an argument.
 */

/** `<ms since 1970, base 36, 9 digits>.<counter, base 36, 4 digits>.<device>`; plain string order is clock order. */
export type Stamp = string & { readonly __brand: 'Stamp' };

/** The last moment a device used. Kept in the library's `device` table. */
export interface Clock {
  /** Random name of this copy of the library, 1 to 40 of [A-Za-z0-9_-]. */
  readonly device: string;
  readonly ms: number;
  readonly n: number;
}

interface Moment {
  readonly ms: number;
  readonly n: number;
}

/** How far the clock may run ahead of the wall clock, in ms. A stamp from 2099 poisons only the field it is on. */
export const AHEAD = 5 * 60_000;

const COUNTERS = 36 ** 4;
const LATEST = 36 ** 9 - 1;
const STAMP = /^[0-9a-z]{9}\.[0-9a-z]{4}\.[A-Za-z0-9_-]{1,40}$/;

export const newClock = (device: string): Clock => ({ device, ms: 0, n: 0 });

export const isStamp = (value: unknown): value is Stamp => typeof value === 'string' && STAMP.test(value);

/** Milliseconds since 1970 that a stamp claims. */
export const stampMs = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 9), 36);

/** Random name of the copy of the library that made a stamp. */
export const stampDevice = (stamp: Stamp): string => stamp.slice(15);

/** A text that sorts before every stamp of that millisecond and after all earlier ones. */
export const stampFloor = (ms: number): string => base36(clampMs(ms), 9);

/** The later of two stamps, either of which may be missing. */
export function later(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  if (a === undefined) return b;
  return b === undefined || a >= b ? a : b;
}

/**
 * A stamp for an edit made now. It is later than the clock's last stamp and later than what the edit replaces, so an edit
 * made while seeing X always beats X, even an X from the future. The clock itself never runs more than five minutes ahead
 * of `now`: a wall clock that was wrong and was put right does not poison later edits.
 * @param now wall clock in ms
 * @param replaced newest stamp among the values that this edit replaces
 */
export function nextStamp(
  clock: Clock,
  now: number,
  replaced?: Stamp,
): { readonly stamp: Stamp; readonly clock: Clock } {
  const wall = clampMs(now);
  const own = clock.ms > wall + AHEAD ? { ms: wall, n: 0 } : clock;
  const next = after(own, wall);
  const moment = replaced === undefined ? next : latest(next, after(momentOf(replaced), 0));
  const kept = moment.ms > wall + AHEAD ? latest(own, next) : moment;
  return { stamp: write(moment, clock.device), clock: { device: clock.device, ms: kept.ms, n: kept.n } };
}

/** The clock after a stamp of another device was seen: later own stamps follow it, unless it is more than five minutes ahead. */
export function observe(clock: Clock, seen: Stamp, now: number): Clock {
  const moment = momentOf(seen);
  if (moment.ms > clampMs(now) + AHEAD) return clock;
  return latest(clock, moment) === clock ? clock : { device: clock.device, ms: moment.ms, n: moment.n };
}

/** A source of stamps for the edits of one action; `clock()` afterwards is what to keep. */
export interface Stamper {
  readonly next: (replaced?: Stamp) => Stamp;
  readonly clock: () => Clock;
}

export function stamper(start: Clock, now: number): Stamper {
  let clock = start;
  return {
    next: (replaced) => {
      const made = nextStamp(clock, now, replaced);
      clock = made.clock;
      return made.stamp;
    },
    clock: () => clock,
  };
}

/** The moment after `last`, or the wall clock where that is later. */
function after(last: Moment, wall: number): Moment {
  if (wall > last.ms) return { ms: wall, n: 0 };
  return last.n + 1 < COUNTERS ? { ms: last.ms, n: last.n + 1 } : { ms: Math.min(last.ms + 1, LATEST), n: 0 };
}

const latest = <T extends Moment, U extends Moment>(a: T, b: U): T | U =>
  b.ms > a.ms || (b.ms === a.ms && b.n > a.n) ? b : a;

const momentOf = (stamp: Stamp): Moment => ({ ms: stampMs(stamp), n: Number.parseInt(stamp.slice(10, 14), 36) });

const clampMs = (ms: number): number => Math.min(Math.max(Number.isFinite(ms) ? Math.floor(ms) : 0, 0), LATEST);

const base36 = (n: number, digits: number): string => n.toString(36).padStart(digits, '0');

const write = ({ ms, n }: Moment, device: string): Stamp => `${base36(ms, 9)}.${base36(n, 4)}.${device}` as Stamp; // the one place that makes one; digits are bounded above
