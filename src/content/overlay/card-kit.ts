import type { Hint } from '../../core/related/hint.ts';
import type { Call, Done, LibraryActs } from '../library-acts.ts';
import type { PaperView } from '../paper-view.ts';
import type { Note } from './note.ts';
import type { Theme } from './sheets.ts';

/**
 * The card and the toasts lie in a script of its own, which the background runs here when a person first comes near a note: most pages are read
 * without one, and need not pay for it. Both scripts share a world, where this symbol names what the second brings.
 */
export interface CardKit {
  /** Style sheets of the card, for roots that have one. */
  readonly css: Readonly<Record<Theme, readonly string[]>>;
  createToasts(signal: AbortSignal): Toasts;
  /** How an act ended, in words; undefined where there is nothing to say. */
  saidOf(done: Done): Said | undefined;
  /** Says that the notes of this page are hidden, with the way back. */
  noticeHidden(theme: Theme, back: () => void, signal: AbortSignal): void;
  createOpener(needs: OpenerNeeds): Opener;
}

/** What the card asks of the notes' script. */
export interface OpenerNeeds {
  readonly call: Call;
  readonly acts: LibraryActs;
  /** The paper's hints without those that the person has refused here. */
  readonly hintsOf: (view: PaperView) => readonly Hint[];
  /** A write, if the person can have seen what they pressed; tells how it ended. */
  readonly write: (note: Note, act: () => Promise<Done>) => Promise<void>;
  /** What is known of a paper changed: its notes are drawn anew. */
  readonly changed: (view: PaperView) => void;
  readonly signal: AbortSignal;
}

/** The one card that may be open on a page. */
export interface Opener {
  readonly note: Note | undefined;
  readonly card: HTMLElement | undefined;
  /** @param at the section to open at: `tags`, `links`, `status` …; or a key: `t` add a tag, `n` write a note, `o` open the paper instead */
  open(note: Note, at: string | undefined): void;
  /** @param back focus returns to the note */
  close(back: boolean): boolean;
  /** Draws the card anew if it is this paper's. */
  update(view: PaperView): void;
  /** What is pressed in the card and concerns it alone: close, why, copy. @returns false for anything else */
  press(action: string, button: HTMLElement): boolean;
  /** Arrows between the statuses. @returns false for any other key */
  key(pressed: string): boolean;
}

/** What a toast says, and the one thing to do about it. None without undo or a reason. */
export interface Said {
  readonly text: string;
  readonly bad?: boolean;
  /** A `data-do` and its words. */
  readonly action?: { readonly does: string; readonly words: string; readonly key?: string };
}

export interface Toasts {
  /** In the open card where there is one, else floating under the note. Announced politely. */
  show(note: Note, said: Said, card: HTMLElement | undefined): void;
  /** @returns false where there was none */
  close(): boolean;
  /** What floats at this note now. */
  at(note: Note): HTMLElement | undefined;
  /** A note goes, and what it says with it. */
  gone(note: Note): void;
}

const KEY = Symbol.for('scholion card');
const scope = globalThis as { [KEY]?: CardKit }; // the world of our scripts, which the page cannot see

/** For the card's script: here it is. */
export function offerCard(kit: CardKit): void {
  scope[KEY] = kit;
}

/** Forgets a kit that an older version left in this world. */
export function forgetCard(): void {
  delete scope[KEY];
}

/** The kit, fetched where it is not here yet; undefined where the background does not answer. */
export async function cardKit(call: Call): Promise<CardKit | undefined> {
  if (scope[KEY] === undefined) await call('page.card', {});
  return scope[KEY];
}
