import type { StagedFiles } from '../platform/staged-files.ts';
import type { LibraryDb } from '../storage/library/database.ts';
import type { Writer } from '../storage/papers/commands/writer.ts';
import type { PapersDb } from '../storage/papers/database.ts';
import type { SavedCopy } from './saved-copy.ts';
import type { SyncOutside } from './sync/outside.ts';

/** What every part of the engine is given: store, files, clock. Tests give others. */
export interface Engine {
  readonly db: PapersDb;
  readonly writer: Writer;
  readonly files: StagedFiles;
  /** Where the index of the saved papers is kept. */
  readonly indexFiles: StagedFiles;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Entries a transaction: with 250 some 200 ms of work, so that a cancel is heard soon and little is done twice. */
  readonly batch: number;
  /** Works on the library: reads, and the commands of jobs. Rejects where that cannot be done. */
  readonly library: <T>(read: (db: LibraryDb) => Promise<T>) => Promise<T>;
  /** Saved papers, followed in memory. */
  readonly saved: SavedCopy;
  /** Told which saved papers a job changed. */
  readonly written: (keys: readonly string[]) => void;
  readonly sync: SyncOutside;
  readonly report: (error: unknown, where: string) => void;
}
