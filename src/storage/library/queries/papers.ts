import { recordOf } from '../../../core/library/bib.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { BibState } from '../../../core/library/state.ts';
import type { LibraryDb } from '../database.ts';

/** The records of saved papers as they were saved: title, abstract, links … In the keys' order; empty where there is none. */
export async function savedRecords(db: LibraryDb, keys: readonly string[]): Promise<SaveInput[]> {
  const rows = await db.states.bulkGet(keys.map((key): [string, string] => ['bib', key]));
  return rows.map((row) => recordOf(row?.state as BibState | undefined)); // rows of this kind hold records
}
