import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { PaperEdit } from '../../../core/library/edits.ts';
import { call, newRequest } from '../../../messaging/client.ts';
import type { Choice } from '../../../messaging/library-calls.ts';
import { t, tn } from '../../../platform/i18n.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { Deeds } from '../../parts/use-deeds.ts';
import { errorWords } from '../../parts/words.ts';
import { isUnderWay, jobCount } from './job-words.ts';

/** Papers that are edited at once; more are a job (library-schemas.ts: FEW). */
const FEW = 200;

/** The papers that something is done to. */
export interface Target {
  readonly choice: Choice;
  readonly count: number;
}

export interface Acts {
  /** Changes papers. @param done words for the number of papers changed */
  readonly edit: (target: Target, edits: readonly PaperEdit[], done: (n: number) => string, more?: string) => void;
  /** Deletes for good. */
  readonly purge: (keys: readonly string[] | 'all') => Promise<void>;
}

/** What is done to papers, few at once or many as a job; the toast tells when it is durable, and takes it back. */
export function useActs({ act, tell, undo }: Deeds, jobs: readonly LibraryJobRow[]): Acts {
  /** Jobs begun here, and what to say when they end. */
  const begun = useRef(new Map<number, (job: LibraryJobRow) => string>());
  /** Jobs seen at work: only their end is news. */
  const seen = useRef(new Set<number>());
  const latest = useRef(jobs);
  latest.current = jobs;

  useEffect(() => {
    for (const job of jobs) {
      if (isUnderWay(job)) seen.current.add(job.id);
      else if (seen.current.delete(job.id) || begun.current.has(job.id)) {
        const words = begun.current.get(job.id) ?? (job.kind === 'undo' ? () => t('commonAsBefore') : undefined);
        begun.current.delete(job.id);
        if (words) tell(endOf(job, words(job), undo));
      }
    }
  }, [jobs, tell, undo]);

  const edit = useCallback(
    (target: Target, edits: readonly PaperEdit[], done: (n: number) => string, more?: string): void => {
      const { choice } = target;
      const failed = t('libraryNotDone');
      if ('keys' in choice && choice.keys.length <= FEW)
        void act({
          call: (request) => call('library.edit', { request, keys: choice.keys, edits }),
          done: ({ changed }) => (changed === 0 ? t('libraryUnchanged') : done(changed)),
          ...(more === undefined ? {} : { more }),
          failed,
        });
      else
        void act({
          call: (request) => call('library.bulk', { request, choice, edits }),
          done: ({ job }) => {
            begun.current.set(job, (row) => done(jobCount(row)));
            // Short work may have ended before the answer came: then no change of the jobs will tell of it.
            const ended = latest.current.find((row) => row.id === job && !isUnderWay(row));
            if (ended && begun.current.delete(job)) setTimeout(() => tell(endOf(ended, done(jobCount(ended)), undo)));
            return undefined;
          },
          failed,
        });
    },
    [act, tell, undo],
  );
  // It cannot be taken back: it is no deed.
  const purge = useCallback(
    async (keys: readonly string[] | 'all') => {
      const answer = await call('library.purge', { request: newRequest(), keys });
      tell(
        answer.ok
          ? { words: tn('libraryPurged', answer.value.purged) }
          : { words: t('libraryNotDone'), more: errorWords(answer.error) },
      );
    },
    [tell],
  );
  return { edit, purge };
}

/** How a job ended, with the way back where there is one. */
function endOf(job: LibraryJobRow, words: string, undo: () => void) {
  const back = job.undoable && job.kind !== 'undo' ? { onUndo: undo } : {};
  if (job.state === 'cancelled') return { words: tn('libraryJobStopped', jobCount(job)), ...back };
  if (job.state === 'failed')
    return {
      words: tn('libraryJobFailed', jobCount(job)),
      more: job.undoable ? t('libraryJobFailedMore') : (job.detail ?? ''),
      ...back,
    };
  return { words, ...back };
}
