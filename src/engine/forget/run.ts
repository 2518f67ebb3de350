import { forgetAll, forgetSome, halfForgotten } from '../../storage/papers/commands/digests.ts';
import { stepJob } from '../../storage/papers/commands/jobs.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import type { Engine } from '../context.ts';

/** Forgets one digest: its entries go, papers are computed anew from what others told. Begun again, it goes on. */
export async function forgetDigest(
  engine: Engine,
  digest: number,
  step: (entries: number) => Promise<unknown> = nothing,
): Promise<void> {
  while ((await forgetSome(engine.writer, digest, engine.batch, step)) > 0);
}

/** A forget job: its digests one after the other, or everything at once. Cancelled, it ends after the digest at hand. */
export async function forget(engine: Engine, job: JobRow): Promise<void> {
  const { db, now, writer } = engine;
  if (job.digests === undefined) {
    await forgetAll(writer);
    await stepJob(db, job.id, { state: 'done', beat: now() });
    return;
  }
  const rows = (await db.digests.bulkGet([...job.digests])).filter((row) => row !== undefined);
  const ids = rows.map(({ id }) => id);
  let { done } = job;
  // What is still there: a digest half forgotten before a break tells its first count.
  const total = done + (await db.entries.where('digest').anyOf(ids).count());
  for (const id of ids) {
    if (!(await stepJob(db, job.id, { total, beat: now() }))) return;
    await db.digests.update(id, { state: 'forgetting' });
    await forgetDigest(engine, id, async (entries) => {
      done += entries;
      await db.jobs.update(job.id, { done, tries: 0, beat: now() });
    });
  }
  await stepJob(db, job.id, { state: 'done', beat: now() });
}

/** What cancelled or failed jobs left half told, and half forgotten digests of jobs that are over. */
export async function sweep(engine: Engine): Promise<void> {
  for (const { id } of await halfForgotten(engine.db)) await forgetDigest(engine, id);
}

const nothing = (): Promise<void> => Promise.resolve();
