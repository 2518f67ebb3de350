import type { CalendarDay } from './calendar-day.ts';
import type { PaperId } from './identity/paper-id.ts';
import type { Link } from './links/link.ts';
import type { Tag } from './tags/tag.ts';

/** Everything known about one work, computed from its entries (core/identity/merge-entries). */
export interface Paper {
  readonly ids: readonly PaperId[];
  readonly title: string;
  /** Other titles that entries gave; never dropped. */
  readonly otherTitles: readonly string[];
  readonly abstract?: string;
  readonly remark?: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly organisation?: { readonly slug: string; readonly name: string };
  readonly date?: CalendarDay;
  readonly dateInferred?: boolean;
  readonly categories: readonly string[];
  readonly venue?: string;
  readonly comments?: number;
  readonly upvotes?: number;
  readonly links: readonly Link[];
  readonly tags: readonly Tag[];
  /** Fields on which entries disagree, each value kept with the digest that gave it. */
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly field: 'title' | 'date' | 'authorCount' | 'abstract' | 'ids';
  readonly values: readonly string[];
}
