import type { LibraryDb } from '../../database.ts';
import type { LibraryJobRow } from '../../rows.ts';
import { inOne, type Moment } from '../once.ts';
import { takeBackInto } from '../take-back.ts';
import { type ChunkDone, jobChunk, partOf } from './job-chunk.ts';
import { endInto, isOpenJob, type UndoSpec } from './jobs.ts';

/**
 * Starts taking a job back, as another job, which can be taken back in turn. A job that is still at work is cancelled first. Exactly
 * once: pressed again there is nothing to do.
 * @returns the undo's number; undefined where there is nothing to take back, or nothing any more
 */
export function startUndoJob(
  db: LibraryDb,
  { request, undo }: { readonly request: string; readonly undo: string },
  now: number,
): Promise<number | undefined> {
  return inOne(db, async () => {
    const answered = await db.requests.get(request);
    if (answered !== undefined) return (answered.reply as { job?: number }).job; // kept below
    const row = await db.undo.get(undo);
    const of = await db.jobs.where('request').equals(undo).first();
    const left = row?.left ?? row?.parts ?? 0;
    if (row === undefined || row.done || row.parts === undefined) {
      await db.requests.put({ id: request, reply: {}, at: now });
      return undefined;
    }
    if (isOpenJob(of)) await endInto(db, of.id, { state: 'cancelled', beat: now });
    await db.undo.put({ ...row, left, done: true });
    const spec: UndoSpec = { undo };
    const job = await db.jobs.add({
      request,
      kind: 'undo',
      name: of?.name ?? '',
      state: left === 0 ? 'done' : 'waiting',
      done: 0,
      total: row.count ?? 0,
      spec,
      at: now,
      beat: now,
      undoable: true,
    });
    await db.requests.put({ id: request, reply: { job }, at: now });
    await db.undo.put({ request, steps: [], at: now, parts: 0, count: 0 });
    return job;
  }, [db.jobs, db.requests, db.undo]);
}

/**
 * Takes back the last part of a job that is not taken back yet, in one transaction.
 * @param job the undo job as its runner knows it
 */
export function undoChunk(db: LibraryDb, job: LibraryJobRow, moment: Pick<Moment, 'now'>): Promise<ChunkDone> {
  const { undo } = job.spec as UndoSpec; // written by startUndoJob
  const from = job.done;
  return jobChunk(db, { job: job.id, from, to: from, last: false }, moment, async (session) => {
    const row = await db.undo.get(undo);
    const left = row?.left ?? 0;
    if (row === undefined || left === 0) return { steps: [], last: true };
    await db.undo.put({ ...row, left: left - 1 });
    const part = await db.undo.get(partOf(undo, left - 1));
    const last = left === 1;
    if (part === undefined) return { steps: [], last }; // older than undos are kept
    await db.undo.put({ ...part, steps: [], done: true });
    return { steps: await takeBackInto(session, part.steps), to: from + part.steps.length, last };
  });
}
