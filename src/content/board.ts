import type { Mention } from '../sites/mention.ts';
import type { Note } from './overlay/note.ts';
import type { Overlay } from './overlay/overlay.ts';
import { keyOf, newView, type PaperView } from './paper-view.ts';
import { report } from './report.ts';
import { nearestFirst, nearRange, type Range } from './watch/near.ts';

/** One place on the page where a paper stands. */
export interface Spot {
  readonly view: PaperView;
  mention: Mention;
  /** Place in page order. */
  index: number;
  note: Note | undefined;
}

/** Which papers stand where on the page, and which of them have a note. Draws only what is near the viewport. */
export interface Board {
  readonly spots: readonly Spot[];
  /** The page as it is read now. Nodes that carry another paper than before get another note. */
  take(mentions: readonly Mention[]): void;
  /** Draws notes near the viewport, takes those far away out. @param waiting draw notes of papers not yet answered, as loading */
  draw(waiting: boolean): void;
  /** Papers within `screens` heights of the viewport, nearest first. */
  near(screens: number): readonly PaperView[];
  /** All papers of the page, nearest first. */
  all(): readonly PaperView[];
  /** Was this host taken out by the page, although its note should be here? */
  lost(node: Node): boolean;
  /** The note of the next or previous paper, drawn if need be and scrolled into view. */
  neighbour(note: Note, step: 1 | -1): Note | undefined;
  /** Scrolls to a paper and draws its note. */
  show(id: string): Note | undefined;
  /** A new address: earlier fights over a place are forgotten. */
  forgive(): void;
  clear(): void;
}

/** Notes are drawn this near the viewport, in px. */
export const NEAR = 600;
/** And taken out again further away than this many screens: they cost nothing, but 20,000 of them would. */
const FAR_SCREENS = 8;
/** A page that keeps taking a note out wins in the end: after so many new tries per paper and address. */
const TRIES = 3;

export function createBoard(overlay: Overlay): Board {
  const views = new Map<string, PaperView>();
  /** By node, in memory: no attribute of the page says which paper we take it for. */
  const at = new WeakMap<Element, Spot>();
  const hosts = new WeakMap<Node, Spot>();
  const drawn = new Set<Spot>();
  const tries = new Map<string, number>();
  let spots: readonly Spot[] = [];
  let items: readonly Element[] = [];

  function undraw(spot: Spot): void {
    const { note } = spot;
    if (note === undefined) return;
    spot.note = undefined;
    drawn.delete(spot);
    hosts.delete(note.host);
    overlay.remove(note);
  }

  function spotFor(mention: Mention, index: number): Spot {
    const key = keyOf(mention);
    const old = at.get(mention.item);
    if (old?.view.key === key) {
      old.index = index;
      old.mention = mention;
      return old;
    }
    if (old !== undefined) undraw(old);
    const view = views.get(key) ?? newView(key, mention);
    views.set(key, view);
    const spot: Spot = { view, mention, index, note: undefined };
    at.set(mention.item, spot);
    return spot;
  }

  function take(mentions: readonly Mention[]): void {
    spots = mentions.map(spotFor);
    items = spots.map(({ mention }) => mention.item);
    const present = new Set(spots);
    for (const spot of drawn) if (!present.has(spot)) undraw(spot);
    const keys = new Set(spots.map(({ view }) => view.key));
    for (const key of views.keys()) if (!keys.has(key)) views.delete(key);
  }

  function put(spot: Spot, note: Note): void {
    try {
      const { anchor, place } = spot.mention;
      if (!anchor.isConnected) return;
      if (place === 'after') anchor.after(note.host);
      else anchor.append(note.host);
    } catch (error) {
      report(error, 'placing a note'); // an item that the site reads and cannot place: the page changed
    }
  }

  function drawSpot(spot: Spot, waiting: boolean): void {
    const { view } = spot;
    if (spot.note === undefined) {
      if (view.mark === undefined && !waiting) return;
      const note = overlay.make(view);
      if (note === undefined) return;
      spot.note = note;
      hosts.set(note.host, spot);
      drawn.add(spot);
      overlay.show(note, view.mark === undefined);
      put(spot, note);
      overlay.drawn(note);
    } else if (!spot.note.host.isConnected) {
      const before = tries.get(view.key) ?? 0;
      if (before >= TRIES) return;
      tries.set(view.key, before + 1);
      put(spot, spot.note);
    }
  }

  const slice = ({ from, to }: Range): readonly Spot[] => spots.slice(from, to);

  return {
    get spots() {
      return spots;
    },
    take,
    draw(waiting) {
      for (const spot of slice(nearRange(items, NEAR))) drawSpot(spot, waiting);
      if (drawn.size === 0) return;
      const keep = nearRange(items, FAR_SCREENS * innerHeight);
      for (const spot of drawn) {
        const far = spot.index < keep.from || spot.index >= keep.to;
        if (far && spot.note !== undefined && !overlay.inUse(spot.note)) undraw(spot);
      }
    },
    near(screens) {
      const visible = nearRange(items, 0);
      const wide = nearRange(items, screens * innerHeight);
      const middle = { from: visible.from - wide.from, to: visible.to - wide.from };
      const some = slice(wide);
      return unique(nearestFirst(middle, some.length).map((i) => some[i]));
    },
    all: () => unique(nearestFirst(nearRange(items, 0), spots.length).map((i) => spots[i])),
    lost(node) {
      const spot = hosts.get(node);
      return spot?.note?.host === node && !node.isConnected;
    },
    neighbour(note, step) {
      const from = hosts.get(note.host);
      const spot = from === undefined ? undefined : spots[from.index + step];
      return spot && reveal(spot);
    },
    show(id) {
      const spot = spots.find(
        ({ mention, view }) => mention.ids.some((one) => one === id) || view.data?.ids.some((one) => one === id),
      );
      spot?.mention.item.scrollIntoView({ block: 'center' });
      return spot && reveal(spot);
    },
    forgive: () => tries.clear(),
    clear() {
      for (const spot of [...drawn]) undraw(spot);
    },
  };

  function reveal(spot: Spot): Note | undefined {
    drawSpot(spot, true);
    return spot.note;
  }
}

const unique = (spots: readonly (Spot | undefined)[]): readonly PaperView[] => [
  ...new Set(spots.flatMap((spot) => (spot === undefined ? [] : [spot.view]))),
];
