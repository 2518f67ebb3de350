import type { PapersDb } from '../database.ts';
import type { JobRow } from '../rows.ts';

const SHOWN = 20;

/** Jobs open or ended lately, newest first. */
export const newestJobs = (db: PapersDb): Promise<readonly JobRow[]> =>
  db.jobs.orderBy('id').reverse().limit(SHOWN).toArray();

export const jobById = (db: PapersDb, id: number): Promise<JobRow | undefined> => db.jobs.get(id);

/** How many jobs are open: the engine is needed while there are any. */
export async function openWork(db: PapersDb): Promise<number> {
  const [jobs, forgetting] = await Promise.all([
    db.jobs.where('state').anyOf('waiting', 'running').count(),
    db.digests.where('state').equals('forgetting').count(),
  ]);
  return jobs + forgetting;
}
