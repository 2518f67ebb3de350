import { useEffect, useState } from 'preact/hooks';
import { storage } from '../../platform/browser.ts';

/** A value of `storage.local`, renewed when anyone changes it; undefined where there is none. @param read must keep its identity */
export function useStored<T>(key: string, read: (stored: unknown) => T): T {
  const [value, setValue] = useState<T>(() => read(undefined));
  useEffect(() => {
    let stopped = false;
    void storage.local.get(key).then((all) => {
      if (!stopped) setValue(read(all[key]));
    });
    const follow = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>, area: string): void => {
      const change = changes[key];
      if (area === 'local' && change !== undefined) setValue(read(change.newValue));
    };
    storage.onChanged.addListener(follow);
    return () => {
      stopped = true;
      storage.onChanged.removeListener(follow);
    };
  }, [key, read]);
  return value;
}
