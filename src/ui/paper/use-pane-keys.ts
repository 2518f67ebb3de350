import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { STATUSES, type Status } from '../../core/library/status.ts';

/** What a key does in the pane, where it is not typed into a field. */
export interface PaneKeys {
  readonly status: (status: Status) => void;
  readonly save: () => void;
  readonly undo: () => void;
  readonly cite: () => void;
  readonly open: () => void;
  /** Missing where it cannot be closed. */
  readonly close?: (() => void) | undefined;
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('dialog, [role=menu]') !== null);

/**
 * Keys of the pane: 1 to 4 status, s saves, u takes back, c cites, o opens, t, m and n go to tag, collection and note, Esc closes.
 * @param whole the pane is its page: keys act wherever the focus is, otherwise inside of it only
 */
export function usePaneKeys(root: RefObject<HTMLElement | null>, whole: boolean, keys: PaneKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const target: EventTarget | null = whole ? window : root.current;
    const listener = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
      if (!act(event.key, event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const act = (key: string, shift: boolean): boolean => {
      const status = STATUSES[Number(key) - 1];
      if (key === 'Escape' && now.current.close) now.current.close();
      else if (status !== undefined) now.current.status(status);
      else if (shift) return false;
      else if (key === 's') now.current.save();
      else if (key === 'u') now.current.undo();
      else if (key === 'c') now.current.cite();
      else if (key === 'o') now.current.open();
      else if (key === 't' || key === 'm' || key === 'n') {
        const button = root.current?.querySelector<HTMLElement>(`[data-key="${key}"], [aria-keyshortcuts="${key}"]`);
        if (!button) return false;
        button.click();
      } else return false;
      return true;
    };
    target?.addEventListener('keydown', listener);
    return () => target?.removeEventListener('keydown', listener);
  }, [root, whole]);
}
