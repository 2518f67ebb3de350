import type { LibraryDb } from '../../database.ts';
import type { LibraryJobRow } from '../../rows.ts';
import { inOne } from '../once.ts';

/** Long work on the library, as rows: made once for each request, resumed by whatever starts next, seen and cancelled by pages. */

export interface NewLibraryJob
  extends Pick<LibraryJobRow, 'request' | 'kind' | 'name' | 'spec' | 'undoable'>,
    Partial<Pick<LibraryJobRow, 'total'>> {
  /** Papers it is about, written down now, so that a resumed job is about the same; `total` is their number then. */
  readonly keys?: readonly string[];
}

/** Keys in one row. */
const PART = 5_000;

/**
 * Adds a job, once for each request: a repeated request gets the number of the first, also when that is forgotten. One that was
 * taken back before it arrived is cancelled at once.
 */
export function startJob(
  db: LibraryDb,
  job: NewLibraryJob,
  now: number,
): Promise<{ readonly id: number; readonly added: boolean }> {
  const { keys, ...rest } = job;
  return inOne(db, async () => {
    const answered = await db.requests.get(job.request);
    if (answered !== undefined) return { id: (answered.reply as { job: number }).job, added: false }; // kept below
    const calledOff = (await db.undo.get(job.request)) !== undefined;
    const state = calledOff ? 'cancelled' : 'waiting';
    const total = keys === undefined ? {} : { total: keys.length };
    const id = await db.jobs.add({ ...rest, ...total, state, done: 0, at: now, beat: now });
    await db.requests.put({ id: job.request, reply: { job: id }, at: now });
    if (calledOff) return { id, added: true };
    if (job.undoable) await db.undo.put({ request: job.request, steps: [], at: now, parts: 0, count: 0 });
    for (let n = 0; n * PART < (keys?.length ?? 0); n += 1) {
      await db.jobParts.put({ job: id, n, keys: (keys ?? []).slice(n * PART, (n + 1) * PART) });
    }
    return { id, added: true };
  }, [db.jobs, db.jobParts, db.requests, db.undo]);
}

/** Keys of a job's papers from one on, in their order; fewer at the end. */
export async function jobKeys(db: LibraryDb, job: number, from: number, count: number): Promise<readonly string[]> {
  const first = Math.floor(from / PART);
  const last = Math.floor((from + count - 1) / PART);
  const rows = await db.jobParts.where('[job+n]').between([job, first], [job, last], true, true).toArray();
  return rows.flatMap((row) => row.keys).slice(from - first * PART, from - first * PART + count);
}

/** Jobs that are to be gone on with, oldest first. */
export const openLibraryJobs = async (db: LibraryDb): Promise<readonly LibraryJobRow[]> =>
  (await db.jobs.where('state').anyOf('waiting', 'running').toArray()).sort((a, b) => a.id - b.id);

export const isOpenJob = (job: LibraryJobRow | undefined): job is LibraryJobRow =>
  job !== undefined && (job.state === 'waiting' || job.state === 'running');

/** Sets fields of a job that is still open. @returns false where it is not: cancelled, done, or forgotten */
export function stepLibraryJob(db: LibraryDb, id: number, step: Partial<Omit<LibraryJobRow, 'id'>>): Promise<boolean> {
  return inOne(db, async () => {
    const job = await db.jobs.get(id);
    if (!isOpenJob(job)) return false;
    await db.jobs.put({ ...job, ...step });
    return true;
  }, [db.jobs]);
}

/**
 * Cancels a job that is open: what it has done stays, and can be taken back. An undo that is cancelled can be pressed again.
 * @returns the job as it was; undefined where there is nothing to cancel
 */
export const cancelLibraryJob = (db: LibraryDb, id: number, now: number): Promise<LibraryJobRow | undefined> =>
  end(db, id, { state: 'cancelled', beat: now });

/** Ends a job that cannot go on; what it has done stays, and can be taken back. @param error one of the names of failures */
export const failLibraryJob = (
  db: LibraryDb,
  id: number,
  error: string,
  detail: string,
  now: number,
): Promise<LibraryJobRow | undefined> => end(db, id, { state: 'failed', error, detail, beat: now });

function end(db: LibraryDb, id: number, last: Partial<LibraryJobRow>): Promise<LibraryJobRow | undefined> {
  return inOne(db, () => endInto(db, id, last), [db.jobs, db.undo]);
}

/** Ends a job inside a transaction. */
export async function endInto(
  db: LibraryDb,
  id: number,
  last: Partial<LibraryJobRow>,
): Promise<LibraryJobRow | undefined> {
  const job = await db.jobs.get(id);
  if (!isOpenJob(job)) return undefined;
  await db.jobs.put({ ...job, ...last });
  const undone = job.kind === 'undo' ? await db.undo.get((job.spec as UndoSpec).undo) : undefined; // written by startUndoJob
  if (undone !== undefined && (undone.left ?? 0) > 0) {
    const { done: _, ...again } = undone;
    await db.undo.put(again);
  }
  return job;
}

/** What an undo job is about. */
export interface UndoSpec {
  /** The request that is taken back. */
  readonly undo: string;
}

/** Forgets a job that has ended. What it did can still be taken back. @returns the job, whose file is to be removed */
export function dismissLibraryJob(db: LibraryDb, id: number): Promise<LibraryJobRow | undefined> {
  return inOne(db, async () => {
    const job = await db.jobs.get(id);
    if (job === undefined || isOpenJob(job)) return undefined;
    await forget(db, [id]);
    return job;
  }, [db.jobs, db.jobParts]);
}

/** Ended jobs that pages can show. */
const KEPT = 20;

/** Forgets all but the last ended jobs. @returns those forgotten, whose files are to be removed */
export function pruneLibraryJobs(db: LibraryDb): Promise<readonly LibraryJobRow[]> {
  return inOne(db, async () => {
    const ended = await db.jobs.where('state').anyOf('done', 'cancelled', 'failed').toArray();
    const old = ended.sort((a, b) => b.id - a.id).slice(KEPT);
    if (old.length > 0)
      await forget(
        db,
        old.map(({ id }) => id),
      );
    return old;
  }, [db.jobs, db.jobParts]);
}

async function forget(db: LibraryDb, ids: readonly number[]): Promise<void> {
  await db.jobs.bulkDelete([...ids]);
  for (const id of ids) await db.jobParts.where('[job+n]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete();
}
