import type { Status } from './status.ts';

/** What a person can do to a saved paper. Plain data: it travels in messages and is kept in jobs. */

/** Stars; 0 is "not rated". */
export type Rating = 0 | 1 | 2 | 3 | 4 | 5;
export const RATINGS = [0, 1, 2, 3, 4, 5] as const satisfies readonly Rating[];

export type PaperEdit =
  | { readonly do: 'status'; readonly status: Status }
  | { readonly do: 'rating'; readonly rating: Rating }
  /** An own tag. */
  | { readonly do: 'tag'; readonly tag: string; readonly on: boolean }
  /** On: set by a rule. Off: the person does not want this automatic tag or topic on this paper, and no rule brings it back. */
  | { readonly do: 'auto'; readonly tag: string; readonly on: boolean }
  | { readonly do: 'collection'; readonly id: string; readonly on: boolean }
  /** To the trash, and back. */
  | { readonly do: 'delete' }
  | { readonly do: 'restore' };

/** FAULTS A26: at most so many own tags on a paper, of so many UTF-16 units each. */
export const MOST_TAGS = 64;
export const LONGEST_TAG = 64;
/** Characters of a free note. */
export const LONGEST_NOTE = 200_000;
