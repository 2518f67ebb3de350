import { runtime, storage, tabs } from '../platform/browser.ts';
import { catalogue } from '../sites/catalogue.ts';
import { keepCopy, knownSettings } from './settings.ts';
import { registerSites, runInOpenTabs, sitesAreMissing } from './sites/registration.ts';

/**
 * First install: the welcome page, once. Install and update: registrations anew (an update clears them), and the script of each
 * site in the tabs that show it already, where it takes over from the one before.
 */
export function onInstall(report: (error: unknown, where: string) => void): void {
  runtime.onInstalled.addListener((details) => {
    if (details.reason !== 'install' && details.reason !== 'update') return;
    if (details.reason === 'install') void welcome();
    void inTurn(() => startSites(true)).catch((error: unknown) => report(error, 'install'));
  });
  // Registrations outlive a restart; this mends a profile in which they were lost.
  runtime.onStartup.addListener(
    () => void inTurn(() => startSites(false)).catch((error: unknown) => report(error, 'startup')),
  );
}

/** A worker that was ended in the middle of an install or update left sites without their script: whatever starts next goes on. */
export const mendSites = (): Promise<void> =>
  inTurn(async () => {
    const settings = (await sitesAreMissing()) ? await knownSettings() : undefined;
    if (settings === undefined) return;
    for (const site of await registerSites(settings.sitesOff)) await runInOpenTabs(site);
  });

let last: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

async function startSites(openTabs: boolean): Promise<void> {
  const settings = await knownSettings();
  if (settings === undefined) return; // a site that was switched off must not come back on: everything stays as it is
  await keepCopy(settings);
  const { sitesOff } = settings;
  await registerSites(sitesOff);
  if (!openTabs) return;
  for (const site of catalogue) if (!sitesOff.includes(site.id)) await runInOpenTabs(site);
}

/** Once in a profile: an unpacked extension is "installed" at every start of the browser. Uninstalling forgets it. */
async function welcome(): Promise<void> {
  const { welcomed } = await storage.local.get('welcomed');
  if (welcomed === true) return;
  await tabs.create({ url: runtime.getURL('src/ui/welcome/index.html') });
  await storage.local.set({ welcomed: true });
}
