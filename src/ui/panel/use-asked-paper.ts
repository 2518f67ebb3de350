import { useEffect, useState } from 'preact/hooks';
import type { Query } from '../../core/note-data.ts';
import { storage, tabs } from '../../platform/browser.ts';

/** What background/save-paths/panel.ts leaves for the panel. */
const ASKED = 'panel asked';
/** Older wishes were for a panel that is long closed, in ms. */
const FRESH = 60_000;

export interface Wish {
  readonly query: Query;
  /** The tab beside which the panel was asked for. */
  readonly tab?: number;
  readonly at: number;
}

const isWish = (value: unknown): value is Wish =>
  typeof value === 'object' && value !== null && 'query' in value && 'at' in value && typeof value.at === 'number';

/** Is the tab in the window of this panel? Every window has a panel of its own. */
const isHere = async (tab: number | undefined): Promise<boolean> =>
  tab === undefined || (await tabs.query({ currentWindow: true })).some((one) => one.id === tab);

/** The paper that the panel was opened for, or was asked to show while it is open. It is taken once. */
export function useAskedPaper(onWish: (wish: Wish) => void): void {
  const [wish, setWish] = useState<Wish>();
  useEffect(() => {
    let stopped = false;
    const take = async (value: unknown): Promise<void> => {
      if (!isWish(value) || Date.now() - value.at > FRESH || !(await isHere(value.tab)) || stopped) return;
      setWish(value);
      await storage.session.remove(ASKED);
    };
    void storage.session.get(ASKED).then((all) => take(all[ASKED]));
    const changed = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>, area: string): void => {
      if (area === 'session') void take(changes[ASKED]?.newValue);
    };
    storage.onChanged.addListener(changed);
    return () => {
      stopped = true;
      storage.onChanged.removeListener(changed);
    };
  }, []);
  useEffect(() => {
    if (wish) onWish(wish);
  }, [wish, onWish]);
}
