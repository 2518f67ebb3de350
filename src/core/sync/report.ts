import type { SyncFault } from './faults.ts';

/** What one sync came to, as the pages show it. */

/** Names a record: `states([kind+id])` of the library. */
export interface Name {
  readonly kind: string;
  readonly id: string;
}

/** Why one record was not taken by a place, while others were. `too-large`, `forbidden`: it waits, and the person is told. */
export type Refusal = 'too-large' | 'forbidden' | 'invalid' | 'server-error';

/** Why a record waits although its turn has passed: refused; changed there meanwhile; the place was found to hold less than is here. */
export type Why = Refusal | 'changed-there' | 'behind';

export interface Waiting extends Name {
  readonly why: Why;
}

/** What the person said about changes that were held back. */
export type Decision = 'apply' | 'keep-mine';

/** What one sync would do to papers that the person sees. */
export interface Weight {
  /** Keys of papers that would go out of the library. */
  readonly deleted: readonly string[];
  /** For each field, keys of papers (or names of things) whose value would be replaced by another one. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * `synced`: nothing waits and nothing was refused · `waiting`: the rest must wait, why stands in `waiting` · `paused`: large changes are
 * held back until the person decides · `frozen`: a loss of the library is not settled, nothing was asked · `failed`: see `fault`.
 */
export type SyncState = 'synced' | 'waiting' | 'paused' | 'frozen' | 'failed';

export interface SyncReport {
  readonly state: SyncState;
  readonly fault?: SyncFault;
  readonly detail?: string;
  /** ms; not to come back earlier. */
  readonly retryAfter?: number;
  /** Records read, of them those that changed something here, and those that were no states. */
  readonly pulled: number;
  readonly changed: number;
  readonly unreadable: number;
  /** Records sent and taken. */
  readonly pushed: number;
  /** The first few that wait, and how many do. */
  readonly waiting: readonly Waiting[];
  readonly waitingCount: number;
  /** Why the place cannot be written. */
  readonly readOnly?: 'forbidden' | 'newer';
  /** It was the first visit, or the place was emptied, replaced or put back to an older state: both sides were joined. */
  readonly joined?: 'first' | 'new-epoch' | 'lost' | 'copied';
  /** Server's clock less ours, ms, where the server tells. */
  readonly clockOff?: number;
  /** What is held back. */
  readonly held?: Weight;
}
