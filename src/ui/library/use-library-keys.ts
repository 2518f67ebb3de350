import { useEffect, useRef } from 'preact/hooks';
import { type Focus, type Meaning, meaningOf } from './keys.ts';

/** Where the focus is, for the meaning of a key. Nowhere is the list: its keys work as soon as the page is there. */
function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement) || target === document.body) return 'list';
  if (target instanceof HTMLInputElement && target.closest('.sf')) return 'search';
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  )
    return 'text';
  return target.getAttribute('role') === 'grid' ? 'list' : 'other';
}

/**
 * Listens to the keys of the whole page. Dialogs and menus keep theirs to themselves.
 * @param run returns false where the command has nothing to act on, then the browser has the key
 */
export function useLibraryKeys(run: (meaning: Meaning, focus: Focus) => boolean): void {
  // The listener is added once; it reads what was drawn last.
  const now = useRef(run);
  now.current = run;
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest('dialog, [role="menu"]')) return;
      const focus = focusOf(event.target);
      const meaning = meaningOf(event, focus);
      if (meaning && now.current(meaning, focus)) event.preventDefault();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}
