import type { Mention } from '../sites/mention.ts';
import { removeStrangers } from './overlay/host.ts';
import type { Note } from './overlay/note.ts';
import type { Overlay } from './overlay/overlay.ts';
import { keyOf, newView, type PaperView } from './paper-view.ts';
import { report } from './report.ts';
import { nearestFirst, nearRanges, type Range } from './watch/near.ts';

/** One place on the page where a paper stands. */
export interface Spot {
  readonly view: PaperView;
  mention: Mention;
  /** Place in page order. */
  index: number;
  note: Note | undefined;
}

/**
 * Which papers stand where on the page, and which of them have a note. Draws only what is near the viewport, and looks at a mention only
 * when its place is asked for: of two thousand papers most are never looked at before the page is read.
 */
export interface Board {
  readonly count: number;
  /** The page as it is read now. Nodes that carry another paper than before get another note. */
  take(mentions: readonly Mention[]): void;
  itemAt(i: number): Element | undefined;
  /** Where the viewport stands among the papers. Reads only, and must come before anything is drawn. */
  measure(): Measure;
  /**
   * Draws the notes of a range, and takes those far away out.
   * @param waiting draw notes of papers not yet answered, as loading
   */
  draw(range: Range, kept: Range, waiting: boolean): void;
  /** Papers whose text is worth sending, nearest first. */
  wide(measure: Measure): readonly PaperView[];
  /** So many papers, nearest first. */
  nearest(measure: Measure, most: number): readonly PaperView[];
  /** All but so many of the nearest, read in steps. */
  others(measure: Measure, from: number): Generator<undefined, readonly PaperView[]>;
  /** All papers, in page order. */
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

/** Ranges of places in page order: seen now, near enough for a note, for its text to be sent, and for it to stay. */
export interface Measure {
  readonly visible: Range;
  readonly near: Range;
  readonly wide: Range;
  readonly kept: Range;
}

/** Notes are drawn this near the viewport, in px. */
export const NEAR = 600;
/** Papers within so many screens have their text sent, for tags, links and hints. */
const WIDE_SCREENS = 2;
/** And taken out again further away than this many screens: they cost nothing, but 20,000 of them would. */
const FAR_SCREENS = 8;
/** A page that keeps taking a note out wins in the end: after so many new tries per paper and address. */
const TRIES = 3;
const STEP = 50;
/** Papers of earlier content that are remembered, beside those of the page. */
const OLD = 500;

export function createBoard(overlay: Overlay): Board {
  const views = new Map<string, PaperView>();
  /** Places that have a note, by node and in memory: no attribute of the page says which paper we take it for. */
  const at = new WeakMap<Element, Spot>();
  const hosts = new WeakMap<Node, Spot>();
  const drawn = new Set<Spot>();
  const tries = new Map<string, number>();
  let mentions: readonly Mention[] = [];
  let spots: (Spot | undefined)[] = [];

  function undraw(spot: Spot): void {
    const { note } = spot;
    if (note === undefined) return;
    spot.note = undefined;
    drawn.delete(spot);
    hosts.delete(note.host);
    at.delete(spot.mention.item);
    overlay.remove(note);
  }

  function spotAt(index: number): Spot | undefined {
    const mention = mentions[index];
    if (mention === undefined) return undefined;
    let spot = spots[index];
    if (spot === undefined) {
      const key = keyOf(mention);
      const view = views.get(key) ?? newView(key, mention);
      view.mention = mention;
      views.set(key, view);
      spot = { view, mention, index, note: undefined };
      spots[index] = spot;
    }
    return spot;
  }

  function take(next: readonly Mention[]): void {
    mentions = next;
    spots = new Array<Spot | undefined>(next.length);
    if (drawn.size === 0) return;
    removeStrangers((host) => hosts.has(host));
    const gone = new Set(drawn);
    next.forEach((mention, index) => {
      const old = at.get(mention.item);
      if (old === undefined || old.view.key !== keyOf(mention)) return;
      gone.delete(old);
      old.index = index;
      old.mention = mention;
      spots[index] = old;
    });
    for (const spot of gone) undraw(spot);
    if (views.size > next.length + OLD) views.clear();
    for (const { view } of drawn) views.set(view.key, view);
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
      at.set(spot.mention.item, spot);
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

  const viewsAt = (indexes: readonly number[]): readonly PaperView[] => {
    const found = new Set<PaperView>();
    for (const i of indexes) {
      const spot = spotAt(i);
      if (spot !== undefined) found.add(spot.view);
    }
    return [...found];
  };
  const itemAt = (i: number): Element | undefined => mentions[i]?.item;

  function reveal(spot: Spot): Note | undefined {
    drawSpot(spot, true);
    return spot.note;
  }

  return {
    get count() {
      return mentions.length;
    },
    take,
    itemAt,
    measure() {
      const none = { from: 0, to: 0 };
      const margins = [0, NEAR, WIDE_SCREENS * innerHeight, FAR_SCREENS * innerHeight];
      const [visible = none, near = none, wide = none, kept = none] = nearRanges(mentions.length, itemAt, margins);
      return { visible, near, wide, kept };
    },
    draw({ from, to }, kept, waiting) {
      for (let i = from; i < to; i += 1) {
        const spot = spotAt(i);
        if (spot !== undefined) drawSpot(spot, waiting);
      }
      for (const spot of drawn) {
        const far = spot.index < kept.from || spot.index >= kept.to;
        if (far && spot.note !== undefined && !overlay.inUse(spot.note)) undraw(spot);
      }
    },
    wide({ visible, wide }) {
      const middle = { from: visible.from - wide.from, to: visible.to - wide.from };
      return viewsAt(nearestFirst(middle, wide.to - wide.from).map((i) => i + wide.from));
    },
    nearest: ({ visible }, most) => viewsAt(nearestFirst(visible, mentions.length, most)),
    *others({ visible }, from) {
      const order = nearestFirst(visible, mentions.length);
      const found = new Set<PaperView>();
      for (let i = from; i < order.length; i += STEP) {
        for (const view of viewsAt(order.slice(i, i + STEP))) found.add(view);
        yield;
      }
      return [...found];
    },
    all: () => viewsAt(mentions.map((_, i) => i)),
    lost(node) {
      const spot = hosts.get(node);
      return spot?.note?.host === node && !node.isConnected;
    },
    neighbour(note, step) {
      const from = hosts.get(note.host);
      const spot = from && spotAt(from.index + step);
      return spot && reveal(spot);
    },
    show(id) {
      const index = mentions.findIndex(({ ids }) => ids.some((one) => one === id));
      const spot = spotAt(index);
      spot?.mention.item.scrollIntoView({ block: 'center' });
      return spot && reveal(spot);
    },
    forgive: () => tries.clear(),
    clear() {
      for (const spot of [...drawn]) undraw(spot);
    },
  };
}
