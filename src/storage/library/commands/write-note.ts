import { stampMs } from '../../../core/library/clock.ts';
import { type NoteActed, setNote } from '../../../core/library/notes.ts';
import { placeOf } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { LibraryFault } from '../fault.ts';
import type { UndoStep } from '../rows.ts';
import { type Done, type Moment, once } from './once.ts';
import type { Session } from './session.ts';

/** Texts that stood shorter than this are steps of writing: the history keeps the one before them. ms */
const STEP = 10 * 60_000;

/**
 * Writes the free note of a saved paper; empty text takes it away.
 * @throws LibraryFault `not-found` where the paper is not in the library
 */
export function writeNote(
  db: LibraryDb,
  input: { readonly request: string; readonly key: string; readonly text: string },
  moment: Moment,
): Promise<Done<Record<string, never>>> {
  return once<Record<string, never>>(db, input.request, moment, {}, async (session) => ({
    reply: {},
    steps: await noteInto(session, input.key, input.text),
  }));
}

/** The same inside a transaction. */
export async function noteInto(session: Session, key: string, text: string): Promise<readonly UndoStep[]> {
  await session.load([
    ['paper', key],
    ['note', key],
  ]);
  if (placeOf(session.paper(key)) !== 'library') {
    throw new LibraryFault('not-found', 'This paper is not in the library.');
  }
  return putNote(session, key, setNote(session.note(key), key, text.toWellFormed(), session.stamps.next));
}

/** Keeps a note that was changed. @returns how to take it back */
export function putNote(session: Session, key: string, { state, inverse, replaced }: NoteActed): readonly UndoStep[] {
  if (inverse === undefined) return [];
  session.put('note', key, state);
  for (const [text, stamp] of replaced) {
    if (session.now - stampMs(stamp) >= STEP || inverse.after.length === 0) session.rememberText(key, text, stamp);
  }
  return [{ kind: 'note', key, inverse }];
}
