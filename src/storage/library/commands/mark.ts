import { keyOf } from '../../../core/library/aliases.ts';
import type { PaperEdit } from '../../../core/library/edits.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { Status } from '../../../core/library/status.ts';
import type { RefusedTag } from '../../../core/library/tag-name.ts';
import { ownTags, statusOf } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { LibraryFault } from '../fault.ts';
import { editInto } from './edit.ts';
import { type Done, type Moment, once } from './once.ts';
import { saveInto } from './save-into.ts';
import { noteInto } from './write-note.ts';

export interface Marked {
  readonly status: Status;
  readonly tags: readonly string[];
  readonly refused: readonly RefusedTag[];
}

/**
 * Edits the paper at hand, saving it first where it is not saved. Never takes one out. One transaction; taken back as one.
 * @throws LibraryFault `empty` where the paper names nothing
 */
export function mark(
  db: LibraryDb,
  input: {
    readonly request: string;
    readonly paper: SaveInput;
    readonly edits: readonly PaperEdit[];
    readonly note?: string | undefined;
  },
  moment: Moment,
): Promise<Done<Marked>> {
  if (keyOf(input.paper) === undefined) throw new LibraryFault('empty', 'There is no title or id to save.');
  const edits = input.edits.filter(({ do: what }) => what !== 'delete' && what !== 'restore');
  const nothing: Marked = { status: 'to-read', tags: [], refused: [] };
  return once(db, input.request, moment, nothing, async (session) => {
    const { saved, steps } = await saveInto(session, [input.paper], { day: moment.day });
    const key = saved[0]?.key ?? '';
    const edited = await editInto(session, [key], edits);
    const noted = input.note === undefined ? [] : await noteInto(session, key, input.note);
    const state = session.paper(key);
    const reply: Marked = {
      status: state === undefined ? 'to-read' : statusOf(state),
      tags: state === undefined ? [] : ownTags(state),
      refused: edited.refused,
    };
    return { reply, steps: [...steps, ...edited.steps, ...noted] };
  });
}
