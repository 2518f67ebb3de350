import type { PaperId } from '../core/identity/paper-id.ts';

/**
 * One paper as it stands on the page shown. Made by a site, read by content; a site never writes to the page.
 * Only `ids`, `item` and `place` are read when it is made. The rest are getters that read the page when first asked and
 * remember the answer: a listing of 2,000 papers must cost a few milliseconds. They are no own properties, so pick what a
 * message needs (`{ title: m.title }`); spreading or cloning a mention loses them.
 */
export interface Mention {
  /** Strongest first, may be empty where the page gives only a title. */
  readonly ids: readonly PaperId[];
  /** As written, with TeX as `$…$` whether MathJax has run or not. */
  readonly title: string;
  readonly authors?: readonly string[] | undefined;
  readonly authorCount?: number | undefined;
  readonly year?: number | undefined;
  readonly abstract?: string | undefined;
  /** arXiv Comments. */
  readonly remark?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  /** Links the page itself states for this paper (not those in the abstract's text). */
  readonly hrefs?: readonly string[] | undefined;
  /** Where the note's host goes: directly after `anchor`, or as its last child. */
  readonly anchor: Element;
  readonly place: 'after' | 'last-child';
  /** The whole item, for nearness to the viewport and for scrolling to it. */
  readonly item: Element;
}

/**
 * How to read the fields of one kind of item on one kind of page. Functions of the item alone, without state; `ids` and `item` of the
 * element that a mention was found by, where they are read late too.
 */
export interface ItemReader {
  readonly place: Mention['place'];
  ids?(found: Element): readonly PaperId[];
  item?(found: Element): Element;
  anchor(item: Element): Element;
  title(item: Element): string;
  authors?(item: Element): readonly string[] | undefined;
  authorCount?(item: Element): number | undefined;
  abstract?(item: Element): string | undefined;
  remark?(item: Element): string | undefined;
  categories?(item: Element): readonly string[] | undefined;
  hrefs?(item: Element): readonly string[] | undefined;
}
