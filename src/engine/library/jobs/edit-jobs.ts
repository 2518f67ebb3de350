import { jobChunk } from '../../../storage/library/commands/jobs/job-chunk.ts';
import { jobKeys } from '../../../storage/library/commands/jobs/jobs.ts';
import { retagEdits, retagThings } from '../../../storage/library/commands/jobs/retag.ts';
import { undoChunk } from '../../../storage/library/commands/jobs/undo-job.ts';
import { editWork, rulesWork } from '../../../storage/library/commands/jobs/work.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { JobGround } from './ground.ts';
import { Pace } from './pace.ts';
import type { EditSpec, RetagSpec, RulesSpec } from './specs.ts';

/** Jobs that change saved papers by key: the keys were written down when the job began. */

type Work = Parameters<typeof jobChunk>[3];

/** What a job does to some papers. @param first whether these are the first of the job */
function workOf(job: LibraryJobRow, keys: readonly string[], first: boolean): Work {
  if (job.kind === 'rules') {
    const { rules } = job.spec as RulesSpec; // written by requests.ts for this kind
    return rulesWork(keys, rules === 'all' ? undefined : new Set(rules));
  }
  if (job.kind === 'retag') {
    const { from, to } = job.spec as RetagSpec; // as above
    const papers = editWork(keys, retagEdits(from, to));
    return async (session, row) => {
      const things = first ? await retagThings(session, from, to) : [];
      const done = await papers(session, row);
      return { ...done, steps: [...things, ...done.steps] };
    };
  }
  return editWork(keys, (job.spec as EditSpec).edits); // as above
}

/** Runs the rest of the job, chunk by chunk; returns when it is done, cancelled or gone. */
export async function runEdits(ground: JobGround, job: LibraryJobRow): Promise<void> {
  const { library, now, wrote } = ground;
  const pace = new Pace(ground.batch);
  const total = job.total ?? 0;
  for (let from = job.done; ; ) {
    const size = pace.begin();
    const keys = await library((db) => jobKeys(db, job.id, from, size));
    const to = from + keys.length;
    const last = to >= total || keys.length === 0;
    const done = await library((db) =>
      jobChunk(db, { job: job.id, from, to, last }, { now: now() }, workOf(job, keys, from === 0)),
    );
    if (!done.ran) return;
    await wrote(job.id, done);
    if (last) return;
    pace.end(keys.length);
    from = to;
  }
}

/** Takes a job back, the last of its transactions first. */
export async function runUndo({ library, now, wrote }: JobGround, job: LibraryJobRow): Promise<void> {
  for (let row: LibraryJobRow | undefined = job; row !== undefined; ) {
    const current: LibraryJobRow = row;
    const done = await library((db) => undoChunk(db, current, { now: now() }));
    if (!done.ran) return;
    await wrote(job.id, done);
    row = done.job?.state === 'running' ? done.job : undefined;
  }
}
