import type { Signal } from './http.ts';
import { type Fault, fault, mayPass, type Outcome } from './outcome.ts';

/** Waiting and trying again. Time and chance are given. */
export interface Timer {
  /** ms since 1970. */
  now(): number;
  /** Resolves after `ms`, or when the signal is aborted. */
  sleep(ms: number, signal: Signal): Promise<void>;
  /** 0 to 1. */
  random(): number;
}

const TRIES = 4;
const FIRST_WAIT = 500;
/** Longer waits are for the next alarm: a service worker does not live to see their end. */
const LONGEST_WAIT = 10_000;

/**
 * Waits before another try, twice as long each time, with jitter.
 * @param tries how many there were
 * @returns undefined where it may be tried again; else the fault to report
 */
export async function waitAfter(
  failed: Fault,
  tries: number,
  timer: Timer,
  signal: Signal,
): Promise<Fault | undefined> {
  if (signal.aborted) return fault('cancelled');
  if (!mayPass(failed.error) || tries >= TRIES) return failed;
  const wait = Math.max(FIRST_WAIT * 2 ** (tries - 1) * (0.5 + timer.random()), failed.retryAfter ?? 0);
  if (wait > LONGEST_WAIT) return failed;
  await timer.sleep(wait, signal);
  return signal.aborted ? fault('cancelled') : undefined;
}

export async function patiently<T>(
  attempt: () => Promise<Outcome<T>>,
  timer: Timer,
  signal: Signal,
): Promise<Outcome<T>> {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt();
    if (outcome.ok) return outcome;
    const given = await waitAfter(outcome, tries, timer, signal);
    if (given !== undefined) return given;
  }
}
