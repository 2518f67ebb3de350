import { undo as takeBack } from '../../../core/library/actions.ts';
import type { LibraryDb } from '../database.ts';
import type { UndoStep } from '../rows.ts';
import { type Done, type Moment, once } from './once.ts';

export interface Undone {
  /** Papers on which something was taken back. */
  readonly undone: number;
}

/**
 * Takes back what a request did, exactly once, as new edits: what somebody changed since stays. A request that was never seen is
 * called off: it may still be on its way (the worker was killed before it, and it is sent again), and the person's last word counts.
 */
export function undo(
  db: LibraryDb,
  input: { readonly request: string; readonly undo: string },
  moment: Moment,
): Promise<Done<Undone>> {
  return once<Undone>(db, input.request, moment, { undone: 0 }, async (session) => {
    const row = await db.undo.get(input.undo);
    if (row?.done) return { reply: { undone: 0 }, steps: [] };
    await db.undo.put({ request: input.undo, steps: [], at: moment.now, done: true });
    const steps: UndoStep[] = [];
    await session.load((row?.steps ?? []).map(({ key }) => ['paper', key] as const));
    // Backwards: one request may have touched a paper twice.
    for (const { key, inverse } of [...(row?.steps ?? [])].reverse()) {
      const state = session.paper(key);
      if (state === undefined) continue;
      const acted = takeBack(state, inverse, session.stamps.next);
      if (acted.inverse.edits.length === 0) continue;
      session.put('paper', key, acted.state);
      session.remember(key, acted.inverse.edits);
      steps.push({ key, inverse: acted.inverse });
    }
    return { reply: { undone: new Set(steps.map((step) => step.key)).size }, steps };
  });
}
