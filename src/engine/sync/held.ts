import type { SavedRow } from '../../core/library/saved-row.ts';
import type { HeldChanges } from '../../messaging/sync-calls.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import type { HeldRow } from '../../storage/library/rows.ts';
import { Scales } from '../../sync/guard.ts';

/** Papers of each kind of change that are shown. */
const SHOWN = 20;
const BATCH = 500;

/** What waits for the person's decision at a place. */
export async function heldOf(db: LibraryDb, place: string): Promise<HeldChanges> {
  const scales = new Scales();
  for (let batch = await heldAfter(db, place); batch.length > 0; batch = await heldAfter(db, place, batch.at(-1))) {
    const mine = await db.states.bulkGet(batch.map(({ kind, id }) => [kind, id]));
    for (const [i, row] of batch.entries()) scales.add({ ...row, state: row.state }, mine[i]?.state);
  }
  const { deleted, fields } = scales.weight();
  return {
    deleted: await rowsOf(db, deleted),
    deletedCount: deleted.length,
    fields: await Promise.all(
      [...fields].map(async ([field, keys]) => ({ field, count: keys.length, rows: await rowsOf(db, keys) })),
    ),
    from: [],
  };
}

const heldAfter = (db: LibraryDb, place: string, after?: HeldRow): Promise<readonly HeldRow[]> =>
  db.held
    .where('[target+kind+id]')
    .between([place, after?.kind ?? '', after?.id ?? ''], [place, '\uffff', '\uffff'], after === undefined)
    .limit(BATCH)
    .toArray();

async function rowsOf(db: LibraryDb, keys: readonly string[]): Promise<readonly SavedRow[]> {
  const rows = await db.papers.bulkGet(keys.slice(0, SHOWN));
  return rows.filter((row) => row !== undefined);
}
