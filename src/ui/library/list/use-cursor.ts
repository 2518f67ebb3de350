import type { RefObject } from 'preact';
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import { call } from '../../../messaging/client.ts';
import type { ListQuery } from '../../../messaging/library-calls.ts';
import { sameQuery } from '../place.ts';
import type { ListHandle } from '../rows/paper-table.tsx';
import type { ListStore } from './list-store.ts';

export interface Cursor {
  /** Row that keys act on; -1 for none. */
  readonly at: number;
  /**
   * Goes to a row, which is brought into view.
   * @param meant text that was just typed into the search: where its rows are still on their way, the first of them is gone to
   */
  readonly moveTo: (index: number, meant?: string) => void;
  /** Takes a row that is in view already. */
  readonly take: (index: number) => void;
}

/** Place and paper are one: they change together, or a row that comes late would be taken for another paper. */
interface Here {
  readonly at: number;
  /** Undefined where the row was not read yet. */
  readonly key: string | undefined;
  readonly query: ListQuery;
}

/**
 * The current row. It stays with its paper when papers come or go above it; another query begins without one, and with the first where
 * the person went to the list before its rows were there.
 */
export function useCursor(store: ListStore, version: number, handle: RefObject<ListHandle | null>): Cursor {
  const here = useRef<Here>({ at: -1, key: undefined, query: store.state.query });
  /** Text of a query that was under way when the person moved: what they meant is among its rows. */
  const early = useRef<string>(undefined);
  const [, redraw] = useReducer((n: number) => n + 1, 0);

  const put = useCallback(
    (at: number, key: string | undefined) => {
      here.current = { at, key, query: store.state.query };
      redraw(undefined);
    },
    [store],
  );
  const take = useCallback((index: number) => put(index, store.rowAt(index)?.row.key), [store, put]);
  const moveTo = useCallback(
    (index: number, meant?: string) => {
      const { total, query } = store.state;
      early.current = meant === query.text ? undefined : meant;
      if (total === 0) return;
      const to = Math.max(0, Math.min(index, total - 1));
      take(to);
      handle.current?.reach(to);
    },
    [store, take, handle],
  );

  useEffect(() => {
    const { state } = store;
    const { at, key, query } = here.current;
    if (!sameQuery(state.query, query)) {
      put(-1, undefined);
      handle.current?.top();
      if (early.current === state.query.text) moveTo(0);
      return;
    }
    if (at < 0 || state.phase === 'none') return;
    const found = store.rowAt(at)?.row.key;
    if (found === key) return;
    if (key === undefined) {
      // It was gone to before it was read: the paper there is the one.
      here.current = { at, key: found, query };
      return;
    }
    const follow = (to: number): void => {
      if (here.current.key !== key) return; // the person went on meanwhile
      if (to < 0) take(Math.min(at, store.state.total - 1));
      else {
        handle.current?.shift(to - at);
        put(to, key);
      }
    };
    const near = store.indexOf(key);
    if (near >= 0) return follow(near);
    if (found === undefined && at < state.total) return;
    void call('library.place', { query: state.query, key }).then((answer) => follow(answer.ok ? answer.value.at : -1));
  }, [store, version, handle, take, put, moveTo]);
  return { at: here.current.at, moveTo, take };
}
