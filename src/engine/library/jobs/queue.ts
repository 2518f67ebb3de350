import type { ChunkDone } from '../../../storage/library/commands/jobs/job-chunk.ts';
import {
  failLibraryJob,
  isOpenJob,
  openLibraryJobs,
  pruneLibraryJobs,
  stepLibraryJob,
} from '../../../storage/library/commands/jobs/jobs.ts';
import { isClosed, LibraryFault } from '../../../storage/library/fault.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { Engine } from '../../context.ts';
import { makeRunner, type Queue } from '../../jobs/runner.ts';
import { runEdits, runUndo } from './edit-jobs.ts';
import { runExport } from './export-job.ts';
import type { JobGround } from './ground.ts';
import { runImport } from './import-job.ts';
import { JobFailure } from './job-failure.ts';
import { removeFilesOf } from './job-files.ts';

/** Begun so often without a step forward, a job is given up: it may be what kills the worker. */
const MOST_TRIES = 8;

/**
 * Runs open jobs on the library one after the other, oldest first; what is done and what is to do stands in the library. Jobs for Zotero
 * need the network and are driven by the background.
 * @param onBusy told when it begins to run jobs and when none is left
 */
export function libraryQueue(engine: Engine, onBusy: (busy: boolean) => void): Queue {
  const ground = groundOf(engine);

  async function runAll(): Promise<void> {
    for (;;) {
      const [job] = (await engine.library(openLibraryJobs)).filter(({ kind }) => kind !== 'zotero');
      if (job === undefined) break;
      await runOne(engine, ground, job);
    }
    const gone = await engine.library(pruneLibraryJobs);
    // What an import read is of no use when it has ended, however it ended.
    const over = await engine.library((db) =>
      db.jobs.filter((job) => job.kind === 'import' && !isOpenJob(job)).toArray(),
    );
    for (const job of [...gone, ...over]) await removeFilesOf(engine, job);
  }

  const failed = (error: unknown): void => {
    // The library goes away, or an older page holds it: the jobs stay open and are resumed.
    if (!isPassing(error)) engine.report(error, 'library jobs');
  };
  return makeRunner(runAll, failed, onBusy);
}

/** What says nothing of the job: whoever starts next goes on with it. */
const isPassing = (error: unknown): boolean =>
  isClosed(error) ||
  (error instanceof LibraryFault && ['blocked', 'slow', 'aborted', 'unreadable', 'newer'].includes(error.fault));

function groundOf(engine: Engine): JobGround {
  return {
    library: engine.library,
    files: engine.files,
    saved: engine.saved,
    now: engine.now,
    batch: engine.batch,
    report: engine.report,
    async wrote(job: number, { keys, job: row }: ChunkDone) {
      engine.saved.changed(keys);
      if (keys.length > 0) engine.written(keys);
      // A step forward: whatever ended the worker before was not this.
      if ((row?.tries ?? 0) > 1) await engine.library((db) => stepLibraryJob(db, job, { tries: 1 }));
    },
  };
}

async function runOne(engine: Engine, ground: JobGround, job: LibraryJobRow): Promise<void> {
  const { library, now } = engine;
  const tries = (job.tries ?? 0) + 1;
  const fail = (error: string, detail: string) => library((db) => failLibraryJob(db, job.id, error, detail, now()));
  if (tries > MOST_TRIES) {
    await fail('failed', 'The browser ended this work again and again before it got further.');
    return;
  }
  if (!(await library((db) => stepLibraryJob(db, job.id, { state: 'running', tries, beat: now() })))) return;
  try {
    if (job.kind === 'undo') await runUndo(ground, job);
    else if (job.kind === 'import') await runImport(ground, job);
    else if (job.kind === 'export') await runExport(ground, job);
    else await runEdits(ground, job);
  } catch (error) {
    if (isPassing(error)) throw error;
    const known = error instanceof JobFailure ? error.error : error instanceof LibraryFault ? error.fault : 'failed';
    if (known === 'failed') engine.report(error, `library job ${job.kind}`);
    await fail(known, error instanceof Error ? error.message : String(error));
  }
}
