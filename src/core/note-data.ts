import type { CalendarDay } from './calendar-day.ts';
import type { PaperId } from './identity/paper-id.ts';
import type { Status } from './library/status.ts';
import type { Link } from './links/link.ts';
import type { Conflict } from './paper.ts';
import type { Tag } from './tags/tag.ts';

/** What is asked about one mention. */
export interface Query {
  /** Strongest first; the first is the host's `data-paper`. */
  readonly ids: readonly PaperId[];
  readonly title: string;
  /** Surnames or full names, for short titles. */
  readonly authors?: readonly string[];
  readonly year?: number;
}

/** Everything a note and its card show for one mention, except hints, which come in a second answer. */
export interface NoteData {
  readonly known: boolean;
  /** `title` where an exact title alone decided, `probably` where it is fuzzy. */
  readonly match: 'id' | 'title' | 'probably' | 'none';
  /** The stored paper's own ids and title where known. */
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly otherTitles: readonly string[];
  readonly authorCount?: number;
  readonly authors?: readonly string[];
  readonly organisation?: string;
  readonly date?: CalendarDay;
  readonly dateInferred?: boolean;
  readonly venue?: string;
  /** In the note's order, at most 12. */
  readonly tags: readonly Tag[];
  /** Best of a kind first. */
  readonly links: readonly Link[];
  readonly isNew: boolean;
  readonly saved?: SavedMark;
  /** Digests that told of it, newest first, at most 5. */
  readonly digests: readonly {
    readonly name: string;
    readonly day?: CalendarDay;
    readonly upvotes?: number;
    readonly comments?: number;
  }[];
  /** Fields on which digests disagree, each value kept. */
  readonly conflicts: readonly Conflict[];
}

export interface SavedMark {
  readonly status: Status;
  readonly ownTags: readonly string[];
  /** Calendar day of the first save. */
  readonly since?: CalendarDay;
}
