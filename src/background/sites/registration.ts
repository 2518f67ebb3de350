import cardScript from '../../content/card-script.ts?script&iife';
import contentScript from '../../content/content-script.ts?script&iife';
import arxivRoom from '../../content/reserve/arxiv.css?url';
import huggingfaceRoom from '../../content/reserve/huggingface.css?url';
import { scripting, tabs } from '../../platform/browser.ts';
import { catalogue, type SiteId, type SiteInfo } from '../../sites/catalogue.ts';

/** Reserve style of each site: the room for one line of note, before first paint (VISUAL.md 6). */
const rooms: Readonly<Record<SiteId, string>> = { arxiv: arxivRoom, huggingface: huggingfaceRoom };

const path = (url: string): string => url.replace(/^\//, '');
const scriptId = (site: SiteInfo): string => `site-${site.id}`;

/**
 * Registers script and reserve style of every site that is on, together, and removes those of the others. A registration outlives a
 * browser restart but is cleared by an update of the extension, so this runs on install, update, start and switch; it is idempotent.
 * @param off ids of sites switched off
 * @returns the sites that had no script yet
 */
export async function registerSites(off: readonly string[]): Promise<readonly SiteInfo[]> {
  const present = new Set((await scripting.getRegisteredContentScripts()).map((script) => script.id));
  const gone = catalogue.filter((site) => off.includes(site.id) && present.has(scriptId(site)));
  const missing = catalogue.filter((site) => !off.includes(site.id) && !present.has(scriptId(site)));
  if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone.map(scriptId) });
  if (missing.length > 0) {
    await scripting.registerContentScripts(
      missing.map((site) => ({
        id: scriptId(site),
        matches: [...site.matches],
        js: [path(contentScript)],
        css: [path(rooms[site.id])],
        runAt: 'document_idle' as const,
        persistAcrossSessions: true,
      })),
    );
  }
  return missing;
}

/** Is a site without its script? True too where a site was switched off: who asks looks at the settings then. */
export const sitesAreMissing = async (): Promise<boolean> =>
  (await scripting.getRegisteredContentScripts()).length < catalogue.length;

/** Runs a site's script in the tabs that show it already: after install, update and when the site is switched on. */
export async function runInOpenTabs(site: SiteInfo): Promise<void> {
  for (const tab of await tabs.query({ url: [...site.matches] })) {
    if (tab.id === undefined) continue;
    const target = { tabId: tab.id };
    try {
      await scripting.insertCSS({ target, files: [path(rooms[site.id])] });
      await scripting.executeScript({ target, files: [path(contentScript)] });
    } catch {
      // A tab that is still loading, crashed, or closed meanwhile: its next load runs the registered script.
    }
  }
}

/** Runs the card's script in a tab whose notes ask for it. A tab that closed meanwhile needs none. */
export async function runCard(tab: number): Promise<void> {
  await scripting.executeScript({ target: { tabId: tab }, files: [path(cardScript)] }).catch(() => undefined);
}
