import { useEffect, useState } from 'preact/hooks';
import { tabs } from '../../platform/browser.ts';
import { catalogue, type SiteInfo } from '../../sites/catalogue.ts';

export interface TabInfo {
  readonly id: number;
  readonly host: string;
  /** Set where one of our sites lives at this host. */
  readonly site?: SiteInfo;
}

/** `?tab=ID` names the tab where the popup is opened as a page of its own; otherwise it is the active one. */
const asked = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);

async function readTab(): Promise<TabInfo | undefined> {
  const tab = Number.isInteger(asked)
    ? await tabs.get(asked)
    : (await tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return undefined;
  // The address is hidden where we have no permission for the site: then it is none of ours.
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : undefined;
  const host = url && /^https?:$/.test(url.protocol) ? url.hostname : '';
  const site = catalogue.find((candidate) => candidate.host === host);
  return { id: tab.id, host, ...(site ? { site } : {}) };
}

/** The tab below; undefined until it is known, null where there is none. */
export function useTab(): TabInfo | null | undefined {
  const [tab, setTab] = useState<TabInfo | null>();
  useEffect(() => {
    readTab().then(
      (found) => setTab(found ?? null),
      () => setTab(null), // the tab was closed meanwhile
    );
  }, []);
  return tab;
}
