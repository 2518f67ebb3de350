import type { CallName, In } from '../../messaging/calls.ts';
import { callTab } from '../../messaging/client.ts';
import { tabs } from '../../platform/browser.ts';
import { catalogue, type SiteInfo } from '../../sites/catalogue.ts';

/**
 * Tells the content scripts of open tabs something. Tabs without our script do not answer, which is no failure.
 * @param sites whose tabs; all by default
 * @param except a tab that knows already: the one that asked
 */
export async function tellTabs<N extends CallName>(
  call: N,
  body: In<N>,
  sites: readonly SiteInfo[] = catalogue,
  except?: number,
): Promise<void> {
  const open = await tabs.query({ url: sites.flatMap((site) => [...site.matches]) });
  await Promise.all(
    open.map((tab) => (tab.id === undefined || tab.id === except ? undefined : callTab(tab.id, call, body))),
  );
}
