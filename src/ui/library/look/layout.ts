import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/**
 * Places of the nodes of a graph in a box, by forces: linked ones pull each other, all push each other away, none leaves the box.
 * The same graph always gets the same places (d3-force draws its chance from a fixed seed).
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Link {
  /** Indexes of nodes. */
  readonly a: number;
  readonly b: number;
  /** How close they are, above 0. */
  readonly weight: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Free space around the nodes, in px: at the end there is room for a label. */
const EDGE = { start: 18, end: 96, top: 22, bottom: 22 } as const;
/** Two nodes are at least twice this apart: a target of 24 px and some air. */
const AROUND = 17;
/** Until nothing moves any more: d3's own number of steps. */
const STEPS = 300;
/** Work between two breaths of the page, in ms. */
const SLICE = 8;

type Node = SimulationNodeDatum;

/**
 * @param pause lets the page breathe; called every few ms
 * @returns a place for each node, or undefined where `signal` ended it
 */
export async function settle(
  count: number,
  links: readonly Link[],
  frame: Frame,
  pause: () => Promise<void>,
  signal?: AbortSignal,
): Promise<readonly Point[] | undefined> {
  const nodes: Node[] = Array.from({ length: count }, () => ({}));
  const simulation = simulate(nodes, links, frame);
  let since = performance.now();
  for (let step = 0; step < STEPS; step += 1) {
    simulation.tick();
    for (const node of nodes) keepInside(node, frame);
    if (performance.now() - since < SLICE) continue;
    await pause();
    if (signal?.aborted) return undefined;
    since = performance.now();
  }
  return nodes.map(({ x = 0, y = 0 }) => ({ x, y }));
}

function simulate(nodes: Node[], links: readonly Link[], frame: Frame): Simulation<Node, undefined> {
  const most = Math.max(...links.map(({ weight }) => weight), Number.MIN_VALUE);
  const room = Math.sqrt((frame.width * frame.height) / Math.max(1, nodes.length));
  const pulls = links.map(({ a, b, weight }): SimulationLinkDatum<Node> & { near: number } => ({
    source: a,
    target: b,
    near: weight / most,
  }));
  const middle = { x: (frame.width + EDGE.start - EDGE.end) / 2, y: frame.height / 2 };
  return (
    forceSimulation(nodes)
      .force(
        'link',
        forceLink<Node, (typeof pulls)[number]>(pulls).distance(({ near }) => room * (1.1 - 0.45 * near)),
      )
      .force(
        'charge',
        forceManyBody()
          .strength(-room * 1.5)
          .distanceMax(room * 3),
      )
      .force('collide', forceCollide(AROUND))
      // The box is wide: what has no links must not leave it up or down.
      .force('x', forceX(middle.x).strength((0.09 * frame.height) / frame.width))
      .force('y', forceY(middle.y).strength(0.09))
      .stop()
  );
}

function keepInside(node: Node, { width, height }: Frame): void {
  const { x = 0, y = 0 } = node;
  node.x = Math.max(EDGE.start, Math.min(width - EDGE.end, x));
  node.y = Math.max(EDGE.top, Math.min(height - EDGE.bottom, y));
}
