import { useCallback, useState } from 'preact/hooks';
import { call, newRequest } from '../../messaging/client.ts';
import { libraryJobs } from '../../storage/library/queries/library-jobs.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { readyOr, useLive } from './use-live.ts';

const watchJobs = liveLibrary(libraryJobs);
const NONE: readonly LibraryJobRow[] = [];

export interface LibraryJobs {
  /** Long work on the library, newest first: waiting, under way and ended, until it is dismissed. */
  readonly jobs: readonly LibraryJobRow[];
  /** False until the store has answered. */
  readonly known: boolean;
  /** Stops it where it is; what it did stays and can be taken back. */
  readonly cancel: (job: LibraryJobRow) => void;
  /** Forgets an ended job, and its file. */
  readonly dismiss: (job: LibraryJobRow) => void;
  /** Takes back all that a job did, as another job. @returns false where that could not be begun */
  readonly undo: (job: LibraryJobRow) => Promise<boolean>;
}

/** Rows of the store, so that work survives every page that began it. */
export function useLibraryJobs(): LibraryJobs {
  const live = useLive<readonly LibraryJobRow[]>(watchJobs);
  const rows = readyOr(live, NONE);
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  return {
    jobs: gone.size === 0 ? rows : rows.filter((job) => !gone.has(job.id)),
    known: live.state !== 'loading',
    cancel: useCallback((job: LibraryJobRow) => void call('library.cancelJob', { job: job.id }), []),
    dismiss: useCallback((job: LibraryJobRow) => {
      setGone((before) => new Set([...before, job.id]));
      void call('library.dismissJob', { job: job.id });
    }, []),
    undo: useCallback(async ({ request }: LibraryJobRow) => {
      const answer = await call('library.undo', { request: newRequest(), undo: request });
      return answer.ok;
    }, []),
  };
}

export const isUnderWay = (job: LibraryJobRow): boolean => job.state === 'waiting' || job.state === 'running';
