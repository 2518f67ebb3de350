import { failJob, openJobs, pruneJobs, stepJob } from '../../storage/papers/commands/jobs.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { isClosed, StoreError, storeError } from '../../storage/papers/store-error.ts';
import type { Engine } from '../context.ts';
import { forget, sweep } from '../forget/run.ts';
import { ingest } from '../ingest/run.ts';
import { removeStrays } from '../requests.ts';
import { makeRunner, type Queue } from './runner.ts';

/** Runs the open jobs on what digests told. @param onBusy told when it begins to run jobs and when none is left */
export function makeQueue(engine: Engine, onBusy: (busy: boolean) => void): Queue {
  async function runAll(): Promise<void> {
    await sweep(engine);
    for (const job of await openJobs(engine.db)) {
      await runOne(engine, job);
      await sweep(engine);
    }
    await removeStrays(engine);
    await pruneJobs(engine.db);
  }
  return makeRunner(runAll, (error) => engine.report(error, 'jobs'), onBusy);
}

/** Begun so often without a step forward, a job is given up: it may be what kills the worker. */
const MOST_TRIES = 8;

async function runOne(engine: Engine, job: JobRow): Promise<void> {
  const { db, now } = engine;
  const tries = (job.tries ?? 0) + 1;
  if (tries > MOST_TRIES) {
    await failJob(db, job.id, 'failed', 'The browser ended this work again and again before it got further.', now());
    return;
  }
  if (!(await stepJob(db, job.id, { state: 'running', tries, beat: now() }))) return;
  try {
    if (job.kind === 'forget') await forget(engine, job);
    else {
      const read = await ingest(engine, job);
      if (!read.ok) await failJob(db, job.id, read.error, read.detail ?? '', now());
    }
  } catch (error) {
    if (isClosed(error)) throw error; // the store goes away; the job stays open and is resumed
    const known = storeError(error);
    const fault = known instanceof StoreError ? known.fault : 'failed';
    if (fault === 'failed') engine.report(error, `job ${job.kind}`);
    await failJob(db, job.id, fault, error instanceof Error ? error.message : String(error), now());
  }
}
