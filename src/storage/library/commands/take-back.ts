import { undo } from '../../../core/library/actions.ts';
import { takeBackNote } from '../../../core/library/notes.ts';
import { takeBackEdits } from '../../../core/library/registers.ts';
import { isPurged } from '../../../core/library/view.ts';
import type { StateKind, UndoStep } from '../rows.ts';
import type { Session } from './session.ts';
import { putNote } from './write-note.ts';

/**
 * Takes steps back inside a transaction, the last first, for one request may have touched a state twice. What somebody changed since
 * stays as it is.
 * @returns the steps that take this back in turn
 */
export async function takeBackInto(session: Session, steps: readonly UndoStep[]): Promise<readonly UndoStep[]> {
  await session.load(steps.map((step) => [kindOf(step), step.key] as const));
  return [...steps].reverse().flatMap((step) => takeBack(session, step));
}

/** Papers or things that steps are about. */
export const countOf = (steps: readonly UndoStep[]): number =>
  new Set(steps.map((step) => `${OF_PAPER.has(kindOf(step)) ? 'paper' : kindOf(step)} ${step.key}`)).size;

const OF_PAPER: ReadonlySet<StateKind> = new Set(['paper', 'bib', 'note']);

const kindOf = (step: UndoStep): StateKind => step.kind ?? 'paper';

function takeBack(session: Session, step: UndoStep): readonly UndoStep[] {
  const { key } = step;
  const { next } = session.stamps;
  if (step.kind === 'note') {
    const note = session.note(key);
    return note === undefined ? [] : putNote(session, key, takeBackNote(note, step.inverse, next));
  }
  if (!('edits' in step)) {
    const paper = session.paper(key);
    if (paper === undefined || isPurged(paper)) return []; // its record is gone: nothing could be shown
    const { state, inverse } = undo(paper, step.inverse, next);
    if (inverse.edits.length === 0) return [];
    session.put('paper', key, state);
    session.remember('paper', key, inverse.edits);
    return [{ key, inverse }];
  }
  const before = step.kind === 'bib' ? session.bib(key) : session.thing(step.kind, key);
  if (before === undefined) return [];
  const { state, edits } = takeBackEdits(before, step.edits, next);
  if (edits.length === 0) return [];
  session.put(step.kind, key, state);
  session.remember(step.kind, key, edits);
  return [{ kind: step.kind, key, edits }];
}
