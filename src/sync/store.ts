import type { Lane } from '../core/sync/lanes.ts';
import type { Decision, Name, Waiting } from '../core/sync/report.ts';
import type { Cursor, LocalRecord, RemoteRecord } from './target.ts';

export { LANES, type Lane, laneOf } from '../core/sync/lanes.ts';
export type { Decision, Waiting, Why } from '../core/sync/report.ts';

/**
 * The library as sync sees it. Every method is one transaction: what it writes is there as a whole or not at all, so that a worker may be
 * killed between any two of them.
 *
 * What a target lacks is known record by record: the store keeps for each target and record the count of the change (`seq`) that the
 * target is known to hold, and the target's token. A record is due where its change is newer than that, or where it waits.
 */

/** What is remembered of a target. */
export interface TargetMemory {
  readonly epoch: string;
  readonly mark?: string;
  /** A mark that is perhaps written at the target, perhaps not. */
  readonly next?: string;
  /** Something was sent since the last mark. */
  readonly unmarked: boolean;
  readonly cursor?: Cursor;
  /** Count of changes up to which each lane was sent or waits. */
  readonly pushed: Readonly<Record<Lane, number>>;
  /** A decision on what is held that has not been carried out to its end. */
  readonly decision?: Decision;
}

export interface LibrarySelf {
  readonly device: string;
  /** Papers that the person sees. */
  readonly papers: number;
  /** A loss is not settled: nothing may be sent. */
  readonly frozen: boolean;
}

export interface Incoming {
  /**
   * Merged into the library. For each record the store then notes: where the merged state equals the one that came, the target holds
   * it (with its token); else the record is due, and where its turn has passed it waits as `behind`. Overwritten values
   * (core/library/overwritten.ts) go to the history. One that comes `besides` and changes nothing here takes nothing away from what the
   * target is known to hold: where that is the state here, it stays noted. A record without state only becomes due, where there is one here.
   */
  readonly merge: readonly RemoteRecord[];
  /**
   * Kept aside, joined with what is aside of the same name (the later token stays); not merged into the library, no token noted. Records
   * of `merge` whose name is aside already go there too: tokens must not come out of order.
   */
  readonly hold: readonly RemoteRecord[];
  /** Stored in the same transaction. */
  readonly cursor?: Cursor;
}

export interface Committed {
  /** Records that changed in the library. */
  readonly changed: number;
  /** Records that are no states at all and were left out. */
  readonly refused: number;
}

export interface Due {
  readonly records: readonly LocalRecord[];
  /** Every change of this lane up to here is in `records` or known to be there. */
  readonly upTo: number;
  readonly more: boolean;
}

export interface Settled {
  /** `seq`: of the state that was sent. Where the record has changed since, it is due again. */
  readonly acked: readonly (Name & { readonly seq: number; readonly token?: string; readonly wire?: string })[];
  readonly waiting: readonly Waiting[];
  /** Where the lane stands then; not moved where undefined. */
  readonly upTo?: { readonly lane: Lane; readonly seq: number };
}

export interface SyncStore {
  self(): Promise<LibrarySelf>;
  /** Gives this copy of the library a new random name: its old one is used elsewhere. */
  newDevice(): Promise<void>;
  /** Undefined before the first `begin`. */
  memory(target: string): Promise<TargetMemory | undefined>;
  /** A first visit, or a target that lost something: cursor, mark, tokens and what was sent are forgotten; what is held stays. */
  begin(target: string, epoch: string): Promise<void>;
  /** Tokens of names, in their order; names of kind `SEALED` are found by `wire`. */
  tokens(target: string, names: readonly Name[]): Promise<readonly (string | undefined)[]>;
  /** States of names, in their order; undefined where there is none. */
  states(names: readonly Name[]): Promise<readonly unknown[]>;
  commit(target: string, incoming: Incoming): Promise<Committed>;
  /** What is held back, in the order of names, at most `limit` after `after`. */
  held(target: string, limit: number, after?: Name): Promise<readonly RemoteRecord[]>;
  /** Notes a decision on all that is held. */
  decide(target: string, decision: Decision): Promise<void>;
  /**
   * Carries the decision out for at most `limit` records: merges them, with `keep-mine` by core/library/keep-mine.ts.
   * @returns how many are left; at none the decision is forgotten
   */
  release(target: string, limit: number): Promise<Committed & { readonly left: number }>;
  /** Changes of a lane after `after`, oldest first, that the target is not known to hold; without what waits. */
  due(target: string, lane: Lane, after: number, limit: number): Promise<Due>;
  /** What waits, in the order of names, at most `limit` after `after`. */
  waiting(target: string, limit: number, after?: Name): Promise<readonly Waiting[]>;
  /** Records as they are to be sent; those that are no more are left out. */
  outgoing(target: string, names: readonly Name[]): Promise<readonly LocalRecord[]>;
  settle(target: string, settled: Settled): Promise<void>;
  /** Notes a mark before it is written at the target (`next`), and after it. */
  marking(target: string, next: string): Promise<void>;
  marked(target: string, mark: string): Promise<void>;
  /** A snapshot of the library is made before something large happens. */
  snapshot(why: 'first-sync' | 'large-change'): Promise<void>;
}
