import { isRecord } from '../../core/library/merge.ts';
import { report } from '../../platform/report.ts';
import { type StagedFiles, stagedFiles } from '../../platform/staged-files.ts';
import { openLibraryJobs } from '../../storage/library/commands/jobs/jobs.ts';
import { withLibrary } from '../../storage/library/database.ts';
import { openJobs } from '../../storage/papers/commands/jobs.ts';
import { withPapers } from '../../storage/papers/database.ts';

/** Staged files that were written longer ago than this are nobody's any more, or can be made again. ms */
const OLD = 60 * 60_000;

/**
 * Gives up what can be spared when the disk is full: staged files that nobody took in an hour (exports, files of imports that were
 * never begun), but none that open work still needs. What digests told us stays: without a network it may be all that a person has.
 * @param needed names of files that open work needs
 * @returns whether anything went
 */
export async function makeRoom(
  files: StagedFiles = stagedFiles,
  needed: () => Promise<ReadonlySet<string>> = filesOfJobs,
  now = Date.now(),
): Promise<boolean> {
  try {
    const old = (await files.list()).filter(({ modified }) => now - modified > OLD);
    const kept = old.length === 0 ? new Set() : await needed();
    const spared = old.filter(({ name }) => !kept.has(name));
    for (const { name } of spared) await files.remove(name);
    return spared.length > 0;
  } catch (error) {
    report(error, 'making room'); // what cannot be looked at is not given up
    return false;
  }
}

async function filesOfJobs(): Promise<ReadonlySet<string>> {
  const [jobs, digests] = await Promise.all([withLibrary(openLibraryJobs), withPapers(openJobs)]);
  const staged = jobs.flatMap(({ spec }) => (isRecord(spec) ? Object.values(spec) : []));
  return new Set([...staged, ...digests.map((job) => job.staged)].filter((name) => typeof name === 'string'));
}
