import { commands, runtime, tabs } from '../../platform/browser.ts';
import { type Save, saveTab } from './save-one.ts';

/** Keyboard commands; each can be changed in the browser's settings. */
export function onCommands(
  save: Save,
  openPanel: (tab: number) => Promise<unknown>,
  report: (error: unknown, where: string) => void,
): void {
  // Firefox gives no tab: the active one is meant.
  const current = async () => (await tabs.query({ active: true, lastFocusedWindow: true }))[0];

  commands.onCommand.addListener((name, given) => {
    // At once: opening the panel counts as the person's act only in this turn.
    if (name === 'open-panel' && given?.id !== undefined) {
      void openPanel(given.id).catch((error: unknown) => report(error, 'command'));
      return;
    }
    void act(name, given).catch((error: unknown) => report(error, 'command'));
  });

  async function act(name: string, given: Tab | undefined): Promise<void> {
    if (name === 'open-library') {
      await tabs.create({ url: runtime.getURL('src/ui/library/index.html') });
      return;
    }
    const tab: Tab | undefined = given ?? (await current());
    if (tab?.id === undefined) return;
    if (name === 'save-page') await saveTab(save, { id: tab.id, url: tab.url ?? '', title: tab.title ?? '' });
    else if (name === 'open-panel') await openPanel(tab.id);
  }
}

interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
}
