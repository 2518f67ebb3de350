import type { SaveInput } from '../../core/library/save-input.ts';
import type { PaperDetails } from '../../storage/library/queries/paper-details.ts';
import type { PaperChange } from '../../storage/library/queries/paper-history.ts';
import type { SavedRow } from '../../storage/library/rows.ts';

/** What the library knows of the paper at hand, as the pane's views take it. */

/** One text of a note; a note has several where machines wrote without knowing of each other. */
export interface NoteText {
  readonly text: string;
  /** ms since the epoch; absent where its time is not known. */
  readonly at?: number;
  /** Written in another copy of the library. */
  readonly elsewhere?: true;
}

export interface PaperFacts {
  readonly key: string;
  /** Absent where it is not in the library: never saved, or taken out. */
  readonly row?: SavedRow;
  /** As it was saved; else as the page or a digest shows it. */
  readonly record: SaveInput;
  /** Oldest first; none where there is no note. */
  readonly texts: readonly NoteText[];
  readonly changes: readonly PaperChange[];
  /** Papers that were put into this one. */
  readonly merged: number;
  readonly inTrash: boolean;
  /** Where it went: the key of the paper that it was merged into, or under which its id is saved. */
  readonly movedTo?: string;
}

/** @param details undefined where the library has no paper of this key */
export function factsOf(key: string, details: PaperDetails | undefined): PaperFacts {
  if (details === undefined)
    return { key, record: { ids: [], title: '' }, texts: [], changes: [], merged: 0, inTrash: false };
  const { row, record, notes, history, mergedFrom, shelf } = details;
  const inTrash = shelf === 'trash';
  return {
    key,
    ...(inTrash ? {} : { row }),
    record: record.title === '' ? { ...record, title: row.title } : record,
    texts: notes.map((text) => {
      const written = history.find((change) => change.field === 'note' && change.after === text);
      return written === undefined ? { text } : { text, at: written.at, ...(written.elsewhere && { elsewhere: true }) };
    }),
    changes: history,
    merged: mergedFrom.length,
    inTrash,
  };
}
