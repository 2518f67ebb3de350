import { useEffect, useState } from 'preact/hooks';

/** Starts a live query; gives back how to stop it. */
export type Watch<T> = (onValue: (value: T) => void, onError: (error: unknown) => void) => () => void;

export type Live<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'error'; readonly error: unknown };

/** The newest answer of a live query, for as long as the component is shown. @param watch must keep its identity between draws */
export function useLive<T>(watch: Watch<T>): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(
    () =>
      watch(
        (value) => setLive({ state: 'ready', value }),
        (error) => setLive({ state: 'error', error }),
      ),
    [watch],
  );
  return live;
}

/** The value where there is one already. */
export const readyOr = <T>(live: Live<T>, otherwise: T): T => (live.state === 'ready' ? live.value : otherwise);
