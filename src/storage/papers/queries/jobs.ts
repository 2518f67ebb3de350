import type { PapersDb } from '../database.ts';
import type { JobRow } from '../rows.ts';

const MOST = 20;

/** The newest jobs, newest first: what goes on, and how the last ones ended. */
export const newestJobs = (db: PapersDb): Promise<JobRow[]> => db.jobs.orderBy('id').reverse().limit(MOST).toArray();
