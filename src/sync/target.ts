import type { Name, Refusal } from '../core/sync/report.ts';
import type { Signal } from './http.ts';
import type { Outcome } from './outcome.ts';

export { SEALED } from '../core/sync/lanes.ts';
export type { Name, Refusal } from '../core/sync/report.ts';

/**
 * What a place that the library syncs with must be able to do. The engine (sync-once.ts) drives a `SyncTarget`; a plain store of files is
 * a `BlobTarget`, which blob/ makes into a `SyncTarget`. Because merging states is commutative, associative and idempotent
 * (core/library/merge.ts), a target may deliver records twice, late, in part and in any order, and nothing is ever concluded from what
 * it does not deliver.
 */

/** A record as the target holds it. Of kind `SEALED` where only the target's own name for it is known; then without a state. */
export interface RemoteRecord extends Name {
  /** Undefined where the target says only that it was taken away there: then it is sent again, never deleted here. */
  readonly state: unknown;
  /** What `push` needs to replace just this (revisions in CouchDB). Kept by the store beside the record and shown to `push` again. */
  readonly token?: string;
  /** The name under which an encrypted target knows it: tokens are asked for by `{ kind: SEALED, id: wire }`. */
  readonly wire?: string;
  /** The target holds this state in several pieces (conflicting revisions): it wants the merged one even where nothing is new here. */
  readonly pieces?: true;
  /** The target holds this besides all that it held before (files are only added): an older state takes nothing away from it. */
  readonly besides?: true;
}

/** A record to be sent. */
export interface LocalRecord extends Name {
  readonly state: unknown;
  /** The library's own count of this change (outbox): tells whether the record changed while it was on its way. */
  readonly seq: number;
  /** Of the target's last record with this name that was merged in, or that was pushed. */
  readonly token?: string;
}

/** Where the target's feed was left, in the target's own words. Stored in the same transaction as the records before it. */
export type Cursor = string;

export interface Pulled {
  readonly records: readonly RemoteRecord[];
  /** Undefined where the feed cannot be taken up between this batch and the next. */
  readonly cursor?: Cursor;
  /** Files that could not be read, now and at the syncs before. */
  readonly unread?: number;
}

export interface Pushed {
  readonly acked: readonly (Name & { readonly token?: string; readonly wire?: string })[];
  /** Changed at the target meanwhile: pull, merge, push again. */
  readonly retry: readonly Name[];
  readonly rejected: readonly (Name & { readonly why: Refusal; readonly detail?: string })[];
  /** A mark for the next `open`, where this push itself is what tells whether the target still holds what was sent. */
  readonly mark?: string;
}

/** Who comes, and what is remembered of the last visit. */
export interface Visit {
  /** Random name of this copy of the library. */
  readonly device: string;
  /** Undefined at the first visit. */
  readonly last?: {
    readonly epoch: string;
    /** What `finish` gave, if a push was ever finished. */
    readonly mark?: string;
    /** What `finish` was last called with, where it is not known whether it came to its end. */
    readonly next?: string;
    /** How far it was read. */
    readonly cursor?: Cursor;
  };
  /** A random text of 32 characters, for an epoch if the target has none. */
  readonly fresh: string;
}

export interface Opened {
  /** Random id of the target's present life: another one means that it was emptied, replaced, or never seen. */
  readonly epoch: string;
  /**
   * Does the target still hold what this device pushed? `lost`: not, or not all of it (wiped, or restored from an older backup): the whole
   * feed is read again, and what it does not hold is sent again. `copied`: it holds more from this device than the device remembers:
   * this profile was restored from a backup, or is used twice;
   * the device takes a new name. At a first visit: `kept`.
   */
  readonly standing: 'kept' | 'lost' | 'copied';
  /** Clock of the server, ms since 1970. */
  readonly serverTime?: number;
  /** Nothing can be written; why, for the person (`forbidden`: a read-only member; `newer`: made by a later version). */
  readonly readOnly?: 'forbidden' | 'newer';
}

/** Tokens known for these names, in their order. The driver need not fetch what it would get again. */
export type KnownTokens = (names: readonly Name[]) => Promise<readonly (string | undefined)[]>;

export interface SyncTarget {
  /** Of the row in `targets`. */
  readonly id: string;
  /** Records that it likes to be sent at once; 500 where it does not say. */
  readonly batch?: number;
  /** Looks at the marker before anything else, and creates it where there is none. Answers that are no library are a fault. */
  open(visit: Visit, signal: Signal): Promise<Outcome<Opened>>;
  /** Everything since the cursor (undefined: from the beginning), oldest first; ends after the first fault. Batches of at most 500. */
  pull(cursor: Cursor | undefined, known: KnownTokens, signal: Signal): AsyncIterable<Outcome<Pulled>>;
  /** Sends at most `batch` records. Every one of them is in one of the three lists. Sending twice does no harm. */
  push(batch: readonly LocalRecord[], signal: Signal): Promise<Outcome<Pushed>>;
  /**
   * Records as they are there now, for names that `push` gave back to be tried again; names that are not there are left out. Only targets
   * that others write into (CouchDB) have it: nothing is concluded from a feed that does not name what changed.
   */
  read?(names: readonly Name[], signal: Signal): Promise<Outcome<readonly RemoteRecord[]>>;
  /**
   * The target notes for this device that a push begins, or that it came to its end.
   * @param next a text that tells this push from all others; already noted here (`visit.last.next`)
   * @returns the mark for the next `open`
   */
  finish(next: string, signal: Signal): Promise<Outcome<string>>;
}

/** A place that stores bytes under names: WebDAV, a folder. Paths are relative, with `/`, without `.` and `..`. */
export interface BlobTarget {
  /** Files and folders right in `dir`; null where there is no such folder. */
  list(dir: string, signal: Signal): Promise<Outcome<readonly BlobEntry[] | null>>;
  /** Null where there is no such file. */
  get(path: string, signal: Signal): Promise<Outcome<Uint8Array | null>>;
  /** Atomic, verified, and never overwrites. `exists`: something else is there already; the same bytes count as created. */
  createExclusive(path: string, bytes: Uint8Array, signal: Signal): Promise<Outcome<'created' | 'exists'>>;
  /** No fault where it is gone already. */
  remove(path: string, signal: Signal): Promise<Outcome<void>>;
  /** With its parents; no fault where it is there already. */
  mkdir(dir: string, signal: Signal): Promise<Outcome<void>>;
  /** Of the last answer, where the place tells. */
  serverTime?(): number | undefined;
}

export interface BlobEntry {
  readonly name: string;
  readonly folder: boolean;
  readonly size?: number;
}
