import type { LibraryDb } from '../database.ts';
import type { StateRow } from '../rows.ts';

const BATCH = 1_000;

/** Hands every state to `take`, in batches, all as they are at one moment. `take` must not wait for anything. */
export async function everyState(db: LibraryDb, take: (rows: readonly StateRow[]) => void): Promise<void> {
  await db.transaction('r', db.states, async () => {
    for (let last: readonly [string, string] = ['', '']; ; ) {
      const rows = await db.states.where('[kind+id]').above(last).limit(BATCH).toArray();
      if (rows.length > 0) take(rows);
      const end = rows.at(-1);
      if (end === undefined || rows.length < BATCH) return;
      last = [end.kind, end.id];
    }
  });
}
