import type { Signal } from './http.ts';
import type { Timer } from './patience.ts';
import type { SyncStore } from './store.ts';
import type { SyncTarget } from './target.ts';

/** What the parts of one sync share. */
export interface Run {
  readonly target: SyncTarget;
  readonly store: SyncStore;
  readonly timer: Timer;
  readonly signal: Signal;
  /** Most records in a batch. */
  readonly batch: number;
  readonly tally: Tally;
  /** Has the target a mark of this sync yet? */
  readonly mark: { begun: boolean };
}

/** Counts while it goes on. */
export interface Tally {
  pulled: number;
  changed: number;
  unreadable: number;
  pushed: number;
}
