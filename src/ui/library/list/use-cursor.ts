import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../../messaging/client.ts';
import type { ListQuery } from '../../../messaging/library-calls.ts';
import { sameQuery } from '../place.ts';
import type { ListHandle } from '../rows/paper-table.tsx';
import type { ListStore } from './list-store.ts';

export interface Cursor {
  /** Row that keys act on; -1 for none. */
  readonly at: number;
  /** Goes to a row, which is brought into view. */
  readonly moveTo: (index: number) => void;
  /** Takes a row that is in view already. */
  readonly take: (index: number) => void;
}

/**
 * The current row. It stays with its paper when papers come or go above it; another query begins without one, and with the first where
 * the person went to the list before its rows were there.
 */
export function useCursor(store: ListStore, version: number, handle: RefObject<ListHandle | null>): Cursor {
  const [at, setAt] = useState(-1);
  const key = useRef<string>(undefined);
  const query = useRef<ListQuery>(store.state.query);
  /** A query that was under way when the person moved: what they meant is among its rows. */
  const early = useRef<ListQuery>(undefined);
  const now = useRef(at);
  now.current = at;

  const take = useCallback(
    (index: number) => {
      key.current = store.rowAt(index)?.row.key;
      setAt(index);
    },
    [store],
  );
  const moveTo = useCallback(
    (index: number) => {
      const to = Math.max(0, Math.min(index, store.state.total - 1));
      early.current = sameQuery(store.wanted, store.state.query) ? undefined : store.wanted;
      if (store.state.total === 0) return;
      take(to);
      handle.current?.reach(to);
    },
    [store, take, handle],
  );

  useEffect(() => {
    const { state } = store;
    if (!sameQuery(state.query, query.current)) {
      query.current = state.query;
      const wasMeant = early.current !== undefined && sameQuery(early.current, state.query);
      early.current = undefined;
      handle.current?.top();
      if (wasMeant && state.total > 0) return moveTo(0);
      key.current = undefined;
      setAt(-1);
      return;
    }
    const from = now.current;
    if (from < 0 || state.phase === 'none') return;
    const here = store.rowAt(from)?.row.key;
    // It was moved to before its rows came: the paper there is the one.
    if (key.current === undefined) key.current = here;
    if (here === key.current || here === undefined) return;
    const follow = (to: number): void => {
      if (to < 0) take(Math.min(from, state.total - 1));
      else {
        handle.current?.shift(to - from);
        setAt(to);
      }
    };
    const near = store.indexOf(key.current ?? '');
    if (near >= 0) return follow(near);
    let stale = false;
    void call('library.place', { query: state.query, key: key.current ?? '' }).then((answer) => {
      if (!stale) follow(answer.ok ? answer.value.at : -1);
    });
    return () => {
      stale = true;
    };
  }, [store, version, handle, take, moveTo]);
  return { at, moveTo, take };
}
