import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
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
export function useJobDeeds({ act, tell, undo, canUndo, takingBack }: Deeds): JobDeeds {
  const { jobs, cancel } = useLibraryJobs();
  /** What to say when the jobs begun here end. State, for a short one may have ended before its number is known here. */
  const [begun, setBegun] = useState<ReadonlyMap<number, (changed: number) => string>>(new Map());
  const told = useRef(new Set<number>());

  useEffect(() => {
    for (const job of jobs) {
      const words = begun.get(job.id);
      if (isUnderWay(job) || told.current.has(job.id) || (!words && job.id !== takingBack)) continue;
      told.current.add(job.id);
      tell(words ? ended(job, words, undo) : { ...takenBack(job), ...(canUndo() ? { onUndo: undo } : {}) });
    }
  }, [jobs, begun, takingBack, tell, undo, canUndo]);

  const begin = useCallback<JobDeeds['begin']>(
    async (call, done) => {
      const answer = await act({ call, done: () => undefined, failed: t('manageNotDone') });
      if (answer) setBegun((before) => new Map(before).set(answer.job, done));
      return answer !== undefined;
    },
    [act],
  );
  const own = (job: LibraryJobRow): boolean => begun.has(job.id) || job.id === takingBack;
  return { running: jobs.filter((job) => isUnderWay(job) && own(job)), begin, cancel };
}

const takenBack = ({ state }: LibraryJobRow) => ({
  words: state === 'done' ? t('commonAsBefore') : t('commonUndoFailed'),
});

function ended(job: LibraryJobRow, words: (changed: number) => string, undo: () => void) {
  const changed = job.result?.changed ?? job.done;
  const back = job.undoable ? { onUndo: undo } : {};
  if (job.state === 'cancelled') return { words: tn('manageStopped', changed), ...back };
  if (job.state === 'failed') return { words: tn('manageFailedAfter', changed), more: job.detail ?? '', ...back };
  return { words: words(changed), ...back };
}
