import { STATUSES, type Status } from '../../../core/library/status.ts';
import type { LibraryDb } from '../database.ts';

/** How many papers are saved. */
export const countSaved = (db: LibraryDb): Promise<number> => db.papers.count();

/** How many papers are saved, in all and by status. */
export async function savedCounts(db: LibraryDb): Promise<Readonly<Record<Status | 'all', number>>> {
  const [all, ...each] = await Promise.all([
    db.papers.count(),
    ...STATUSES.map((status) => db.papers.where('status').equals(status).count()),
  ]);
  const [toRead = 0, reading = 0, read = 0, aside = 0] = each;
  return { all, 'to-read': toRead, reading, read, aside };
}
