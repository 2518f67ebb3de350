import { useCallback, useState } from 'preact/hooks';
import { call } from '../../messaging/client.ts';
import { newestJobs } from '../../storage/papers/queries/jobs.ts';
import { livePapers } from '../../storage/papers/queries/live.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { readyOr, useLive } from './use-live.ts';

const watchJobs = livePapers(newestJobs);
const NONE: readonly JobRow[] = [];
/** How long the end of a job is worth telling to a page opened later, in ms; longer where something is to be looked at. */
const RECENT = 60_000;
const RECENT_FAULT = 10 * 60_000;

export interface Jobs {
  /** Jobs that the person started: under way, or ended a short time ago and not dismissed. Newest first. */
  readonly jobs: readonly JobRow[];
  /** False until the store has answered. */
  readonly known: boolean;
  readonly cancel: (job: JobRow) => void;
  readonly dismiss: (job: JobRow) => void;
}

const recent = (job: JobRow): number => (job.state === 'failed' || (job.warningCount ?? 0) > 0 ? RECENT_FAULT : RECENT);

export const isRunning = (job: JobRow): boolean => job.state === 'waiting' || job.state === 'running';

/** The engine's work, live: rows of the store, so that it survives every page that started it. */
export function useJobs(): Jobs {
  const live = useLive(watchJobs);
  const rows = readyOr<readonly JobRow[]>(live, NONE);
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const now = Date.now();
  const jobs = rows.filter(
    (job) => job.digestKind !== 'listing' && !gone.has(job.id) && (isRunning(job) || job.beat > now - recent(job)),
  );
  return {
    jobs,
    known: live.state !== 'loading',
    cancel: useCallback((job: JobRow) => void call('digest.cancel', { job: job.id }), []),
    dismiss: useCallback((job: JobRow) => setGone((before) => new Set([...before, job.id])), []),
  };
}
