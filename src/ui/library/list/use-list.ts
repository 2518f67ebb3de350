import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import { call } from '../../../messaging/client.ts';
import type { ListQuery } from '../../../messaging/library-calls.ts';
import { watchSeq } from '../../../storage/library/queries/live-seq.ts';
import { readyOr, useLive } from '../../parts/use-live.ts';
import { START, sameQuery } from '../place.ts';
import { ListStore } from './list-store.ts';
import { watchCounts, watchFirst, watchNothing } from './live.ts';

/** Between two readings while the library keeps changing, in ms: long work writes several times a second. */
const PAUSE = 400;
/** At most so many doublings of it, for an engine that stays behind. */
const SLOWEST = 5;

/** The list for a query: its first rows from the library at once, then from the engine, and anew whenever the library changes. */
export function useList(query: ListQuery): { readonly store: ListStore; readonly version: number } {
  const [version, redraw] = useReducer((n: number) => n + 1, 0);
  const held = useRef<ListStore>(undefined);
  held.current ??= new ListStore(
    (question) => call('library.list', question),
    () => redraw(undefined),
    query,
    () => performance.now(),
  );
  const store = held.current;
  useEffect(() => store.begin(), [store]);
  useEffect(() => store.setQuery(query), [store, query]);
  useFirstRows(store, query);
  useChanges(store, version);
  return { store, version };
}

/** Before the engine is awake the newest papers are drawn from the store: only where just they are asked for. */
function useFirstRows(store: ListStore, query: ListQuery): void {
  // Once the engine has answered, its rows are drawn.
  const first = useLive<readonly SavedRow[]>(store.state.phase === 'ready' ? watchNothing : watchFirst);
  const counts = useLive(watchCounts);
  const isStart = sameQuery(query, START.query);
  const all = counts.state === 'ready' ? counts.value.all : undefined;
  useEffect(() => {
    if (!isStart || first.state !== 'ready') return;
    const rows = first.value.map((row) => ({ row, marks: [] }));
    // A library without rows is empty: that needs no count.
    if (rows.length > 0 || all !== undefined) store.showFirst(rows, all);
  }, [store, isStart, first, all]);
}

/** @param version changes with every answer */
function useChanges(store: ListStore, version: number): void {
  const seq = readyOr<number | undefined>(useLive(watchSeq), undefined);
  const last = useRef(0);
  const most = useRef(0);
  const tries = useRef({ seq: -1, count: 0 });
  const known = store.state.seq;
  useEffect(() => {
    if (seq === undefined || store.state.phase !== 'ready') return;
    // The number never goes back by itself: this is another library, or one that lost what it had.
    if (seq < most.current) {
      most.current = seq;
      return store.replaced();
    }
    most.current = seq;
    if (tries.current.seq !== known) tries.current = { seq: known, count: 0 };
    // Nothing newer than what the rows know of.
    if (seq <= known) return;
    // An engine that could not reach the library answers with what it knew: it is asked again, ever more rarely.
    const pause = PAUSE * 2 ** Math.min(tries.current.count, SLOWEST);
    const wait = Math.max(0, last.current + pause - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      tries.current.count += 1;
      store.refresh();
    }, wait);
    return () => clearTimeout(timer);
  }, [store, seq, known, version]);
}
