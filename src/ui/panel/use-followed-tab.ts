import { useEffect, useRef, useState } from 'preact/hooks';
import { tabs } from '../../platform/browser.ts';
import { catalogue } from '../../sites/catalogue.ts';
import type { TabInfo } from '../popup/use-tab.ts';

/** `?tab=ID` names the tab where the panel is opened as a page of its own, which is in a window with itself. */
const asked = (): number | undefined => {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
};

async function current(): Promise<TabInfo | undefined> {
  const id = asked();
  // The window of the panel, not the one with the focus: each window has a panel of its own.
  const tab = id === undefined ? (await tabs.query({ active: true, currentWindow: true }))[0] : await tabs.get(id);
  if (tab?.id === undefined) return undefined;
  // The address is hidden where we have no permission for the site: then it is none of ours.
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : undefined;
  const host = url && /^https?:$/.test(url.protocol) ? url.hostname : '';
  const site = catalogue.find((candidate) => candidate.host === host);
  return { id: tab.id, host, ...(site ? { site } : {}) };
}

/**
 * The tab that the panel speaks of: the active one of its window, anew after every change of page. A new object means that its papers
 * are to be asked for.
 * @param pinned stay with the tab as it is
 * @returns undefined until it is known, null where there is none
 */
export function useFollowedTab(pinned: boolean): TabInfo | null | undefined {
  const [tab, setTab] = useState<TabInfo | null>();
  const held = useRef(pinned);
  held.current = pinned;
  const shown = useRef<number | undefined>(undefined);
  useEffect(() => {
    let round = 0;
    const look = async (): Promise<void> => {
      if (held.current) return;
      round += 1;
      const mine = round;
      const found = await current().catch(() => undefined); // it was closed meanwhile
      if (mine !== round || held.current) return;
      shown.current = found?.id;
      setTab(found ?? null);
    };
    const activated = (): void => void look();
    const updated = (
      id: number,
      change: { readonly url?: string | undefined; readonly status?: string | undefined },
    ): void => {
      // A page that changes its address without loading tells `url` alone; one that loads tells `complete` at its end.
      if (
        id === shown.current &&
        (change.status === 'complete' || (change.url !== undefined && change.status === undefined))
      )
        void look();
    };
    void look();
    tabs.onActivated.addListener(activated);
    tabs.onUpdated.addListener(updated);
    tabs.onRemoved.addListener(activated);
    return () => {
      round += 1;
      tabs.onActivated.removeListener(activated);
      tabs.onUpdated.removeListener(updated);
      tabs.onRemoved.removeListener(activated);
    };
  }, [pinned]);
  return tab;
}
