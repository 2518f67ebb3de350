import { stampFloor } from '../../../core/library/clock.ts';
import type { LibraryDb } from '../database.ts';
import type { Self } from '../self.ts';
import { purgeInto } from './purge-into.ts';
import { Session } from './session.ts';

const DAY = 86_400_000;
/** How long a retry, an undo, an overwritten value and a paper in the trash can be had, in days. */
const KEEP = { requests: 30, undo: 30, history: 90, trash: 90 } as const;
/** Papers that leave the trash at once; the next time takes the rest. */
const MOST = 500;
/** Looked at once in so many changes. */
const EVERY = 256;

export const pruneDue = (before: Self, after: Self): boolean =>
  Math.floor(before.seq / EVERY) !== Math.floor(after.seq / EVERY);

/** Forgets old requests, undos and overwritten values, and empties the trash of what is old. Inside a transaction. */
export async function prune(
  db: LibraryDb,
  self: Self,
  now: number,
): Promise<{ readonly self: Self; readonly keys: readonly string[] }> {
  await db.requests
    .where('at')
    .below(now - KEEP.requests * DAY)
    .delete();
  await db.undo
    .where('at')
    .below(now - KEEP.undo * DAY)
    .delete();
  const overwritten = now - KEEP.history * DAY;
  await db.history
    .where('stamp')
    .below(stampFloor(overwritten))
    .filter(({ at }) => at === undefined || at < overwritten)
    .delete();
  const old = await db.trash
    .where('deletedAt')
    .below(now - KEEP.trash * DAY)
    .limit(MOST)
    .primaryKeys();
  if (old.length === 0) return { self, keys: [] };
  const session = new Session(db, self, now);
  await purgeInto(session, old);
  return session.flush();
}
