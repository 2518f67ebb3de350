import type { LibraryDb } from '../database.ts';
import type { SavedRow } from '../rows.ts';

/** The papers saved last, newest first: what the library page shows before the engine has answered. */
export const firstRows = (db: LibraryDb, count: number): Promise<SavedRow[]> =>
  db.papers.orderBy('added').reverse().limit(count).toArray();

export const trashCount = (db: LibraryDb): Promise<number> => db.trash.count();
