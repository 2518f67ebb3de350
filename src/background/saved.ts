import type { SaveInput } from '../core/library/save-input.ts';
import type { Query } from '../core/note-data.ts';
import { withLibrary } from '../storage/library/database.ts';
import { LibraryFault } from '../storage/library/fault.ts';
import { countSaved } from '../storage/library/queries/count-saved.ts';
import { savedRows } from '../storage/library/queries/marks.ts';
import { savedRecords } from '../storage/library/queries/papers.ts';
import type { SavedRow } from '../storage/library/rows.ts';

/**
 * What the library says of mentions, for notes. A library that cannot be read says nothing here: notes still appear, and the popup
 * and the restore screen tell what is wrong.
 */
export const savedFor = (queries: readonly Query[]): Promise<readonly (SavedRow | undefined)[]> =>
  orNothing(
    () => withLibrary((db) => savedRows(db, queries)),
    queries.map(() => undefined),
  );

/** Records by key, as they were saved. */
export async function recordsFor(keys: readonly string[]): Promise<ReadonlyMap<string, SaveInput>> {
  if (keys.length === 0) return new Map();
  const records = await orNothing(() => withLibrary((db) => savedRecords(db, keys)), []);
  return new Map(keys.flatMap((key, i): [string, SaveInput][] => (records[i] ? [[key, records[i]]] : [])));
}

export const anySaved = async (): Promise<boolean> => (await orNothing(() => withLibrary(countSaved), 0)) > 0;

async function orNothing<T>(read: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LibraryFault) return nothing;
    throw error;
  }
}
