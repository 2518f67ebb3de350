import { t } from '../../../platform/i18n.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import { jobDone, jobPart, jobTitle } from './job-words.ts';

/** Long work that goes on: what, how far, and the way to stop it. It is in the store, so it survives this page. */
export const JobToast = (p: { readonly job: LibraryJobRow; readonly onCancel: (job: LibraryJobRow) => void }) => {
  const { job } = p;
  const part = jobPart(job);
  return (
    <div class="toast job">
      <span>
        <bdi>{jobTitle(job)}</bdi>
        <span class="small num">{jobDone(job)}</span>
      </span>
      <span
        class="unseen"
        role="progressbar"
        aria-label={jobTitle(job)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={part === undefined ? undefined : Math.round(part * 100)}
      />
      <button type="button" onClick={() => p.onCancel(job)}>
        {t('commonCancel')}
      </button>
    </div>
  );
};
