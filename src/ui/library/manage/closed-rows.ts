import { useCallback, useState } from 'preact/hooks';

const KEY = 'scholion.collections.closed';

function read(): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set(); // something else wrote there: all is open
  }
}

/** Collections whose children are folded away; a matter of this browser, not of the library. */
export function useClosed(): readonly [ReadonlySet<string>, (ids: readonly string[], closed: boolean) => void] {
  const [closed, setClosed] = useState(read);
  const change = useCallback((ids: readonly string[], on: boolean) => {
    setClosed((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      localStorage.setItem(KEY, JSON.stringify([...after]));
      return after;
    });
  }, []);
  return [closed, change];
}
