/** Where a menu or a picker opens: under its anchor, above it or moved along where there is no room. All in px of the window. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  /** What fits; the content scrolls beyond it. */
  readonly maxHeight: number;
}

const GAP = 4;
const EDGE = 8;

/**
 * @param size of what opens, as high as it would like to be
 * @param rtl the interface is written from right to left: the right edges are aligned
 */
export function beside(
  anchor: Box,
  size: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
  rtl: boolean,
): Place {
  const wanted = rtl ? anchor.left + anchor.width - size.width : anchor.left;
  const left = Math.max(EDGE, Math.min(wanted, view.width - size.width - EDGE));
  const below = view.height - (anchor.top + anchor.height) - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  if (size.height <= below || below >= above)
    return { left, top: anchor.top + anchor.height + GAP, maxHeight: Math.max(0, below) };
  return { left, top: Math.max(EDGE, anchor.top - GAP - size.height), maxHeight: Math.max(0, above) };
}

/** Moves an element of fixed position to its anchor. */
export function putBeside(element: HTMLElement, anchor: Box): void {
  element.style.maxHeight = '';
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const size = { width: element.offsetWidth, height: element.scrollHeight + 2 };
  const place = beside(anchor, size, view, getComputedStyle(element).direction === 'rtl');
  element.style.left = `${place.left}px`;
  element.style.top = `${place.top}px`;
  element.style.maxHeight = `${place.maxHeight}px`;
}
