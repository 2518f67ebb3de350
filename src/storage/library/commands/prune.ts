import { stampFloor } from '../../../core/library/clock.ts';
import type { LibraryDb } from '../database.ts';
import type { Self } from '../self.ts';

const DAY = 86_400_000;
/** How long a retry, an undo and an overwritten value can come, in days. */
const KEEP = { requests: 30, undo: 30, history: 90 } as const;
/** Looked at once in so many changes. */
const EVERY = 256;

export const pruneDue = (before: Self, after: Self): boolean =>
  Math.floor(before.seq / EVERY) !== Math.floor(after.seq / EVERY);

/** Forgets old requests, undos and overwritten values. Inside a transaction. */
export async function prune(db: LibraryDb, now: number): Promise<void> {
  await db.requests
    .where('at')
    .below(now - KEEP.requests * DAY)
    .delete();
  await db.undo
    .where('at')
    .below(now - KEEP.undo * DAY)
    .delete();
  await db.history
    .where('stamp')
    .below(stampFloor(now - KEEP.history * DAY))
    .delete();
}
