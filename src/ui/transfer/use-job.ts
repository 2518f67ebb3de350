import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { isUnderWay, useLibraryJobs } from '../parts/use-library-jobs.ts';

export interface FollowedJob {
  /** Undefined until the store shows it. */
  readonly job: LibraryJobRow | undefined;
  /** Its taking back, once that was begun. */
  readonly undoing: LibraryJobRow | undefined;
  /** Why it was not taken back. */
  readonly undoError: string | undefined;
  readonly cancel: () => void;
  readonly undo: () => void;
  /** Forgets it, where it has ended. */
  readonly dismiss: () => void;
}

/** One job that this dialog began, with its way back. @param id undefined before it is begun */
export function useJob(id: number | undefined): FollowedJob {
  const { jobs, cancel, dismiss, undo } = useLibraryJobs();
  const [undoError, setUndoError] = useState<string>();
  const job = id === undefined ? undefined : jobs.find((row) => row.id === id);
  return {
    job,
    undoing: job && jobs.find((row) => row.kind === 'undo' && takesBack(row.spec) === job.request),
    undoError,
    cancel: () => {
      if (job) cancel(job);
    },
    undo: () => {
      setUndoError(undefined);
      if (job) void undo(job).then((begun) => begun || setUndoError(t('commonUndoFailed')));
    },
    dismiss: () => {
      if (job && !isUnderWay(job)) dismiss(job);
    },
  };
}

/** The request that an undo job is about (storage/library/commands/jobs). */
const takesBack = (spec: unknown): unknown =>
  typeof spec === 'object' && spec !== null && 'undo' in spec ? spec.undo : undefined;
