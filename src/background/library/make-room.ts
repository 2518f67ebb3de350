import { report } from '../../platform/report.ts';
import { type StagedFiles, stagedFiles } from '../../platform/staged-files.ts';

/** Staged files that were written longer ago than this are nobody's any more, or can be made again. ms */
const OLD = 60 * 60_000;

/**
 * Gives up what can be spared when the disk is full: staged files that nobody took in an hour (exports, pictures of imports that were
 * never begun). What digests told us stays: it may be all that a person has without a network.
 * @returns whether anything went
 */
export async function makeRoom(files: StagedFiles = stagedFiles, now = Date.now()): Promise<boolean> {
  try {
    const old = (await files.list()).filter(({ modified }) => now - modified > OLD);
    for (const { name } of old) await files.remove(name);
    return old.length > 0;
  } catch (error) {
    report(error, 'making room'); // no private file system: nothing to give up
    return false;
  }
}
