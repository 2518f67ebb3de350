import { editAll } from '../../../core/library/edit-paper.ts';
import type { PaperEdit } from '../../../core/library/edits.ts';
import type { PaperState } from '../../../core/library/state.ts';
import type { RefusedTag } from '../../../core/library/tag-name.ts';
import type { LibraryDb } from '../database.ts';
import type { UndoStep } from '../rows.ts';
import { type Done, type Moment, once } from './once.ts';
import type { Session } from './session.ts';

export interface PapersEdited {
  /** Papers that changed. */
  readonly changed: number;
  /** Tags that were not put on, each once, with the first reason. */
  readonly refused: readonly RefusedTag[];
}

/** What one part of an action did, inside a transaction. */
export interface EditedInto extends PapersEdited {
  readonly steps: readonly UndoStep[];
}

/** Edits saved papers by key, all or none. What is so already stays as it is; papers that are not there are passed over. */
export function edit(
  db: LibraryDb,
  input: { readonly request: string; readonly keys: readonly string[]; readonly edits: readonly PaperEdit[] },
  moment: Moment,
): Promise<Done<PapersEdited>> {
  return once<PapersEdited>(db, input.request, moment, { changed: 0, refused: [] }, async (session) => {
    const { steps, ...reply } = await editInto(session, input.keys, input.edits);
    return { reply, steps };
  });
}

/** The same inside a transaction. @param edits for all papers, or what to do to each */
export async function editInto(
  session: Session,
  keys: readonly string[],
  edits: readonly PaperEdit[] | ((paper: PaperState) => readonly PaperEdit[]),
): Promise<EditedInto> {
  const wanted = [...new Set(keys)];
  await session.load(wanted.map((key) => ['paper', key] as const));
  const steps: UndoStep[] = [];
  const refused = new Map<string, RefusedTag>();
  for (const key of wanted) {
    const paper = session.paper(key);
    if (paper === undefined) continue;
    const edited = editLoaded(session, key, typeof edits === 'function' ? edits(paper) : edits);
    for (const tag of edited.refused) if (!refused.has(tag.tag)) refused.set(tag.tag, tag);
    steps.push(...edited.steps);
  }
  return { changed: steps.length, refused: [...refused.values()], steps };
}

/** Edits one paper whose state was loaded; without a wait, since many waits for nothing would end the transaction. */
export function editLoaded(session: Session, key: string, edits: readonly PaperEdit[]): Omit<EditedInto, 'changed'> {
  const paper = session.paper(key);
  if (paper === undefined) return { steps: [], refused: [] };
  const { state, inverse, refused } = editAll(paper, edits, session.stamps.next);
  if (inverse.edits.length === 0) return { steps: [], refused };
  session.put('paper', key, state);
  session.remember('paper', key, inverse.edits);
  return { steps: [{ key, inverse }], refused };
}
