import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import type { DigestRow, JobRow } from '../../storage/papers/rows.ts';
import { Button } from '../parts/button.tsx';
import { JobEnd, JobLine } from '../parts/job-line.tsx';
import { Loading } from '../parts/states.tsx';
import { isRunning } from '../parts/use-jobs.ts';
import { WarningList } from '../parts/warning-list.tsx';

interface Props {
  /** Undefined until the store has answered. */
  readonly jobs: readonly JobRow[] | undefined;
  readonly digests: readonly DigestRow[];
  readonly onCancel: (job: JobRow) => void;
  readonly onDismiss: (job: JobRow) => void;
}

/** What is being read, and how the last ones ended, with the lines to check. */
export const JobList = (p: Props) => {
  const [shown, setShown] = useState<number>();
  if (p.jobs === undefined) return <Loading rows={2} />;
  if (p.jobs.length === 0) return <p class="muted">{t('addNothingYet')}</p>;
  return (
    <section class="jobs" aria-label={t('addJobs')}>
      <h2>{t('addJobs')}</h2>
      {p.jobs.map((job) => {
        if (isRunning(job)) return <JobLine key={job.id} job={job} onCancel={p.onCancel} />;
        const digest = shown === job.id ? p.digests.find((row) => row.id === job.digest) : undefined;
        return (
          <div key={job.id}>
            <div class="row">
              <span class="sp">
                <JobEnd job={job} onShow={() => setShown(shown === job.id ? undefined : job.id)} />
              </span>
              <Button kind="quiet" small icon="cross" label={t('popupDismiss')} onPress={() => p.onDismiss(job)} />
            </div>
            {digest && <WarningList warnings={digest.warnings} count={digest.warningCount} />}
          </div>
        );
      })}
    </section>
  );
};
