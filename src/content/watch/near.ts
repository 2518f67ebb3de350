/** Items of a page in page order, hence from top to bottom. */
export interface Range {
  /** First index, and one past the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Which items lie within so many px of the viewport, for several distances at once: binary searches over the items' rectangles, about
 * 40 of them for 2,000 items. Reads only: ask before anything is drawn, or the browser lays the page out twice.
 * Items that take no room (hidden) count with the next one that does.
 */
export function nearRanges(
  count: number,
  itemAt: (i: number) => Element | undefined,
  margins: readonly number[],
): readonly Range[] {
  const height = innerHeight;
  const boxes = new Map<number, DOMRect | undefined>();
  const boxAt = (i: number): DOMRect | undefined => {
    if (!boxes.has(i)) boxes.set(i, itemAt(i)?.getBoundingClientRect());
    return boxes.get(i);
  };
  return margins.map((margin) => {
    const from = firstWhere(count, boxAt, ({ bottom }) => bottom >= -margin);
    const to = firstWhere(count, boxAt, ({ top }) => top > height + margin);
    return { from, to: Math.max(from, to) };
  });
}

function firstWhere(
  count: number,
  boxAt: (i: number) => DOMRect | undefined,
  holds: (box: DOMRect) => boolean,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    let box = boxAt(at);
    while (box !== undefined && box.width === 0 && box.height === 0 && at + 1 < high) {
      at += 1;
      box = boxAt(at);
    }
    if (box !== undefined && holds(box)) high = middle;
    else low = at + 1;
  }
  return low;
}

/** Indexes of `count` items, nearest to the middle of the range first, and so many of them at most. */
export function nearestFirst({ from, to }: Range, count: number, most: number = count): readonly number[] {
  const order: number[] = [];
  let down = (from + to) >> 1;
  let up = down - 1;
  while (order.length < Math.min(count, most)) {
    if (down < count) order.push(down);
    if (up >= 0 && order.length < most) order.push(up);
    down += 1;
    up -= 1;
  }
  return order;
}

/** Every eighth item is watched: a listing of 2,000 has 250 watched elements, and none is taller than the margin. */
const CHUNK = 8;

export interface Nearness {
  /** The items of the page are these now, `count` of them. */
  watch(count: number, itemAt: (i: number) => Element | undefined): void;
}

/**
 * Tells when items may have come near the viewport: an IntersectionObserver on chunks notices changes of layout, a scroll listener
 * notices a jump over several chunks at once. What is near is worked out by the one who is told.
 */
export function createNearness(margin: number, changed: () => void, signal: AbortSignal): Nearness {
  const observer = new IntersectionObserver(() => changed(), { rootMargin: `${margin}px 0px` });
  let watched = new Set<Element>();
  let asked = false;
  const soon = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) changed();
    });
  };
  addEventListener('scroll', soon, { capture: true, passive: true, signal });
  addEventListener('resize', soon, { passive: true, signal });
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    watch(count, itemAt) {
      const next = new Set<Element>();
      for (let i = 0; i < count; i += CHUNK) {
        const item = itemAt(i);
        if (item !== undefined) next.add(item);
      }
      for (const old of watched) if (!next.has(old)) observer.unobserve(old);
      for (const item of next) if (!watched.has(item)) observer.observe(item);
      watched = next;
    },
  };
}
