import type { NoteData, SavedMark } from '../core/note-data.ts';
import type { Hint } from '../core/related/hint.ts';
import type { Mark } from '../messaging/calls.ts';
import type { Mention } from '../sites/mention.ts';

/** What this page knows of one paper, shared by all its notes (a listing may name a paper twice). */
export interface PaperView {
  readonly key: string;
  /** The latest reading of the page. */
  mention: Mention;
  /** Undefined until the first answer. */
  mark: Mark | undefined;
  data: NoteData | undefined;
  /** Undefined until the second answer. */
  hints: readonly Hint[] | undefined;
  /** The first answer is on its way. */
  asking: boolean;
  /** Asked by its ids alone so far: unknown, or known by a title that was not sent. */
  unsure: boolean;
  /** A write is on its way and not yet acknowledged. */
  busy: boolean;
}

/** The same paper has the same key, wherever on the page it stands. */
export const keyOf = (mention: Mention): string => mention.ids[0] ?? `title:${mention.title}`;

export const newView = (key: string, mention: Mention): PaperView => ({
  key,
  mention,
  mark: undefined,
  data: undefined,
  hints: undefined,
  asking: false,
  unsure: false,
  busy: false,
});

/** What can be said of a paper that nobody told of: what the page itself shows. */
export const unknownPaper = (mention: Mention): NoteData => ({
  known: false,
  match: 'none',
  ids: mention.ids,
  title: mention.title,
  otherTitles: [],
  ...(mention.authors === undefined ? {} : { authors: mention.authors }),
  ...(mention.authorCount === undefined ? {} : { authorCount: mention.authorCount }),
  tags: [],
  links: [],
  isNew: false,
  digests: [],
  conflicts: [],
});

/** Does the page show text from which a note can be made? */
export const hasText = (mention: Mention): boolean => mention.abstract !== undefined || mention.remark !== undefined;

/** The paper with another library mark, after a save or an undo. */
export function withSaved(view: PaperView, saved: SavedMark | undefined): NoteData {
  const { saved: _, ...rest } = view.data ?? unknownPaper(view.mention);
  return saved === undefined ? rest : { ...rest, saved };
}
