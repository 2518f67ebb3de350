/**
 * Text of notes that is typed and not yet acknowledged, kept where a page can write without waiting: whatever ends the page, the text is
 * there when the paper is opened next.
 */

export interface KeptDraft {
  readonly text: string;
  /** The stored text that it was typed over. */
  readonly base: string;
  /** ms since the epoch of the last letter. */
  readonly at: number;
}

export interface Drafts {
  readonly get: (key: string) => KeptDraft | undefined;
  readonly keep: (key: string, draft: KeptDraft) => void;
  readonly drop: (key: string) => void;
}

const name = (key: string): string => `note draft ${key}`;

/** @param store the page's `localStorage`: one for all pages of the extension, written at once */
export const draftsIn = (store: Storage): Drafts => ({
  get: (key) => {
    const text = store.getItem(name(key));
    if (text === null) return undefined;
    try {
      const value: unknown = JSON.parse(text);
      return isDraft(value) ? value : undefined;
    } catch {
      return undefined; // cut off while it was written
    }
  },
  keep: (key, draft) => {
    try {
      store.setItem(name(key), JSON.stringify(draft));
    } catch {
      // No room: the text is still in the field and is sent in a moment.
    }
  },
  drop: (key) => store.removeItem(name(key)),
});

const isDraft = (value: unknown): value is KeptDraft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'base' in value &&
  typeof value.base === 'string' &&
  'at' in value &&
  typeof value.at === 'number';
