import type { SaveInput } from '../../core/library/save-input.ts';
import type { HistoryRow, SavedRow } from '../../storage/library/rows.ts';

/** What the library knows of the paper at hand, as the pane's views take it. */

/** One text of a note; a note has several where machines wrote without knowing of each other. */
export interface NoteText {
  readonly text: string;
  /** ms since the epoch. */
  readonly at: number;
  /** The copy of the library that wrote it. */
  readonly device: string;
}

export interface PaperFacts {
  readonly key: string;
  /** Absent where it is not in the library: never saved, or taken out. */
  readonly row?: SavedRow;
  /** As it was saved; else as the page or a digest shows it. */
  readonly record: SaveInput;
  /** Newest first; none where there is no note. */
  readonly texts: readonly NoteText[];
  /** Values that were replaced, newest first. */
  readonly history: readonly HistoryRow[];
  /** Keys of papers that were put into this one. */
  readonly mergedFrom: readonly string[];
}

/** Does the paper have a note of two texts, neither of which has seen the other? */
export const isTwofold = ({ texts }: PaperFacts): boolean => texts.length > 1;
