import type { ComponentChildren } from 'preact';
import { number, t } from '../../platform/i18n.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';

/** How far long work is, in words and as a bar. */
export const JobProgress = (p: {
  /** Undefined until it has begun. */
  readonly job: LibraryJobRow | undefined;
  readonly title: string;
  readonly children?: ComponentChildren;
}) => {
  const { done = 0, total } = p.job ?? {};
  const part = total ? Math.min(1, done / total) : undefined;
  return (
    <div class="job going">
      <span class="row">
        <bdi class="name">{p.title}</bdi>
        <span class="sp" />
        <span class="muted small num">
          {total ? t('commonDoneOf', number(done), number(total)) : done > 0 ? number(done) : ''}
        </span>
      </span>
      <span
        class="bar"
        role="progressbar"
        aria-label={p.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={part === undefined ? undefined : Math.round(part * 100)}
      >
        <i style={{ width: `${(part ?? 0) * 100}%` }} />
      </span>
      {p.children && <p class="small">{p.children}</p>}
    </div>
  );
};
