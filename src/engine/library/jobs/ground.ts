import type { ChunkDone } from '../../../storage/library/commands/jobs/job-chunk.ts';
import type { Engine } from '../../context.ts';

/** What runners of library jobs are given. */
export interface JobGround extends Pick<Engine, 'library' | 'files' | 'saved' | 'now' | 'batch' | 'report'> {
  /** After every chunk: lists, other contexts and the count of tries follow. */
  readonly wrote: (job: number, done: ChunkDone) => Promise<void>;
}
