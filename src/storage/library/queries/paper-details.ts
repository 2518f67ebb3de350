import { recordOf } from '../../../core/library/bib.ts';
import { textsOf } from '../../../core/library/notes.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import type { BibState, NoteState, PaperState } from '../../../core/library/state.ts';
import type { Collection } from '../../../core/library/things.ts';
import { namesOn } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import type { TrashRow } from '../rows.ts';
import { readSelf } from '../self.ts';
import { changesOfPaper, type PaperChange } from './paper-history.ts';
import { collections } from './things.ts';

export interface PaperDetails {
  readonly shelf: 'library' | 'trash';
  readonly row: SavedRow | TrashRow;
  readonly record: SaveInput;
  /** Usually none or one; several where copies of the library wrote at the same time. */
  readonly notes: readonly string[];
  /** The collections that it is in and that are there. */
  readonly collections: readonly Collection[];
  /** Newest first; overwritten values are known for 90 days. */
  readonly history: readonly PaperChange[];
  /** Keys of the papers that were merged into it. */
  readonly mergedFrom: readonly string[];
}

const KINDS = ['paper', 'bib', 'note'] as const;

/** Everything about one saved paper, also one in the trash; undefined where there is none of this key. For a live query. */
export async function paperDetails(db: LibraryDb, key: string): Promise<PaperDetails | undefined> {
  const [row, trashed] = await Promise.all([db.papers.get(key), db.trash.get(key)]);
  const shown = row ?? trashed;
  if (shown === undefined) return undefined;
  const [states, all, rows, self] = await Promise.all([
    db.states.bulkGet(KINDS.map((kind): [string, string] => [kind, key])),
    collections(db),
    db.history
      .where('[kind+ref]')
      .anyOf(KINDS.map((kind) => [kind, key]))
      .toArray(),
    readSelf(db),
  ]);
  // Rows of these kinds hold these states.
  const [paper, bib, note] = states.map((state) => state?.state) as [
    PaperState | undefined,
    BibState | undefined,
    NoteState | undefined,
  ];
  const ids = new Set(shown.collections ?? []);
  return {
    shelf: row === undefined ? 'trash' : 'library',
    row: shown,
    record: recordOf(bib),
    notes: textsOf(note),
    collections: all.filter(({ id }) => ids.has(id)),
    history: changesOfPaper({ paper, bib, note }, rows, self?.clock.device),
    mergedFrom: namesOn(paper?.m),
  };
}
