import { recordOf } from '../../../core/library/bib.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { BibState } from '../../../core/library/state.ts';
import type { LibraryDb } from '../database.ts';
import type { SavedRow } from '../rows.ts';

/** Saved papers by key, in the keys' order; undefined for those that are not saved. */
export const savedByKey = (db: LibraryDb, keys: readonly string[]): Promise<(SavedRow | undefined)[]> =>
  db.papers.bulkGet([...keys]);

/** The records of saved papers as they were saved: title, abstract, links … In the keys' order; empty where there is none. */
export async function savedRecords(db: LibraryDb, keys: readonly string[]): Promise<SaveInput[]> {
  const rows = await db.states.bulkGet(keys.map((key): [string, string] => ['bib', key]));
  return rows.map((row) => recordOf(row?.state as BibState | undefined)); // rows of this kind hold records
}

const BATCH = 500;

/** All saved papers with their records, in batches, for an index. Each batch is a read of its own. */
export async function* savedTexts(
  db: LibraryDb,
): AsyncGenerator<readonly { readonly key: string; readonly record: SaveInput }[]> {
  for (let last = ''; ; ) {
    const keys = await db.papers.where('key').above(last).limit(BATCH).primaryKeys();
    const records = await savedRecords(db, keys);
    if (keys.length > 0) yield keys.map((key, i) => ({ key, record: records[i] ?? { ids: [], title: '' } }));
    if (keys.length < BATCH) return;
    last = keys.at(-1) ?? last;
  }
}
