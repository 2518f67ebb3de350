import { useRef, useState } from 'preact/hooks';
import { STATUSES } from '../../../core/library/status.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { Figure, NoChart } from './figure.tsx';
import { byImportance, type Graph } from './graph.ts';
import { GraphDrawing } from './graph-drawing.tsx';
import { GraphList, GraphTable } from './graph-list.tsx';
import { statusName } from './status-name.ts';
import { usePlaces } from './use-places.ts';
import { useSize } from './use-size.ts';

/** Papers in the graph at first, and on asking for more; with the height of the drawing in px. */
export const GRAPH_SIZES = [60, 120, 200] as const;
export type GraphSize = (typeof GRAPH_SIZES)[number];
const HEIGHTS: Readonly<Record<GraphSize, number>> = { 60: 360, 120: 500, 200: 640 };

/** Papers of the library and how close they are. */
export const GraphChart = (p: {
  readonly graph: Graph;
  readonly size: GraphSize;
  readonly onSize: (size: GraphSize) => void;
  readonly onOpen: (key: string) => void;
}) => {
  const { graph } = p;
  const [key, setKey] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const height = HEIGHTS[p.size];
  const { width } = useSize(box, { width: 690, height });
  const frame = { width, height };
  const points = usePlaces(graph, frame);
  if (graph.nodes.length === 0)
    return (
      <Figure wide title={t('lookGraph')}>
        <NoChart>{t('lookGraphNone')}</NoChart>
      </Figure>
    );
  const at = graph.nodes.findIndex((node) => node.key === key);
  const chosen = at >= 0 ? at : (byImportance(graph)[0] ?? 0);
  const choose = (index: number): void => setKey(graph.nodes[index]?.key);
  const same = { graph, chosen, onChoose: choose, onOpen: p.onOpen };
  return (
    <Figure
      wide
      title={t('lookGraph')}
      legend={<Legend graph={graph} size={p.size} onSize={p.onSize} />}
      table={() => <GraphTable graph={graph} onOpen={p.onOpen} />}
    >
      <div class="two">
        <div ref={box} style={{ minHeight: `${frame.height}px` }} aria-busy={points === undefined}>
          {points && <GraphDrawing {...same} points={points} frame={frame} />}
        </div>
        <GraphList {...same} />
      </div>
    </Figure>
  );
};

const Legend = (p: { readonly graph: Graph; readonly size: GraphSize; readonly onSize: (size: GraphSize) => void }) => {
  const there = STATUSES.filter((status) => p.graph.nodes.some((node) => node.status === status));
  return (
    <>
      <span class="lg">
        {there.map((status) => (
          <span key={status}>
            <i class={`dot ${status}`} />
            {statusName(status)}
          </span>
        ))}
      </span>
      {(p.size > GRAPH_SIZES[0] || p.graph.nodes.length >= GRAPH_SIZES[0]) && (
        <select
          class="pick num"
          aria-label={t('lookGraphSize')}
          value={String(p.size)}
          onChange={(event) => {
            const chosen = GRAPH_SIZES.find((size) => String(size) === event.currentTarget.value);
            if (chosen) p.onSize(chosen);
          }}
        >
          {GRAPH_SIZES.map((size) => (
            <option key={size} value={String(size)}>
              {tn('popupPapers', size)}
            </option>
          ))}
        </select>
      )}
    </>
  );
};
