/** Where a card goes: pure arithmetic on rectangles of the viewport, in CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const GAP = 4;
/** Least distance to the viewport's edge. */
const EDGE = 12;
const MAX_HEIGHT = 640;

/**
 * Under the note's left edge; above where there is more room and not enough below; moved left where the right edge would cut it.
 * @param size what the card would take if nothing bounded it
 * @param rtl the note starts at its right edge
 */
export function placeCard(
  note: Box,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  rtl = false,
): Placement {
  const below = view.height - note.bottom - GAP - EDGE;
  const above = note.top - GAP - EDGE;
  const wanted = Math.min(size.height, MAX_HEIGHT);
  const under = below >= wanted || below >= above;
  const maxHeight = Math.max(120, Math.min(MAX_HEIGHT, under ? below : above));
  const height = Math.min(wanted, maxHeight);
  const start = rtl ? note.right - size.width : note.left;
  const left = Math.max(EDGE, Math.min(start, view.width - size.width - EDGE));
  const top = under ? note.bottom + GAP : note.top - GAP - height;
  return { left, top: Math.max(EDGE, Math.min(top, view.height - EDGE - height)), maxHeight };
}
