import { useEffect, useRef } from 'preact/hooks';
import type { ListStore } from './list-store.ts';

/** Rest on a row, in ms, before an open pane follows. */
const FOLLOW = 90;

/** An open pane shows the current paper, once the cursor rests on it. */
export function useFollow(
  paper: string | undefined,
  at: number,
  store: ListStore,
  show: (key: string, quiet: boolean) => void,
): void {
  const isOpen = paper !== undefined;
  const shown = useRef(paper);
  shown.current = paper;
  useEffect(() => {
    if (!isOpen || at < 0) return;
    const timer = setTimeout(() => {
      const key = store.rowAt(at)?.row.key;
      if (key !== undefined && key !== shown.current) show(key, true);
    }, FOLLOW);
    return () => clearTimeout(timer);
  }, [isOpen, at, store, show]);
}
