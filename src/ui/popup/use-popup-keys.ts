import { useEffect, useRef } from 'preact/hooks';
import { type Command, commandOf, type Place } from './keys.ts';

/** Where the focus is, for the meaning of a key. */
function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target instanceof HTMLInputElement && target.type === 'search') return 'search';
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return 'text';
  return target.closest('.pr') ? 'list' : 'other';
}

/**
 * Listens to the keys of the whole popup.
 * @param run returns false where the command has nothing to act on, then the browser has the key
 */
export function usePopupKeys(
  searching: boolean,
  inside: boolean,
  run: (command: Command, place: Place) => boolean,
): void {
  // The listener is added once; it reads what was drawn last.
  const now = useRef({ searching, inside, run });
  now.current = { searching, inside, run };
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      const place = placeOf(event.target);
      const command = commandOf(event, place, now.current.searching, now.current.inside);
      if (command !== undefined && now.current.run(command, place)) event.preventDefault();
    };
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

/** Gives a row the focus, once it is drawn. */
export function focusRow(index: number): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-row="${index}"] [data-main]`);
    if (row instanceof HTMLElement) {
      row.focus();
      row.scrollIntoView({ block: 'nearest' });
    }
  });
}
