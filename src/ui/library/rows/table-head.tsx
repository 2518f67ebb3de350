import type { ListQuery, SortBy } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../../parts/menu.tsx';
import { effectiveSort } from '../search/sort-menu.tsx';
import { COLUMNS, columnWord, type Looks } from './columns.ts';
import { Group, HeadCell, Row } from './roles.ts';
import { Box } from './table-row.tsx';

export interface TableHeadProps {
  /** Of the rows shown. */
  readonly query: ListQuery;
  readonly looks: Looks;
  /** Are all that match chosen, some, or none? */
  readonly allChosen: boolean | 'some';
  readonly onAll: () => void;
  readonly onSort: (sort: SortBy) => void;
  readonly onLooks: (looks: Looks) => void;
}

/** Heads of the columns: a press sorts, a second one turns the order. */
export const TableHead = (p: TableHeadProps) => (
  <Group class="hd">
    <Row class="tr" aria-rowindex={1}>
      <HeadCell class="ck">
        {/* biome-ignore lint/a11y/useSemanticElements: a third state by attribute, and a look of its own */}
        <button
          type="button"
          role="checkbox"
          class="boxb"
          aria-checked={p.allChosen === 'some' ? 'mixed' : p.allChosen}
          aria-label={t('librarySelectAll')}
          title={t('librarySelectAll')}
          aria-keyshortcuts="a"
          onClick={p.onAll}
        >
          <Box on={p.allChosen} />
        </button>
      </HeadCell>
      <Sorter {...p} column="title" />
      {p.looks.columns.map((column, i) => (
        <Sorter key={column} {...p} column={column} last={i === p.looks.columns.length - 1} />
      ))}
      <HeadCell class="looks">
        <LooksMenu looks={p.looks} onLooks={p.onLooks} />
      </HeadCell>
    </Row>
  </Group>
);

const Sorter = (p: TableHeadProps & { readonly column: SortBy; readonly last?: boolean }) => {
  const { query, column } = p;
  const isSorted = effectiveSort(query) === column;
  const word = query.shelf === 'trash' && column === 'added' ? t('libraryColDays') : columnWord(column);
  return (
    <HeadCell class={`c ${column}`} aria-sort={isSorted ? (query.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={() => p.onSort(column)}>
        {word}
        {isSorted && <Icon name={query.descending ? 'down' : 'up'} size={12} />}
      </button>
    </HeadCell>
  );
};

/** Which columns there are, and how high the rows. */
export const LooksMenu = (p: { readonly looks: Looks; readonly onLooks: (looks: Looks) => void }) => {
  const { looks } = p;
  const items: MenuEntry[] = [
    ...COLUMNS.map((column) => ({
      id: column,
      label: columnWord(column),
      checked: looks.columns.includes(column),
      onPress: () =>
        p.onLooks({
          ...looks,
          columns: COLUMNS.filter((one) => looks.columns.includes(one) !== (one === column)),
        }),
    })),
    'line',
    ...(['cosy', 'compact'] as const).map((density) => ({
      id: density,
      label: density === 'cosy' ? t('libraryCosy') : t('libraryCompact'),
      checked: looks.density === density,
      onPress: () => p.onLooks({ ...looks, density }),
    })),
  ];
  return <MenuButton small icon="more" label={t('libraryColumns')} items={items} />;
};
