import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hashOf, type Place, placeOf } from './place.ts';

/** Rest in typing, in ms, before the address follows: browsers refuse to be told more often. */
const REST = 250;

/**
 * The place in the address, and how to go elsewhere. `quiet` changes the newest entry of the history (while typing, while the pane
 * follows the list); otherwise "back" leads to where one was.
 */
export function usePlace(): readonly [Place, (change: Partial<Place>, quiet?: boolean) => void] {
  const [place, setPlace] = useState(() => placeOf(location.hash));
  const now = useRef(place);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const back = (): void => {
      clearTimeout(timer.current);
      now.current = placeOf(location.hash);
      setPlace(now.current);
    };
    addEventListener('popstate', back);
    addEventListener('hashchange', back);
    return () => {
      removeEventListener('popstate', back);
      removeEventListener('hashchange', back);
      clearTimeout(timer.current);
    };
  }, []);

  const go = useCallback((change: Partial<Place>, quiet = false) => {
    const { paper: _, ...rest } = now.current;
    // `paper: undefined` closes the pane.
    const next: Place =
      'paper' in change && change.paper === undefined
        ? { ...rest, ...withoutPaper(change) }
        : { ...now.current, ...change };
    now.current = next;
    setPlace(next);
    clearTimeout(timer.current);
    const write = (): void => {
      const address = `${location.pathname}${location.search}${hashOf(next)}`;
      if (quiet) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    };
    if (quiet) timer.current = setTimeout(write, REST);
    else write();
  }, []);
  return [place, go];
}

function withoutPaper({ paper: _, ...rest }: Partial<Place>): Partial<Place> {
  return rest;
}
