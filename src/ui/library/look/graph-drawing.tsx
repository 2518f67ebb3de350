import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../parts/button.tsx';
import { byImportance, type Graph, neighbours, shortLabel } from './graph.ts';
import { placeLabels } from './labels.ts';
import type { Frame, Point } from './layout.ts';
import { statusName } from './status-name.ts';
import { textWidth } from './text-width.ts';
import { isDirection, toward } from './toward.ts';
import { reveal, STEP, useZoom, WHOLE, zoomAt } from './use-zoom.ts';

interface Props {
  readonly graph: Graph;
  readonly points: readonly Point[];
  readonly frame: Frame;
  /** Index of the chosen node. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (key: string) => void;
}

const RADIUS = 7;
const CHOSEN_RADIUS = 9;

/** The drawn graph: one tab stop, arrow keys go from paper to paper, Enter opens. */
export const GraphDrawing = (p: Props) => {
  const { graph, points, frame, chosen } = p;
  const { view, set, handlers } = useZoom(frame);
  const svg = useRef<SVGSVGElement>(null);
  const drawn = points.map(({ x, y }) => ({ x: view.k * x + view.x, y: view.k * y + view.y }));
  const order = useMemo(() => byImportance(graph), [graph]);
  const names = useMemo(() => graph.nodes.map(({ label }) => shortLabel(label)), [graph]);
  const widths = useMemo(() => names.map(textWidth), [names]);
  const labels = placeLabels(drawn, widths, [chosen, ...order.filter((index) => index !== chosen)], frame, RADIUS + 2);
  const most = Math.max(...graph.edges.map(({ weight }) => weight), Number.MIN_VALUE);

  // What is chosen by keys or in the list beside is brought into sight.
  useEffect(() => {
    const point = points[chosen];
    if (point) set((before) => reveal(before, point, frame));
  }, [chosen, points]);

  const choose = (index: number): void => {
    p.onChoose(index);
    svg.current?.querySelector<SVGElement>(`[data-node="${index}"]`)?.focus({ preventScroll: true });
  };
  // What is chosen stays where it is.
  const middle = drawn[chosen] ?? { x: frame.width / 2, y: frame.height / 2 };
  const nearer = (factor: number): void => set((before) => zoomAt(before, middle, factor, frame));
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isDirection(key)) {
      const next = toward(points, chosen, key);
      if (next !== undefined) choose(next);
    } else if (key === 'Home') choose(order[0] ?? 0);
    else if (key === 'Enter') p.onOpen(graph.nodes[chosen]?.key ?? '');
    else if (key === '+' || key === '=') nearer(STEP);
    else if (key === '-') nearer(1 / STEP);
    else if (key === '0') set(() => WHOLE);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="graph">
      <div
        role="listbox"
        aria-label={tn('lookGraphLabel', graph.nodes.length)}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <svg
          ref={svg}
          width={frame.width}
          height={frame.height}
          viewBox={`0 0 ${frame.width} ${frame.height}`}
          class={view.k > 1 ? 'near' : ''}
          role="presentation"
        >
          <g>
            {graph.edges.map(({ a, b, weight }) => {
              const [from, to] = [drawn[a], drawn[b]];
              if (!from || !to) return null;
              const own = a === chosen || b === chosen;
              return (
                <line
                  key={`${a} ${b}`}
                  class={own ? 'own' : ''}
                  x1={from.x}
                  y1={from.y}
                  x2={to.x}
                  y2={to.y}
                  stroke-width={1 + (2 * weight) / most}
                />
              );
            })}
          </g>
          {graph.nodes.map((node, i) => {
            const at = drawn[i];
            if (!at) return null;
            const label = labels.get(i);
            return (
              // The keys are heard by the whole drawing.
              <g
                key={node.key}
                class={`node ${node.status}`}
                role="option"
                tabindex={i === chosen ? 0 : -1}
                aria-selected={i === chosen}
                aria-label={`${node.title}, ${statusName(node.status)}, ${tn('lookCloseCount', neighbours(graph, i).length)}`}
                data-node={i}
                onClick={() => choose(i)}
                onDblClick={() => p.onOpen(node.key)}
                onFocus={() => i !== chosen && p.onChoose(i)}
              >
                <title>{node.title}</title>
                <circle class="hit" cx={at.x} cy={at.y} r={12} />
                {i === chosen && <circle class="ring" cx={at.x} cy={at.y} r={CHOSEN_RADIUS + 4} />}
                <circle class="dot" cx={at.x} cy={at.y} r={i === chosen ? CHOSEN_RADIUS : RADIUS} />
                {label && (
                  <text x={label.x} y={label.y} text-anchor={label.anchor} class={i === chosen ? 'lb on' : 'lb'}>
                    {names[i]}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <div class="zoom">
        <Button small icon="plus" label={t('lookNearer')} keys="+" onPress={() => nearer(STEP)} />
        <Button small icon="minus" label={t('lookFarther')} keys="-" onPress={() => nearer(1 / STEP)} />
        <Button
          small
          icon="whole"
          label={t('lookWhole')}
          keys="0"
          disabled={view.k === 1}
          onPress={() => set(() => WHOLE)}
        />
        <span class="small muted">{t('lookGraphKeys')}</span>
      </div>
    </div>
  );
};
