import type { SavedRow } from '../../../core/library/saved-row.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { statusName } from '../look/status-name.ts';
import type { Column } from './columns.ts';
import { addedAt, ago, daysLeft, deletedAt } from './row-words.ts';

/** What stands in one column of a row. */
export const ColumnCell = (p: { readonly row: SavedRow; readonly column: Column; readonly now: number }) => {
  const { row, column, now } = p;
  if (column === 'status') return <StatusMark row={row} />;
  if (column === 'rating') return <Stars rating={row.rating ?? 0} />;
  if (column === 'year') return <span class="num">{row.year ?? ''}</span>;
  if (column === 'venue') return <bdi>{row.venue ?? ''}</bdi>;
  if (column === 'changed') return <span class="num">{row.changed > 0 ? ago(row.changed, now) : ''}</span>;
  if (deletedAt(row) !== undefined) return <span class="num">{daysLeft(row, now)}</span>;
  const added = addedAt(row);
  return <span class="num">{added === undefined ? '' : ago(added, now)}</span>;
};

/** The bookmark with its word. A press offers the others; by key it is `e`. */
export const StatusMark = ({ row }: { readonly row: SavedRow }) => (
  <button type="button" class={`st ${row.status}`} data-act="status" tabIndex={-1} aria-haspopup="dialog">
    <Icon name={row.status} size={15} />
    {statusName(row.status)}
  </button>
);

/** Stars as a picture, their number in words; nothing where there is none. */
export const Stars = ({ rating }: { readonly rating: number }) =>
  rating === 0 ? null : (
    <span class="stars" role="img" aria-label={t('libraryStars', rating)}>
      {[1, 2, 3, 4, 5].map((n) => (
        <Icon key={n} name={n <= rating ? 'star-full' : 'star'} size={12} />
      ))}
    </span>
  );
