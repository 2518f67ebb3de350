import { type PapersDb, refuseNewer } from '../database.ts';
import type { JobRow } from '../rows.ts';

/** Jobs as the engine writes them. Every step is one transaction, so that whatever starts next finds where it was. */

export type NewJob = Omit<JobRow, 'id' | 'state' | 'done' | 'beat'>;

/** Adds a job, once for each request: a repeated request gets the number of the first. */
export function addJob(
  db: PapersDb,
  job: NewJob,
  now: number,
): Promise<{ readonly id: number; readonly added: boolean }> {
  refuseNewer(db);
  return db.transaction('rw', db.jobs, async () => {
    const same = await db.jobs.where('request').equals(job.request).first();
    if (same !== undefined) return { id: same.id, added: false };
    return { id: await db.jobs.add({ ...job, state: 'waiting', done: 0, beat: now }), added: true };
  });
}

export const openJobs = async (db: PapersDb): Promise<readonly JobRow[]> =>
  (await db.jobs.where('state').anyOf('waiting', 'running').toArray()).sort((a, b) => a.id - b.id);

/** Sets fields of a job that is still open. @returns false where it is not: cancelled, done, or gone */
export function stepJob(db: PapersDb, id: number, step: Partial<Omit<JobRow, 'id'>>): Promise<boolean> {
  return db.transaction('rw', db.jobs, async () => {
    const job = await db.jobs.get(id);
    if (job === undefined || !isOpen(job)) return false;
    await db.jobs.put({ ...job, ...step });
    return true;
  });
}

/**
 * Cancels a job that is open. A digest half read is to be forgotten; digests of a forget job that were not begun stay.
 * @returns the job as it was, or undefined where there is nothing to cancel
 */
export function cancelJob(db: PapersDb, id: number, now: number): Promise<JobRow | undefined> {
  refuseNewer(db);
  return db.transaction('rw', db.jobs, db.digests, async () => {
    const job = await db.jobs.get(id);
    if (job === undefined || !isOpen(job)) return undefined;
    await endIn(db, job, { state: 'cancelled', beat: now });
    return job;
  });
}

/** Ends a job that failed; what it half read is to be forgotten. */
export function failJob(db: PapersDb, id: number, error: string, detail: string, now: number): Promise<void> {
  return db.transaction('rw', db.jobs, db.digests, async () => {
    const job = await db.jobs.get(id);
    if (job !== undefined && isOpen(job)) await endIn(db, job, { state: 'failed', error, detail, beat: now });
  });
}

async function endIn(db: PapersDb, job: JobRow, end: Partial<JobRow>): Promise<void> {
  await db.jobs.put({ ...job, ...end });
  if (job.kind === 'ingest' && job.digest !== undefined) await db.digests.update(job.digest, { state: 'forgetting' });
}

/** Finished jobs that are kept for the interface; listings leave none, since a job tells when it ran. */
const KEPT = 20;

export function pruneJobs(db: PapersDb): Promise<void> {
  return db.transaction('rw', db.jobs, async () => {
    const ended = await db.jobs.where('state').anyOf('done', 'cancelled', 'failed').toArray();
    const listings = ended.filter((job) => job.digestKind === 'listing');
    const rest = ended.filter((job) => job.digestKind !== 'listing').sort((a, b) => b.id - a.id);
    await db.jobs.bulkDelete([...listings, ...rest.slice(KEPT)].map((job) => job.id));
  });
}

export const isOpen = (job: JobRow): boolean => job.state === 'waiting' || job.state === 'running';
