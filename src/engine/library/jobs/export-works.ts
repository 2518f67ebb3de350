import { type CitedWork, workOf } from '../../../core/citations/citation.ts';
import { recordOf } from '../../../core/library/bib.ts';
import { textsOf } from '../../../core/library/notes.ts';
import type { BibState, NoteState } from '../../../core/library/state.ts';
import type { Collection } from '../../../core/library/things.ts';
import { pathOf } from '../../../core/library/things-view.ts';
import type { ExportOptions } from '../../../messaging/library-calls.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import type { SavedRow } from '../../../storage/library/rows.ts';

/** Saved papers as works that files can carry. */

/** A work from the row alone: enough for citation keys and file names. */
export const lightWork = (row: SavedRow): CitedWork => workOf(row) ?? { ids: row.ids, title: row.key, kind: 'other' };

/** The whole works, in the rows' order. */
export async function fullWorks(
  db: LibraryDb,
  rows: readonly SavedRow[],
  { abstracts, notes }: Pick<ExportOptions, 'abstracts' | 'notes'>,
  collections: readonly Collection[],
): Promise<readonly CitedWork[]> {
  const read = (kind: 'bib' | 'note') => db.states.bulkGet(rows.map(({ key }): [string, string] => [kind, key]));
  const [bibs, noted] = await Promise.all([read('bib'), notes ? read('note') : []]);
  return rows.map((row, i) => {
    // Rows of these kinds hold these states.
    const { abstract, ...record } = recordOf(bibs[i]?.state as BibState | undefined);
    const note = textsOf(noted[i]?.state as NoteState | undefined).join('\n\n');
    const { status, since } = row;
    const own = {
      status,
      tags: [...row.tags, ...(row.auto ?? [])],
      collections: (row.collections ?? []).map((id) => pathOf(collections, id)).filter((path) => path.length > 0),
      ...(since === undefined ? {} : { added: since }),
      ...(note === '' ? {} : { note }),
    };
    return workOf(abstracts && abstract !== undefined ? { ...record, abstract } : record, own) ?? lightWork(row);
  });
}
