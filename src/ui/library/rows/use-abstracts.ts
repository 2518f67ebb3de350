import { useEffect, useRef, useState } from 'preact/hooks';
import { withLibrary } from '../../../storage/library/queries/open.ts';
import { savedRecords } from '../../../storage/library/queries/papers.ts';
import type { ListStore } from '../list/list-store.ts';

/** A card shows no more. */
const LONGEST = 400;
const MOST = 2_000;
/** Rest of a scroll, in ms, before abstracts are read. */
const PAUSE = 80;

/** Beginnings of the abstracts of rows [from, to), read from the library once they stay in view. */
export function useAbstracts(store: ListStore, from: number, to: number, version: number): ReadonlyMap<string, string> {
  const known = useRef(new Map<string, string>());
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const keys: string[] = [];
      for (let i = from; i < to; i += 1) {
        const key = store.rowAt(i)?.row.key;
        if (key !== undefined && !known.current.has(key)) keys.push(key);
      }
      if (keys.length === 0) return;
      const records = await withLibrary((db) => savedRecords(db, keys)).catch(() => []); // a card without an abstract is whole enough
      if (known.current.size > MOST) known.current.clear();
      for (const [i, key] of keys.entries()) known.current.set(key, (records[i]?.abstract ?? '').slice(0, LONGEST));
      redraw((n) => n + 1);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [store, from, to, version]);
  return known.current;
}
