import { number, t, tn } from '../../platform/i18n.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { Message } from './message.tsx';
import { jobErrorWords } from './words.ts';

const running = (job: JobRow): boolean => job.state === 'waiting' || job.state === 'running';

/** A job that goes on: its name, how far it is, and a way to stop it. */
export const JobLine = (p: { readonly job: JobRow; readonly onCancel: (job: JobRow) => void }) => {
  const { job } = p;
  const part = job.total ? Math.min(1, job.done / job.total) : 0;
  return (
    <div class="job">
      <span class="row">
        <bdi class="name">{jobName(job)}</bdi>
        <span class="sp" />
        <span class="muted small num">
          {job.total ? t('commonDoneOf', number(job.done), number(job.total)) : job.done ? number(job.done) : ''}
        </span>
      </span>
      <span
        class="bar"
        role="progressbar"
        aria-label={jobName(job)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={job.total ? Math.round(part * 100) : undefined}
      >
        <i style={{ width: `${part * 100}%` }} />
      </span>
      <span class="row small muted">
        <span>{jobWords(job)}</span>
        <span class="sp" />
        {running(job) && job.kind === 'ingest' && (
          <button type="button" class="link" onClick={() => p.onCancel(job)}>
            {t('commonCancel')}
          </button>
        )}
      </span>
    </div>
  );
};

/** A job that forgets has no name of its own. */
const jobName = (job: JobRow): string => (job.kind === 'forget' ? t('commonForgetting') : job.name);

const jobWords = (job: JobRow): string => {
  if (job.state === 'waiting') return t('commonJobWaiting');
  return job.kind === 'forget' ? t('commonJobForgetting') : t('commonJobReading');
};

/** How a job ended, with what to look at or do. */
export const JobEnd = (p: { readonly job: JobRow; readonly onShow?: (job: JobRow) => void }) => {
  const { job } = p;
  if (job.state === 'failed')
    return (
      <Message tone="bad" title={job.kind === 'forget' ? t('commonForgetFailed') : t('commonJobFailed', job.name)}>
        {jobErrorWords(job)}
      </Message>
    );
  if (job.state === 'cancelled')
    return (
      <Message tone="info" title={t('commonJobCancelled', job.name)}>
        {tn('commonJobCancelledAt', job.done)}
      </Message>
    );
  if (job.kind === 'forget') return <Message tone="ok" title={t('commonForgotten')} />;
  const warnings = job.warningCount ?? 0;
  return (
    <Message tone={warnings > 0 ? 'warn' : 'ok'} title={tn('commonJobDone', job.total ?? job.done, job.name)}>
      {warnings > 0 && tn('commonWarnings', warnings)}{' '}
      {warnings > 0 && p.onShow && (
        <button type="button" class="link" onClick={() => p.onShow?.(job)}>
          {t('commonShow')}
        </button>
      )}
    </Message>
  );
};
