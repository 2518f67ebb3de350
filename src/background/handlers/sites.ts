import type { Handlers } from '../../messaging/server.ts';
import { CallFailure } from '../../messaging/server.ts';
import { catalogue } from '../../sites/catalogue.ts';
import { showBadge } from '../badge.ts';
import { editSettings } from '../settings.ts';
import { tellTabs } from '../sites/open-tabs.ts';
import { registerSites, runCard, runInOpenTabs } from '../sites/registration.ts';

/** Badge and per-site switch. The switch acts at once: registration, open tabs and stored setting together. */
export const siteHandlers = {
  'page.report': async ({ known }, asker) => {
    if (asker.tab !== undefined) await showBadge(asker.tab, known);
    return {};
  },

  'page.card': async (_, asker) => {
    if (asker.tab !== undefined) await runCard(asker.tab);
    return {};
  },

  'sites.set': async ({ site: id, on }) => {
    const site = catalogue.find((candidate) => candidate.id === id);
    if (site === undefined) throw new CallFailure('not-found', `No site is called ${id}.`);
    const { sitesOff } = await editSettings((settings) => ({
      ...settings,
      sitesOff: [...settings.sitesOff.filter((other) => other !== id), ...(on ? [] : [id])],
    }));
    await registerSites(sitesOff);
    // Scripts that run already are told; tabs without one get it.
    await tellTabs('page.switch', { on }, [site]);
    if (on) await runInOpenTabs(site);
    return {};
  },
} satisfies Pick<Handlers<'background'>, 'page.card' | 'page.report' | 'sites.set'>;
