import type { CalendarDay } from '../core/calendar-day.ts';
import type { SaveInput } from '../core/library/save-input.ts';
import type { NoteData, Query } from '../core/note-data.ts';
import { markOf } from '../storage/library/queries/marks.ts';
import type { SavedRow } from '../storage/library/rows.ts';
import { noteOf, noteOfSaved } from '../storage/papers/note-of.ts';
import type { PaperFound } from '../storage/papers/queries/look-up.ts';

/** What one mention's note is made from. */
export interface Facts {
  readonly query: Query;
  readonly found: PaperFound | undefined;
  readonly saved: SavedRow | undefined;
  /** The record as it was saved, where no digest told of the paper. */
  readonly record: SaveInput | undefined;
}

/** The complete answer for one mention: from the digests where they told of it, else from the library, else "unknown". Pure. */
export function noteData({ query, found, saved, record }: Facts, today: CalendarDay): NoteData {
  if (found) return noteOf(found, saved && markOf(saved), today);
  if (saved) return noteOfSaved(query, saved, record);
  return {
    known: false,
    match: 'none',
    ids: query.ids,
    title: query.title,
    otherTitles: [],
    tags: [],
    links: [],
    isNew: false,
    digests: [],
    conflicts: [],
  };
}
