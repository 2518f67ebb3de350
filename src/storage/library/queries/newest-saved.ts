import Dexie from 'dexie';
import type { Status } from '../../../core/library/status.ts';
import type { LibraryDb } from '../database.ts';
import type { SavedRow } from '../rows.ts';

/** What the popup shows without a question. */
const FIRST = 50;

/** The papers changed last, newest first. */
export const newestSaved = (db: LibraryDb): Promise<SavedRow[]> => savedList(db, { limit: FIRST });

export interface ListOptions {
  readonly status?: Status;
  readonly offset?: number;
  readonly limit: number;
}

/** Saved papers, changed last first. */
export function savedList(db: LibraryDb, { status, offset = 0, limit }: ListOptions): Promise<SavedRow[]> {
  const chosen =
    status === undefined
      ? db.papers.orderBy('changed')
      : db.papers.where('[status+changed]').between([status, Dexie.minKey], [status, Dexie.maxKey]);
  return chosen.reverse().offset(offset).limit(limit).toArray();
}
