import { type CitedWork, workOf } from '../../../core/citations/citation.ts';
import type { Collection } from '../../../core/library/things.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import { type CitedParts, citedWorks } from '../../../storage/library/queries/cited-works.ts';
import type { SavedRow } from '../../../storage/library/rows.ts';

/** Saved papers as works that files can carry. */

/** A work from the row alone: enough for citation keys and file names. */
export const lightWork = (row: SavedRow): CitedWork => workOf(row) ?? { ids: row.ids, title: row.key, kind: 'other' };

/** The whole works, in the rows' order. */
export const fullWorks = async (
  db: LibraryDb,
  rows: readonly SavedRow[],
  parts: CitedParts,
  collections: readonly Collection[],
): Promise<readonly CitedWork[]> => {
  const works = await citedWorks(db, rows, parts, collections);
  return rows.map((row, i) => works[i] ?? lightWork(row));
};
