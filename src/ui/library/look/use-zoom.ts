import { useMemo, useRef, useState } from 'preact/hooks';
import type { Frame, Point } from './layout.ts';

/** What part of a drawing is seen: drawn = k * point + (x, y), in px. At k = 1 all of it. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: View = { k: 1, x: 0, y: 0 };
const MOST = 6;
/** Of one press of a button. */
export const STEP = 1.4;

const clamp = (n: number, least: number, most: number): number => Math.max(least, Math.min(most, n));

/** Never beyond the drawing's own edges. */
function inside({ k, x, y }: View, { width, height }: Frame): View {
  const near = clamp(k, 1, MOST);
  return { k: near, x: clamp(x, width * (1 - near), 0), y: clamp(y, height * (1 - near), 0) };
}

/** Nearer or farther, with the drawing under `at` staying where it is. */
export function zoomAt(view: View, at: Point, factor: number, frame: Frame): View {
  const k = clamp(view.k * factor, 1, MOST);
  const grow = k / view.k;
  return inside({ k, x: at.x - (at.x - view.x) * grow, y: at.y - (at.y - view.y) * grow }, frame);
}

export const panBy = (view: View, dx: number, dy: number, frame: Frame): View =>
  inside({ k: view.k, x: view.x + dx, y: view.y + dy }, frame);

/** So that a point of the drawing is seen with some room around it. */
export function reveal(view: View, point: Point, frame: Frame): View {
  const room = 40;
  const [x, y] = [view.k * point.x + view.x, view.k * point.y + view.y];
  const dx = x < room ? room - x : x > frame.width - room ? frame.width - room - x : 0;
  const dy = y < room ? room - y : y > frame.height - room ? frame.height - room - y : 0;
  return dx === 0 && dy === 0 ? view : panBy(view, dx, dy, frame);
}

export interface Zoom {
  readonly view: View;
  readonly set: (change: (view: View) => View) => void;
  /** For the element that is drawn in: wheel, drag, pinch. */
  readonly handlers: {
    readonly onWheel: (event: WheelEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
    readonly onPointerLeave: (event: PointerEvent) => void;
  };
}

const placeIn = (event: MouseEvent, element: EventTarget | null): Point => {
  const box = element instanceof Element ? element.getBoundingClientRect() : { left: 0, top: 0 };
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

/**
 * Wheel (with Ctrl as a pinch of the touchpad sends it, or once the drawing has the focus, so that a page that is scrolled past it goes
 * on scrolling), two fingers, and dragging.
 */
export function useZoom(frame: Frame): Zoom {
  const [view, setView] = useState<View>(WHOLE);
  const fingers = useRef(new Map<number, Point>());
  const now = useRef(frame);
  now.current = frame;
  const handlers = useMemo((): Zoom['handlers'] => {
    const up = (event: PointerEvent): void => void fingers.current.delete(event.pointerId);
    return {
      onWheel: (event) => {
        const { currentTarget } = event;
        const held = currentTarget instanceof Element && currentTarget.contains(document.activeElement);
        if (!event.ctrlKey && !held) return;
        event.preventDefault();
        const at = placeIn(event, currentTarget);
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        const factor = 1.0022 ** (-event.deltaY * lines * (event.ctrlKey ? 4 : 1));
        setView((before) => zoomAt(before, at, factor, now.current));
      },
      onPointerDown: (event) => {
        if (event.pointerType === 'mouse' && event.button !== 0) return;
        fingers.current.set(event.pointerId, placeIn(event, event.currentTarget));
      },
      onPointerMove: (event) => {
        const before = fingers.current.get(event.pointerId);
        if (!before) return;
        const after = placeIn(event, event.currentTarget);
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
        fingers.current.set(event.pointerId, after);
        if (!other) return setView((from) => panBy(from, after.x - before.x, after.y - before.y, now.current));
        const apart = (a: Point): number => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
        const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
        setView((from) => zoomAt(from, middle, apart(after) / apart(before), now.current));
      },
      onPointerUp: up,
      onPointerCancel: up,
      onPointerLeave: up,
    };
  }, []);
  return { view, set: setView, handlers };
}
