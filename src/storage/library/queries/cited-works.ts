import { type CitedWork, workOf } from '../../../core/citations/citation.ts';
import { recordOf } from '../../../core/library/bib.ts';
import { textsOf } from '../../../core/library/notes.ts';
import type { BibState, NoteState } from '../../../core/library/state.ts';
import type { Collection } from '../../../core/library/things.ts';
import { pathOf } from '../../../core/library/things-view.ts';
import type { LibraryDb } from '../database.ts';
import type { SavedRow } from '../rows.ts';

/** What of a paper goes along. */
export interface CitedParts {
  readonly abstracts: boolean;
  /** The person's own notes. */
  readonly notes: boolean;
}

/** Saved papers as works that other programs take, in the rows' order; undefined where a record has no title. */
export async function citedWorks(
  db: LibraryDb,
  rows: readonly SavedRow[],
  { abstracts, notes }: CitedParts,
  collections: readonly Collection[],
): Promise<readonly (CitedWork | undefined)[]> {
  const read = (kind: 'bib' | 'note') => db.states.bulkGet(rows.map(({ key }): [string, string] => [kind, key]));
  const [bibs, noted] = await Promise.all([read('bib'), notes ? read('note') : []]);
  return rows.map((row, i) => {
    // Rows of these kinds hold these states.
    const { abstract, ...record } = recordOf(bibs[i]?.state as BibState | undefined);
    const note = textsOf(noted[i]?.state as NoteState | undefined).join('\n\n');
    const own = {
      status: row.status,
      tags: [...row.tags, ...(row.auto ?? [])],
      collections: (row.collections ?? []).map((id) => pathOf(collections, id)).filter((path) => path.length > 0),
      ...(row.since === undefined ? {} : { added: row.since }),
      ...(note === '' ? {} : { note }),
    };
    return workOf(abstracts && abstract !== undefined ? { ...record, abstract } : record, own) ?? workOf(row, own);
  });
}
