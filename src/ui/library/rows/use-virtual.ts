import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

export interface VirtualOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Height of every row, in px. */
  readonly size: number;
  /** What stands above the rows and scrolls over them, in px: the sticky head. */
  readonly head: number;
  readonly overscan: number;
  /** A row that is drawn wherever it is, because focus is on it; -1 for none. */
  readonly keep: number;
}

/** Rows worth drawing now, as @tanstack/virtual-core counts them: by the scroll position alone, no row is ever measured. */
export function useVirtual(options: VirtualOptions): Virtualizer<HTMLElement, HTMLElement> {
  const { scroller, count, size, head, overscan, keep } = options;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const held = useRef<Virtualizer<HTMLElement, HTMLElement>>(undefined);
  const all = {
    count,
    overscan,
    scrollMargin: head,
    scrollPaddingStart: head,
    estimateSize: () => size,
    getScrollElement: () => scroller.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    rangeExtractor: (range: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
      const from = Math.max(0, range.startIndex - range.overscan);
      const to = Math.min(range.count - 1, range.endIndex + range.overscan);
      const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      if (keep >= 0 && keep < range.count && (keep < from || keep > to)) rows.push(keep);
      return rows;
    },
    onChange: () => redraw(undefined),
  };
  held.current ??= new Virtualizer<HTMLElement, HTMLElement>(all);
  const virtual = held.current;
  virtual.setOptions(all);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  // Another density: heights that were remembered no longer hold.
  const before = useRef(size);
  useLayoutEffect(() => {
    if (before.current !== size) virtual.measure();
    before.current = size;
  }, [virtual, size]);
  return virtual;
}
