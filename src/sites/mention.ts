import type { PaperId } from '../core/identity/paper-id.ts';

/** One paper as it stands on the page shown. Made by a site, read by content; a site never writes to the page. */
export interface Mention {
  /** Strongest first, may be empty where the page gives only a title. */
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly year?: number;
  readonly abstract?: string;
  /** arXiv Comments. */
  readonly remark?: string;
  readonly categories?: readonly string[];
  /** Links the page itself states for this paper (not those in the abstract's text). */
  readonly hrefs?: readonly string[];
  /** Where the note's host goes: directly after `anchor`, or as its last child. */
  readonly anchor: Element;
  readonly place: 'after' | 'last-child';
  /** The whole item, for nearness to the viewport and for scrolling to it. */
  readonly item: Element;
}
