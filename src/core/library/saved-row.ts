import type { CalendarDay } from '../calendar-day.ts';
import type { PaperId } from '../identity/paper-id.ts';
import type { TagKind } from '../tags/tag.ts';
import type { Rating } from './edits.ts';
import type { Status } from './status.ts';

/** A saved paper as lists show it: computed from its states, kept in the library's table `papers`. */
export interface SavedRow {
  /** Strongest id, or title key. */
  readonly key: string;
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly year?: number;
  readonly date?: CalendarDay;
  readonly venue?: string;
  readonly status: Status;
  /** Own tags. */
  readonly tags: readonly string[];
  /** Tags that rules put on. */
  readonly auto?: readonly string[];
  /** Topics of the vocabulary, without those that the person took off. */
  readonly topics?: readonly Topic[];
  /** Ids of collections it is in. */
  readonly collections?: readonly string[];
  readonly rating?: Rating;
  readonly hasCode: boolean;
  readonly hasNote?: boolean;
  readonly since?: CalendarDay;
  /** ms since the epoch of the save that made it visible, for sorting only. */
  readonly added?: number;
  readonly categories?: readonly string[];
  /** ms since the epoch of the last change, for sorting only. */
  readonly changed: number;
}

export interface Topic {
  readonly name: string;
  readonly kind: TagKind;
}
