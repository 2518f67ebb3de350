import type { In } from '../messaging/calls.ts';
import { addJob, cancelJob, isOpen } from '../storage/papers/commands/jobs.ts';
import type { Engine } from './context.ts';
import { neededFiles } from './library/jobs/job-files.ts';

/** What pages ask for, as jobs in the store. The same request again is the same job. */

export async function requestIngest(engine: Engine, body: In<'engine.ingest'>): Promise<{ job: number }> {
  const { db, files, now } = engine;
  const { text, staged, kind, request, ...rest } = body;
  const name = staged ?? `text-${request}`;
  const same = await db.jobs.where('request').equals(request).first();
  if (same !== undefined) return { job: same.id };
  if (text !== undefined) await files.write(name, text); // before the job: a job without its text cannot be resumed
  const { id } = await addJob(db, { ...rest, request, kind: 'ingest', digestKind: kind, staged: name }, now());
  return { job: id };
}

export async function requestForget(engine: Engine, body: In<'engine.forget'>): Promise<{ job: number }> {
  const { digests, request } = body;
  const { id } = await addJob(
    engine.db,
    { request, kind: 'forget', name: '', ...(digests === 'all' ? {} : { digests }) },
    engine.now(),
  );
  return { job: id };
}

/** The job's runner notices at its next batch and forgets what was read. */
export async function requestCancel(engine: Engine, body: In<'engine.cancel'>): Promise<Record<string, never>> {
  const job = await cancelJob(engine.db, body.job, engine.now());
  if (job?.state === 'waiting' && job.staged !== undefined) await engine.files.remove(job.staged);
  return {};
}

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Removes staged files of jobs that are over, and old ones that no job names: left by a page that died before it asked. Those of jobs on the
 * library are left to them.
 */
export async function removeStrays(engine: Engine): Promise<void> {
  const files = await engine.files.list();
  if (files.length === 0) return;
  const jobs = new Map((await engine.db.jobs.toArray()).map((job) => [job.staged, job]));
  const needed = await engine.library(neededFiles).catch(() => () => true); // where it cannot be read, nothing of its goes
  for (const { name, modified } of files) {
    const job = jobs.get(name);
    if (job === undefined && needed(name)) continue;
    if (job === undefined ? engine.now() - modified > DAY : !isOpen(job)) await engine.files.remove(name);
  }
}
