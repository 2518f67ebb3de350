import { parseQuery } from '../../../core/search/query.ts';
import type { ListQuery, SortBy } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { MenuButton } from '../../parts/menu.tsx';
import { beginsDescending } from '../place.ts';
import { columnWord } from '../rows/columns.ts';

const SORTS: readonly SortBy[] = ['relevance', 'added', 'changed', 'title', 'year', 'venue', 'status', 'rating'];

/** By what the list is ordered really: without words the best matches are the newest. */
export function effectiveSort({ sort, text }: ListQuery): SortBy {
  if (sort !== 'relevance') return sort;
  return parseQuery(text).clauses.some(({ kind, not }) => (kind === 'word' || kind === 'phrase') && !not)
    ? 'relevance'
    : 'added';
}

/** The order, where no column heads show it: cards and narrow windows. */
export const SortMenu = (p: { readonly query: ListQuery; readonly onQuery: (query: ListQuery) => void }) => {
  const { query } = p;
  const now = effectiveSort(query);
  return (
    <span class="sortm">
      <MenuButton
        small
        label={t('librarySortBy')}
        items={SORTS.map((sort) => ({
          id: sort,
          label: columnWord(sort),
          checked: sort === now,
          onPress: () =>
            p.onQuery({ ...query, sort, descending: sort === query.sort ? !query.descending : beginsDescending(sort) }),
        }))}
      >
        {columnWord(now)}
        <Icon name={query.descending ? 'down' : 'up'} size={12} />
      </MenuButton>
    </span>
  );
};
