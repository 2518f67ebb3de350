import { useCallback, useState } from 'preact/hooks';
import { type Looks, looksOf } from './columns.ts';

const NAME = 'library-looks';

/** How this browser shows the list: read before the first paint, hence not in a store that answers later. */
export function useLooks(): readonly [Looks, (looks: Looks) => void] {
  const [looks, set] = useState(() => looksOf(localStorage.getItem(NAME)));
  const change = useCallback((next: Looks) => {
    localStorage.setItem(NAME, JSON.stringify(next));
    set(next);
  }, []);
  return [looks, change];
}
