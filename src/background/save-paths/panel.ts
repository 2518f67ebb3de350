import { paperAddress } from '../../core/paper-address.ts';
import type { In } from '../../messaging/calls.ts';
import type { Asker } from '../../messaging/server.ts';
import { runtime, storage, tabs } from '../../platform/browser.ts';
import { openSidePanel } from '../../platform/side-panel.ts';

/** The side panel at one paper, asked for by a note, a card or a page of ours. */

/** Under this name the panel finds what it was opened for; it lives as long as the browser runs. */
const ASKED = 'panel asked';

/**
 * Opens the panel beside the tab that asks; the paper waits for it in the session's storage. Where the browser does not take the
 * message for the person's own act, or the person has no panel, the paper's page opens in a tab.
 */
export async function openPanel({ query }: In<'panel.open'>, { tab }: Asker): Promise<Record<string, never>> {
  // At once, before anything is waited for: the person's act counts in this turn only.
  const opened = openBeside(tab);
  await storage.session.set({ [ASKED]: { query, ...(tab === undefined ? {} : { tab }), at: Date.now() } });
  try {
    await opened;
  } catch {
    await tabs.create({ url: runtime.getURL(`src/ui/paper/index.html${paperAddress({ query })}`) });
  }
  return {};
}

async function openBeside(tab: number | undefined): Promise<void> {
  const beside = tab ?? (await tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (beside === undefined) throw new Error('There is no tab to open the panel beside.');
  await openSidePanel(beside);
}
