import type { ComponentChildren } from 'preact';
import { t } from '../../platform/i18n.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import { useLate } from './use-late.ts';

/** Nothing here: one sentence, one way on. */
export const Empty = (p: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}) => (
  <div class="mid">
    <Icon name={p.icon} size={26} />
    <h2>{p.title}</h2>
    {p.children && <p>{p.children}</p>}
    {p.actions && <span class="row">{p.actions}</span>}
  </div>
);

const WIDTHS = [
  [92, 40],
  [78, 52],
  [86, 34],
  [70, 48],
  [90, 30],
] as const;

/** Still bars in the shape of rows, and only after 300 ms: what answers sooner never flickers. */
export const Loading = ({ rows = 5 }: { readonly rows?: number }) => {
  const late = useLate();
  if (!late) return <div class="list" aria-busy="true" />;
  return (
    <div class="list" aria-busy="true" role="status" aria-label={t('commonLoading')}>
      {WIDTHS.slice(0, rows).map(([title, meta]) => (
        <div class="pr" key={title}>
          <span />
          <span class="bars">
            <i class="sk" style={{ width: `${title}%` }} />
            <i class="sk faint" style={{ width: `${meta}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
};
