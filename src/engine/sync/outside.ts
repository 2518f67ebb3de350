import type { In } from '../../messaging/calls.ts';
import { ownFetch } from '../../network/sync-ask.ts';

/** What a sync needs of the world besides the library. Tests give others. */
export interface SyncOutside {
  readonly fetch: typeof globalThis.fetch;
  /** Does the work while nobody else holds the name. @returns false where somebody does: then nothing was done */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<boolean>;
  /** Told when a sync, a test or a preview has ended. */
  readonly ended: (ended: In<'sync.ended'>) => void;
  /** 0 to 1. */
  readonly random: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Keeps a copy of the library before something large happens. */
  readonly snapshot: () => Promise<void>;
}

/** Of the engine's worker. The lock is the browser's: a second engine, as after an update, waits for nothing and does nothing twice. */
export const workerOutside = (own: Pick<SyncOutside, 'ended' | 'snapshot'>): SyncOutside => ({
  ...own,
  fetch: ownFetch,
  alone: (name, work) =>
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await work();
      return true;
    }),
  random: Math.random,
  sleep,
});

/** Ends early where the signal is aborted. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
