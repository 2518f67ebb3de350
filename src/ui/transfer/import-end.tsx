import type { ReferenceFormat } from '../../messaging/library-calls.ts';
import { number, t, tn } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { Message } from '../parts/message.tsx';
import { isUnderWay } from '../parts/use-library-jobs.ts';
import { JobProgress } from './job-progress.tsx';
import { SkippedList } from './skipped-list.tsx';
import { Step } from './step.tsx';
import { importStopWords } from './transfer-words.ts';
import type { FollowedJob } from './use-job.ts';

interface Props {
  readonly name: string;
  readonly format: ReferenceFormat;
  readonly followed: FollowedJob;
}

/** An import under way, and the account of one that has ended: every record of the file is in one of three numbers. */
export const ImportEnd = (p: Props) => {
  const { job, undoing, undoError } = p.followed;
  if (!job || isUnderWay(job))
    return (
      <Step>
        <JobProgress job={job} title={t('importGoing', p.name)}>
          {t('importGoesOn')}
        </JobProgress>
      </Step>
    );
  const { skippedWhy = [], skipped = 0 } = job.result ?? {};
  return (
    <Step>
      {undoing ? <Undone undoing={undoing} /> : <Ended job={job} />}
      {undoError && <Message tone="bad" title={undoError} />}
      {!undoing && job.total !== undefined && <Account job={job} />}
      <SkippedList name={p.name} skipped={skippedWhy} count={skipped} format={p.format} />
    </Step>
  );
};

const Ended = ({ job }: { readonly job: LibraryJobRow }) => {
  if (job.state === 'failed')
    return (
      <Message tone="bad" title={t('importFailed')}>
        {importStopWords(job)} {kept(job)}
      </Message>
    );
  if (job.state === 'cancelled')
    return (
      <Message tone="info" title={t('importCancelled')}>
        {kept(job)}
      </Message>
    );
  return <Message tone="ok" title={tn('importDone', job.result?.imported ?? 0)} />;
};

const changedBy = ({ result = {} }: LibraryJobRow): number => (result.imported ?? 0) + (result.merged ?? 0);

const kept = (job: LibraryJobRow): string =>
  changedBy(job) === 0 ? t('importNotBegun') : tn('importKept', changedBy(job));

/** imported + merged + skipped = total, as a small table that adds up. */
const Account = ({ job }: { readonly job: LibraryJobRow }) => {
  const { imported = 0, merged = 0, skipped = 0 } = job.result ?? {};
  const total = job.total ?? imported + merged + skipped;
  const rest = total - imported - merged - skipped;
  const rows = [
    [t('importAccountNew'), imported],
    [t('importAccountMerged'), merged],
    [t('importAccountSkipped'), skipped],
    ...(rest > 0 ? [[t('importAccountLeft'), rest] as const] : []),
  ] as const;
  return (
    <table class="account num">
      <caption class="unseen">{t('importAccount')}</caption>
      <tbody>
        {rows.map(([words, n]) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td>{number(n)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('importAccountTotal')}</th>
          <td>{number(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
};

const Undone = ({ undoing }: { readonly undoing: LibraryJobRow }) => {
  if (isUnderWay(undoing)) return <JobProgress job={undoing} title={t('importUndoing')} />;
  return undoing.state === 'done' ? (
    <Message tone="ok" title={t('importUndone')} />
  ) : (
    <Message tone="bad" title={t('commonUndoFailed')}>
      {undoing.detail}
    </Message>
  );
};
