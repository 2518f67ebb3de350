import type { LibraryDb } from '../database.ts';
import { type Done, type Moment, once } from './once.ts';
import { countOf, takeBackInto } from './take-back.ts';

export interface Undone {
  /** Papers and things on which something was taken back. */
  readonly undone: number;
}

/**
 * Takes back what a request did, exactly once, as new edits: what somebody changed since stays. A request that was never seen is
 * called off: it may still be on its way (the worker was killed before it, and it is sent again), and the person's last word counts.
 * The effect of a job is too large for this: `isJob` tells, and jobs/undo-job.ts takes it back.
 */
export function undo(
  db: LibraryDb,
  input: { readonly request: string; readonly undo: string },
  moment: Moment,
): Promise<Done<Undone>> {
  return once<Undone>(db, input.request, moment, { undone: 0 }, async (session) => {
    const row = await db.undo.get(input.undo);
    if (row?.done || row?.parts !== undefined) return { reply: { undone: 0 }, steps: [] };
    await db.undo.put({ request: input.undo, steps: [], at: moment.now, done: true });
    const steps = await takeBackInto(session, row?.steps ?? []);
    return { reply: { undone: countOf(steps) }, steps };
  });
}

/** Was this request a job, whose effect stands in parts? */
export const isJob = async (db: LibraryDb, request: string): Promise<boolean> =>
  (await db.undo.get(request))?.parts !== undefined;
