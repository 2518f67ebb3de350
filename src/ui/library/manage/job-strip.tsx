import { number, t } from '../../../platform/i18n.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';

/** How far long work is, with the way to stop it. */
export const JobStrip = (p: {
  readonly jobs: readonly LibraryJobRow[];
  readonly onCancel: (job: LibraryJobRow) => void;
}) =>
  p.jobs.length === 0 ? null : (
    <div class="strip">
      {p.jobs.map((job) => {
        const part = job.total ? Math.min(1, job.done / job.total) : undefined;
        const name = job.kind === 'undo' ? t('commonUndoBegun') : t('manageWorking');
        return (
          <div class="job" key={job.id}>
            <span class="row">
              <span>{name}</span>
              <span class="sp" />
              <span class="muted small num">
                {job.total ? t('commonDoneOf', number(job.done), number(job.total)) : number(job.done)}
              </span>
              <button type="button" class="link" onClick={() => p.onCancel(job)}>
                {t('commonCancel')}
              </button>
            </span>
            <span
              class="bar"
              role="progressbar"
              aria-label={name}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={part === undefined ? undefined : Math.round(part * 100)}
            >
              <i style={{ width: `${(part ?? 0) * 100}%` }} />
            </span>
          </div>
        );
      })}
    </div>
  );
