import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../../messaging/client.ts';
import type { ListQuery } from '../../../messaging/library-calls.ts';
import { sameQuery } from '../place.ts';
import type { ListStore } from './list-store.ts';
import { allOf, countOf, NOTHING, type Selection, toggled, withKeys } from './selection.ts';

/** Keys that one answer may hold. */
const MOST_KEYS = 50_000;

export interface Selecting {
  readonly selection: Selection;
  readonly count: number;
  readonly toggle: (index: number) => void;
  /** Chooses all from where the last choice began to here, also rows that were never read. */
  readonly reach: (index: number) => void;
  /** Where a range begins from now on. */
  readonly anchor: (index: number) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

type Place = Pick<ListQuery, 'text' | 'shelf'>;
interface Chosen extends Place {
  readonly selection: Selection;
}

const inList = ({ text, shelf, selection }: Chosen, list: Place): Selection =>
  text === list.text && shelf === list.shelf ? selection : NOTHING;

/** What is chosen. Another text or shelf begins with nothing chosen: nobody shall act on papers out of sight. */
export function useSelection(store: ListStore, version: number): Selecting {
  // With the list that it was made in: a choice of another list counts for nothing from the moment in which this one is drawn.
  const [chosen, setChosen] = useState<Chosen>({ text: '', shelf: 'library', selection: NOTHING });
  const anchor = useRef(0);
  const { query, total } = store.state;
  const selection = inList(chosen, query);
  const setSelection = useCallback(
    (change: (now: Selection) => Selection): void => {
      const { text, shelf } = store.state.query;
      setChosen((before) => ({ text, shelf, selection: change(inList(before, { text, shelf })) }));
    },
    [store],
  );
  useEffect(() => {
    anchor.current = 0;
    // Nor does it come back with its list.
    setChosen((before) => (inList(before, query) === before.selection ? before : { ...query, selection: NOTHING }));
  }, [query, version]);

  const reach = useCallback(
    async (index: number) => {
      const from = Math.min(anchor.current, index);
      const to = Math.max(anchor.current, index);
      const here: string[] = [];
      for (let i = from; i <= to; i += 1) {
        const key = store.rowAt(i)?.row.key;
        if (key !== undefined) here.push(key);
      }
      if (here.length === to - from + 1) return setSelection((now) => withKeys(now, here, true));
      const asked = store.state.query;
      for (let at = from; at <= to; at += MOST_KEYS) {
        const answer = await call('library.keys', { query: asked, from: at, count: Math.min(MOST_KEYS, to - at + 1) });
        if (!answer.ok || !sameQuery(asked, store.state.query)) return;
        setSelection((now) => withKeys(now, answer.value.keys, true));
      }
    },
    [store, setSelection],
  );
  return {
    selection,
    count: countOf(selection, total),
    toggle: useCallback(
      (index: number) => {
        const key = store.rowAt(index)?.row.key;
        anchor.current = index;
        if (key !== undefined) setSelection((now) => toggled(now, key));
      },
      [store, setSelection],
    ),
    reach: useCallback((index: number) => void reach(index), [reach]),
    anchor: useCallback((index: number) => {
      anchor.current = index;
    }, []),
    all: useCallback(() => setSelection(() => allOf(store.state.query)), [store, setSelection]),
    clear: useCallback(() => setSelection(() => NOTHING), [setSelection]),
  };
}
