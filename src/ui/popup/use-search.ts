import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Status } from '../../core/library/status.ts';
import type { CallError } from '../../messaging/calls.ts';
import { call } from '../../messaging/client.ts';
import { type RowModel, rowOfHit } from '../parts/row-model.ts';
import { withStatus } from './tab-state.ts';

export type SearchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'found'; readonly rows: readonly RowModel[]; readonly total: number; readonly searched: number }
  | { readonly kind: 'error'; readonly error: CallError };

/** Between two letters of a quick typist, in ms. */
const PAUSE = 60;
const MOST = 60;

/** What is known and saved that fits the text, best first. The last answer stays until the next one comes. */
export function useSearch(text: string): {
  readonly state: SearchState;
  readonly patch: (changed: ReadonlyMap<string, Status | undefined>) => void;
  readonly again: () => void;
} {
  const [state, setState] = useState<SearchState>({ kind: 'none' });
  const [round, setRound] = useState(0);
  const words = text.trim();

  useEffect(() => {
    if (words === '') return setState({ kind: 'none' });
    let stale = false;
    setState((now) => (now.kind === 'found' ? now : { kind: 'loading' }));
    const timer = setTimeout(async () => {
      const answer = await call('search.find', { text: words, limit: MOST });
      if (stale) return;
      if (!answer.ok) return setState({ kind: 'error', error: answer.error });
      const { hits, total, searched } = answer.value;
      setState({ kind: 'found', rows: hits.map(rowOfHit), total, searched });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [words, round]);

  const patch = useCallback((changed: ReadonlyMap<string, Status | undefined>) => {
    setState((now) => (now.kind === 'found' ? { ...now, rows: withStatus(now.rows, changed) } : now));
  }, []);
  return { state, patch, again: useCallback(() => setRound((n) => n + 1), []) };
}
