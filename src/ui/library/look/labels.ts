import type { Frame, Point } from './layout.ts';

/** Where the names of nodes stand so that none covers another name or a node; those without room are left out. */

export interface Label extends Point {
  /** Which side of the text is at x. */
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const HEIGHT = 14;
/** From the middle of the node to the text. */
const APART = 13;
const AIR = 2;

const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A label that is cut by the frame is as bad as one over many nodes. */
const outside = (rect: Rect, { width, height }: Frame): number =>
  rect.left >= 0 && rect.right <= width && rect.top >= 0 && rect.bottom <= height ? 0 : 100;

/** The four places of a label, best first: after the node, before it, under it, above it. */
function places({ x, y }: Point, width: number): readonly (readonly [Label, Rect])[] {
  const rect = (left: number, middle: number): Rect => ({
    left: left - AIR,
    right: left + width + AIR,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  });
  return [
    [{ x: x + APART, y: y + 4, anchor: 'start' }, rect(x + APART, y)],
    [{ x: x - APART, y: y + 4, anchor: 'end' }, rect(x - APART - width, y)],
    [{ x, y: y + 24, anchor: 'middle' }, rect(x - width / 2, y + 20)],
    [{ x, y: y - 15, anchor: 'middle' }, rect(x - width / 2, y - 19)],
  ];
}

/**
 * @param points middles of the nodes as drawn
 * @param widths of the names in px
 * @param order indexes of nodes, the most important first: they choose first, and the first one always has a name
 * @param radius of a drawn node
 */
export function placeLabels(
  points: readonly Point[],
  widths: readonly number[],
  order: readonly number[],
  frame: Frame,
  radius: number,
): ReadonlyMap<number, Label> {
  const nodes = points.map(
    ({ x, y }): Rect => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }),
  );
  const taken: Rect[] = [];
  const labels = new Map<number, Label>();
  order.forEach((index, rank) => {
    const point = points[index];
    if (!point) return;
    const all = places(point, widths[index] ?? 0);
    const rivals = [...taken, ...nodes.filter((_, i) => i !== index)];
    const covered = all.map(([, rect]) => rivals.filter((other) => meet(rect, other)).length + outside(rect, frame));
    // The most important one is named whatever it costs.
    const least = rank === 0 ? Math.min(...covered) : 0;
    const found = all[covered.indexOf(least)];
    if (!found) return;
    labels.set(index, found[0]);
    taken.push(found[1]);
  });
  return labels;
}
