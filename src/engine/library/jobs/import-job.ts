import { localDay } from '../../../core/calendar-day.ts';
import { jobChunk } from '../../../storage/library/commands/jobs/job-chunk.ts';
import { stepLibraryJob } from '../../../storage/library/commands/jobs/jobs.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { JobGround } from './ground.ts';
import { importWork } from './import-chunk.ts';
import { Pace } from './pace.ts';
import { addSkipped, countSkipped } from './skipped.ts';
import type { ImportSpec } from './specs.ts';
import { keepWorks, PIECE, readStaged, worksOf } from './staged-works.ts';

/**
 * Imports a reference file. `done` counts works until the last stretch, which adds what was skipped: then it is the total, and imported +
 * merged + skipped too. Papers that are there are filled in, never overwritten; what the person deleted stays in the trash.
 */
export async function runImport(ground: JobGround, job: LibraryJobRow): Promise<void> {
  const { library, files, now, wrote } = ground;
  const read = await worksRead(ground, job);
  if (read === undefined) return;
  const { works, total, spec } = read;
  const pace = new Pace(ground.batch);
  let piece = -1;
  let staged: Awaited<ReturnType<typeof worksOf>> = [];
  for (let from = job.done; ; ) {
    const size = pace.begin();
    if (Math.floor(from / PIECE) !== piece && from < works) {
      piece = Math.floor(from / PIECE);
      staged = await worksOf(files, job.id, piece);
    }
    const at = from - piece * PIECE;
    const some = from < works ? staged.slice(at, at + size) : [];
    const end = from + some.length;
    const last = end >= works;
    const day = localDay(new Date(now()));
    const done = await library((db) =>
      jobChunk(
        db,
        { job: job.id, from, to: last ? total : end, last },
        { now: now() },
        importWork(some, spec.options, day),
      ),
    );
    if (!done.ran) return;
    await wrote(job.id, done);
    if (last) return;
    pace.end(some.length);
    from = end;
  }
}

interface Read {
  readonly works: number;
  readonly total: number;
  readonly spec: ImportSpec;
}

/** Reads the file and keeps its works, where that was not done before. @returns undefined where the job was cancelled meanwhile */
async function worksRead({ library, files, now }: JobGround, job: LibraryJobRow): Promise<Read | undefined> {
  const spec = job.spec as ImportSpec; // written by requests.ts for this kind
  if (spec.works !== undefined) return { works: spec.works, total: job.total ?? spec.works, spec };
  const { works, skipped, total } = await readStaged(files, spec);
  await keepWorks(files, job.id, works);
  const kept: ImportSpec = { ...spec, works: works.length };
  const result = { imported: 0, merged: 0, skipped: countSkipped(skipped), skippedWhy: addSkipped([], skipped) };
  const open = await library((db) => stepLibraryJob(db, job.id, { spec: kept, total, result, beat: now() }));
  return open ? { works: works.length, total, spec: kept } : undefined;
}
