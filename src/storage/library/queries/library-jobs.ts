import type { LibraryDb } from '../database.ts';
import type { LibraryJobRow } from '../rows.ts';

const SHOWN = 20;

/** Jobs open or ended lately, newest first. For a live query: it runs again as they go on. */
export const libraryJobs = (db: LibraryDb): Promise<LibraryJobRow[]> =>
  db.jobs.orderBy('id').reverse().limit(SHOWN).toArray();

export const libraryJob = (db: LibraryDb, id: number): Promise<LibraryJobRow | undefined> => db.jobs.get(id);

/** How many jobs are open: the engine is needed while there are any. */
export const openLibraryWork = (db: LibraryDb): Promise<number> =>
  db.jobs.where('state').anyOf('waiting', 'running').count();

/** Can this request still be taken back? */
export async function undoable(db: LibraryDb, request: string): Promise<boolean> {
  const row = await db.undo.get(request);
  return row !== undefined && !row.done && (row.steps.length > 0 || (row.left ?? row.parts ?? 0) > 0);
}
