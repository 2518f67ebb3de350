import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Reply } from '../../../messaging/calls.ts';
import { t, tn } from '../../../platform/i18n.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { Deeds } from '../../parts/use-deeds.ts';
import { isUnderWay, useLibraryJobs } from '../../parts/use-library-jobs.ts';

export interface JobDeeds {
  /** Work begun here, or taking something back that was, and not ended yet. */
  readonly running: readonly LibraryJobRow[];
  /** Begins long work. The toast tells when it has ended, and takes it back. @param done words for the papers changed */
  readonly begin: (
    call: (request: string) => Promise<Reply<{ readonly job: number }>>,
    done: (changed: number) => string,
  ) => Promise<boolean>;
  readonly cancel: (job: LibraryJobRow) => void;
}

/** Long work that a dialog begins: shown while it goes on, told of when it ends. */
export function useJobDeeds({ act, tell, undo }: Deeds): JobDeeds {
  const { jobs, cancel } = useLibraryJobs();
  const begun = useRef(new Map<number, (changed: number) => string>());
  const seen = useRef(new Set<number>());
  const own = (job: LibraryJobRow): boolean =>
    begun.current.has(job.id) || (job.kind === 'undo' && seen.current.has(job.id));

  useEffect(() => {
    for (const job of jobs) {
      if (isUnderWay(job)) {
        seen.current.add(job.id);
        continue;
      }
      const words = begun.current.get(job.id);
      const undone = job.kind === 'undo' && seen.current.has(job.id);
      seen.current.delete(job.id);
      begun.current.delete(job.id);
      if (words) tell(ended(job, words, undo));
      else if (undone) tell({ words: t('commonAsBefore') });
    }
  }, [jobs, tell, undo]);

  const begin = useCallback<JobDeeds['begin']>(
    async (call, done) => {
      const answer = await act({
        call,
        done: ({ job }) => {
          begun.current.set(job, done);
          return undefined;
        },
        failed: t('manageNotDone'),
      });
      return answer !== undefined;
    },
    [act],
  );
  return { running: jobs.filter((job) => isUnderWay(job) && own(job)), begin, cancel };
}

function ended(job: LibraryJobRow, words: (changed: number) => string, undo: () => void) {
  const changed = job.result?.changed ?? job.done;
  const back = job.undoable ? { onUndo: undo } : {};
  if (job.state === 'cancelled') return { words: tn('manageStopped', changed), ...back };
  if (job.state === 'failed') return { words: tn('manageFailedAfter', changed), more: job.detail ?? '', ...back };
  return { words: words(changed), ...back };
}
