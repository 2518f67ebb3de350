import type { Point } from './layout.ts';

/** What an arrow key means in a graph. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const WAY: Readonly<Record<Direction, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export const isDirection = (key: string): key is Direction => Object.hasOwn(WAY, key);

/**
 * The nearest node in a direction: those within 45° of it count as near as they are, those further aside as farther.
 * @returns its index, or undefined where there is none on that side
 */
export function toward(points: readonly Point[], from: number, direction: Direction): number | undefined {
  const start = points[from];
  if (!start) return undefined;
  const way = WAY[direction];
  let best: { readonly index: number; readonly cost: number } | undefined;
  points.forEach((point, index) => {
    const [dx, dy] = [point.x - start.x, point.y - start.y];
    const along = dx * way.x + dy * way.y;
    if (index === from || along <= 0) return;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    const cost = Math.hypot(along, aside) * (aside <= along ? 1 : 1 + aside / along);
    if (best === undefined || cost < best.cost) best = { index, cost };
  });
  return best?.index;
}
