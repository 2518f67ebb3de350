import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { isChosen } from '../list/selection.ts';
import { CARD, Card } from './card.tsx';
import { type ListHandle, type ListProps, pressed } from './paper-table.tsx';
import { Grid, Group, Row } from './roles.ts';
import { useAbstracts } from './use-abstracts.ts';
import { useVirtual } from './use-virtual.ts';

const ID = 'paper';
const GAP = 12;
const EDGE = 16;
/** A card is at least as wide. */
const LEAST = 270;

const columnsIn = (width: number): number => Math.max(1, Math.floor((width - 2 * EDGE + GAP) / (LEAST + GAP)));

/** The same list as cards of one size, with the beginning of each abstract. */
export const PaperCards = (p: ListProps) => {
  const { store, current } = p;
  const scroller = useRef<HTMLDivElement>(null);
  const [across, setAcross] = useState(() => columnsIn(innerWidth - 212));
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setAcross(columnsIn(entry.contentRect.width + 2 * EDGE)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const { total } = store.state;
  const lines = Math.ceil(total / across);
  const size = CARD + GAP;
  const keep = current < 0 ? -1 : Math.floor(current / across);
  const virtual = useVirtual({ scroller, count: lines, size, head: 0, overscan: 2, keep });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const from = startIndex * across;
  const to = Math.min(total, (endIndex + 1) * across);
  useEffect(() => store.show(from, to), [store, from, to, p.version]);
  const abstracts = useAbstracts(store, from, to, p.version);
  useImperativeHandle(
    p.handle,
    (): ListHandle => ({
      reach: (index) => {
        virtual.scrollToIndex(Math.floor(index / across), { align: 'auto' });
        scroller.current?.focus({ preventScroll: true });
      },
      focus: () => scroller.current?.focus({ preventScroll: true }),
      top: () => scroller.current?.scrollTo(0, 0),
      shift: (rows) => scroller.current?.scrollBy(0, Math.round(rows / across) * size),
      seen: () => [(virtual.range?.startIndex ?? 0) * across, ((virtual.range?.endIndex ?? 0) + 1) * across],
      steps: () => ({
        across: 1,
        down: across,
        page: across * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / size)),
      }),
      element: (index) => document.getElementById(`${ID}-${index}`),
    }),
    [virtual, across, size],
  );
  return (
    <Grid
      tabIndex={0}
      aria-multiselectable="true"
      ref={scroller}
      class="cardv"
      aria-label={t('libraryList')}
      aria-rowcount={lines}
      aria-colcount={across}
      aria-activedescendant={current >= 0 && current < total ? `${ID}-${current}` : undefined}
      aria-busy={store.state.busy}
      onClick={(event) => pressed(event, p.onPress)}
      onDblClick={(event) => pressed(event, (index, on) => on === 'row' && p.onOpen(index))}
    >
      <Group class="rows" style={{ height: `${lines * size + GAP}px` }}>
        {virtual.getVirtualItems().map(({ index: line, start }) => (
          <Row
            key={line}
            class="cl"
            aria-rowindex={line + 1}
            style={{ transform: `translateY(${start}px)`, gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}
          >
            {Array.from({ length: Math.min(across, total - line * across) }, (_, i) => {
              const index = line * across + i;
              const item = store.rowAt(index);
              return (
                <Card
                  key={i}
                  id={`${ID}-${index}`}
                  index={index}
                  column={i + 1}
                  item={item}
                  abstract={item && abstracts.get(item.row.key)}
                  chosen={item !== undefined && isChosen(p.selection, item.row.key)}
                  current={index === current}
                  parsed={p.parsed}
                  colours={p.colours}
                />
              );
            })}
          </Row>
        ))}
      </Group>
    </Grid>
  );
};
