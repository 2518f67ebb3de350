import type { RefObject, TargetedMouseEvent } from 'preact';
import { useEffect, useImperativeHandle, useRef } from 'preact/hooks';
import type { ParsedQuery } from '../../../core/search/query.ts';
import { t } from '../../../platform/i18n.ts';
import type { ListStore } from '../list/list-store.ts';
import { isChosen, type Selection } from '../list/selection.ts';
import { type Looks, ROW_HEIGHT, template } from './columns.ts';
import type { Colours } from './meta.tsx';
import { Grid, Group } from './roles.ts';
import { TableHead, type TableHeadProps } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useVirtual } from './use-virtual.ts';

/** What a list, table or cards, lets the keys of the page do. */
export interface ListHandle {
  /** Brings a row into view and gives the list the focus. */
  readonly reach: (index: number) => void;
  readonly focus: () => void;
  readonly top: () => void;
  /** Moves what is seen by so many rows: papers came or went above. */
  readonly shift: (rows: number) => void;
  /** Rows from here are in view. */
  readonly seen: () => readonly [from: number, to: number];
  /** Steps to the side and down, in rows of the list. */
  readonly steps: () => { readonly across: number; readonly down: number; readonly page: number };
  /** Element of a row, to open something beside it. */
  readonly element: (index: number) => HTMLElement | null;
}

export interface ListProps {
  readonly store: ListStore;
  /** Renewed with every change of the store. */
  readonly version: number;
  readonly selection: Selection;
  /** Row that keys act on; -1 for none. */
  readonly current: number;
  readonly parsed: ParsedQuery;
  readonly colours: Colours;
  readonly now: number;
  readonly handle: RefObject<ListHandle | null>;
  /** A row was pressed: on its box, its status, or anywhere else. */
  readonly onPress: (index: number, on: 'select' | 'status' | 'row', event: MouseEvent) => void;
  /** A row was pressed twice. */
  readonly onOpen: (index: number) => void;
}

type Props = ListProps & Pick<TableHeadProps, 'allChosen' | 'onAll' | 'onSort' | 'onLooks'> & { readonly looks: Looks };

/** Height of the sticky head, in px. */
const HEAD = 31;
const ID = 'paper';

/** The table: one tab stop, the current row by `aria-activedescendant`, so that focus never leaves with a row that scrolls away. */
export const PaperTable = (p: Props) => {
  const { store, looks, current } = p;
  const scroller = useRef<HTMLDivElement>(null);
  const size = ROW_HEIGHT[looks.density];
  const { total, query } = store.state;
  const virtual = useVirtual({ scroller, count: total, size, head: HEAD, overscan: 6, keep: current });
  const items = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => store.show(startIndex, endIndex + 1), [store, startIndex, endIndex, p.version]);
  useImperativeHandle(
    p.handle,
    (): ListHandle => ({
      reach: (index) => {
        virtual.scrollToIndex(index, { align: 'auto' });
        scroller.current?.focus({ preventScroll: true });
      },
      focus: () => scroller.current?.focus({ preventScroll: true }),
      top: () => scroller.current?.scrollTo(0, 0),
      shift: (rows) => scroller.current?.scrollBy(0, rows * size),
      seen: () => [virtual.range?.startIndex ?? 0, (virtual.range?.endIndex ?? 0) + 1],
      steps: () => ({
        across: 0,
        down: 1,
        page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / size) - 1),
      }),
      element: (index) => document.getElementById(`${ID}-${index}`),
    }),
    [virtual, size],
  );

  return (
    <Grid
      tabIndex={0}
      aria-multiselectable="true"
      ref={scroller}
      class={`tb ${looks.density}`}
      style={{ '--columns': template(looks.columns) }}
      aria-label={t('libraryList')}
      aria-rowcount={total + 1}
      aria-colcount={looks.columns.length + 3}
      aria-activedescendant={current >= 0 && current < total ? `${ID}-${current}` : undefined}
      aria-busy={store.state.busy}
      onClick={(event) => pressed(event, p.onPress)}
      onDblClick={(event) => pressed(event, (index, on) => on === 'row' && p.onOpen(index))}
    >
      <TableHead
        query={query}
        looks={looks}
        allChosen={p.allChosen}
        onAll={p.onAll}
        onSort={p.onSort}
        onLooks={p.onLooks}
      />
      <Group class="rows" style={{ height: `${total * size}px` }}>
        {items.map(({ index, start }) => {
          const item = store.rowAt(index);
          return (
            <TableRow
              key={index}
              id={`${ID}-${index}`}
              index={index}
              top={start - HEAD}
              item={item}
              chosen={item !== undefined && isChosen(p.selection, item.row.key)}
              current={index === current}
              columns={looks.columns}
              parsed={p.parsed}
              colours={p.colours}
              now={p.now}
            />
          );
        })}
      </Group>
    </Grid>
  );
};

/** One listener for all rows: which row, and which part of it. */
export function pressed(
  event: TargetedMouseEvent<HTMLElement>,
  tell: (index: number, on: 'select' | 'status' | 'row', event: MouseEvent) => void,
): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const row = target.closest<HTMLElement>('[data-index]');
  if (!row) return;
  const act = target.closest<HTMLElement>('[data-act]')?.dataset['act'];
  tell(Number(row.dataset['index']), act === 'select' || act === 'status' ? act : 'row', event);
}
