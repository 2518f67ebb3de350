import type { Clock } from '../../core/library/clock.ts';
import type { LibraryDb } from './database.ts';

/** What this copy of the library knows of itself, in one row that every write renews in its transaction. */
export interface Self {
  readonly clock: Clock;
  /** Counts every change of a record; never goes back. A smaller number than the canary's means that rows were lost. */
  readonly seq: number;
  /** Counts papers and things changed: tells when a snapshot is due. */
  readonly writes: number;
  /** How many saved papers and states there must be. */
  readonly papers: number;
  readonly states: number;
  /** Number of the last alias, and up to which the packed fingerprints go. */
  readonly aliases: number;
  readonly packed: number;
  /** Merged papers that are shown all the same: the one that each went into is not there, or leads back to it. Mostly none. */
  readonly stay?: readonly string[];
}

/** Undefined in a library that nothing was ever written to. */
export async function readSelf(db: LibraryDb): Promise<Self | undefined> {
  const row = await db.device.get('self');
  return row === undefined ? undefined : (row.value as Self); // written by this module's users alone
}

/** The library's own random id; undefined before its first write. */
export async function readLibraryId(db: LibraryDb): Promise<string | undefined> {
  const value = (await db.device.get('library'))?.value;
  return typeof value === 'string' ? value : undefined;
}

/** @param device random name of this copy */
export const newSelf = (device: string): Self => ({
  clock: { device, ms: 0, n: 0 },
  seq: 0,
  writes: 0,
  papers: 0,
  states: 0,
  aliases: 0,
  packed: 0,
});
