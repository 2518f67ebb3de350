import type { CallError, Reply } from '../../messaging/calls.ts';
import type { Drafts } from './drafts.ts';

/** What the person is told of the text in the field. `saved` only once the store has acknowledged it. */
export type Keeping =
  | { readonly kind: 'clean' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: CallError }
  /** The stored text became another one while there was unsaved text here. */
  | { readonly kind: 'clash'; readonly theirs: string };

interface Means {
  readonly key: string;
  readonly stored: string;
  readonly write: (text: string) => Promise<Reply<unknown>>;
  readonly drafts: Drafts;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** After the last letter, in ms. */
const PAUSE = 700;
/** Where nobody answered, in ms. */
const AGAIN = 4_000;
/** A draft younger than this belongs to a field that is being typed into elsewhere, in ms. */
const ALIVE = 5_000;

/**
 * Keeps one note while it is edited: writes what is typed after a pause, at once where the field is left or the page ends, and takes
 * over what is stored elsewhere as long as nothing unsaved is here. Two fields of one note so end with one text (FAULTS F14).
 */
export class NoteKeeper {
  /** What the field shows. */
  #text: string;
  /** What the store holds, as far as is known here. */
  #stored: string;
  /** What is on its way, and what was sent last. */
  #sending: string | undefined;
  #sent: string | undefined;
  #keeping: Keeping = { kind: 'clean' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  readonly #means: Means;

  constructor(means: Means) {
    this.#means = means;
    this.#text = means.stored;
    this.#stored = means.stored;
    this.#recover();
  }

  get text(): string {
    return this.#text;
  }
  get keeping(): Keeping {
    return this.#keeping;
  }

  /** The person changed the text. */
  type(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    if (text === this.#stored && this.#sending === undefined) {
      this.#clear();
      this.#say({ kind: 'clean' });
      return;
    }
    this.#keepDraft();
    this.#wait(PAUSE);
    this.#say({ kind: 'waiting' });
  }

  /** The store holds this now: an echo of what was written here, or somebody else's text. */
  heard(stored: string): void {
    const before = this.#stored;
    if (stored === before) return;
    this.#stored = stored;
    const clash = this.#keeping.kind === 'clash';
    if (stored === this.#sending || (clash && stored === this.#sent)) return;
    if (stored === this.#text) {
      this.#clear();
      this.#say(this.#sent === stored ? { kind: 'saved' } : { kind: 'clean' });
      return;
    }
    if (this.#text === before && this.#sending === undefined) {
      this.#text = stored;
      this.#say({ kind: 'clean' });
      return;
    }
    this.#say({ kind: 'clash', theirs: stored });
  }

  /** The person has seen both texts and wants this one. */
  settle(text: string): void {
    if (this.#keeping.kind !== 'clash') return;
    this.#text = text;
    if (text === this.#stored && this.#sending === undefined) {
      this.#clear();
      this.#say({ kind: 'clean' });
      return;
    }
    this.#say({ kind: 'waiting' });
    this.#keepDraft();
    this.flush();
  }

  /** Writes what is not written yet, at once. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#text !== this.#stored && this.#keeping.kind !== 'clash') void this.#send();
  }

  /** The field is gone. What is under way goes on; what is not acknowledged stays as a draft. */
  stop(): void {
    this.flush();
    this.#stopped = true;
  }

  #recover(): void {
    const { key, drafts, now, stored } = this.#means;
    const draft = drafts.get(key);
    if (draft === undefined || now() - draft.at < ALIVE) return;
    if (draft.text === stored) {
      drafts.drop(key);
      return;
    }
    this.#text = draft.text;
    if (draft.base === stored) this.#wait(0);
    this.#keeping = draft.base === stored ? { kind: 'waiting' } : { kind: 'clash', theirs: stored };
  }

  async #send(): Promise<void> {
    if (this.#sending !== undefined) return; // the answer to that one sends what came since
    const text = this.#text;
    this.#sending = text;
    this.#sent = text;
    this.#say({ kind: 'saving' });
    const answer = await this.#means.write(text);
    this.#sending = undefined;
    if (!answer.ok) {
      if (answer.error === 'no-answer' && !this.#stopped) this.#wait(AGAIN);
      this.#say({ kind: 'failed', error: answer.error });
      return;
    }
    if (this.#keeping.kind === 'clash') return;
    this.#stored = text;
    if (this.#text !== text) return void this.#send();
    this.#clear();
    this.#say({ kind: 'saved' });
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), ms);
  }

  #keepDraft(): void {
    const { key, drafts, now } = this.#means;
    drafts.keep(key, { text: this.#text, base: this.#stored, at: now() });
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#means.drafts.drop(this.#means.key);
  }

  #say(keeping: Keeping): void {
    this.#keeping = keeping;
    if (!this.#stopped) this.#means.onChange();
  }
}
