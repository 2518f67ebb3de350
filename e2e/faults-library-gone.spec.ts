/** FAULTS F05: the extension is uninstalled, or switched off, while tabs are open. */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../tools/run.ts';
import { idOf, LIST, tagged } from './harness/annotated.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { openLibraryDesk, savePapers } from './harness/library.ts';
import { notedPapers, noteOf } from './harness/notes.ts';
import { browserSession } from './harness/worker.ts';

// Not in Playwright's protocol types: https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
async function extensions(ext: Extension, method: string, params: object): Promise<void> {
  const session = await browserSession(ext.context);
  await (session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>)(method, params);
}

/** Ways in which an extension goes. */
const WAYS: Readonly<Record<string, (ext: Extension) => Promise<void>>> = {
  uninstalled: (ext) => extensions(ext, 'Extensions.uninstall', { id: ext.id }),
  'switched off': async (ext) => {
    const own = await ext.context.newPage();
    await own.goto('chrome://extensions');
    await own.evaluate(
      `new Promise((done) => chrome.management.setEnabled(${JSON.stringify(ext.id)}, false, () => done(undefined)))`,
    );
    await own.close();
  },
};

const opens = async (page: Page, url: string): Promise<boolean> => (await page.goto(url).catch(() => null)) !== null;

for (const [way, go] of Object.entries(WAYS))
  test(`F05: the extension is ${way} while tabs are open: own tabs close, notes stay without a word on the console, and offer to load the page again`, async ({
    ext,
  }) => {
    // Only what was loaded this way can be uninstalled this way.
    await extensions(ext, 'Extensions.loadUnpacked', { path: resolve(ROOT, 'dist-test') });
    await savePapers(await openLibraryDesk(ext), 1, 3);
    const library = await ext.open('library');
    await expect(library.getByText('Subject Number 3 ')).toBeVisible();
    const page = await ext.open(LIST);
    await tagged(page).toBe(true);
    const before = await notedPapers(page);
    const said: string[] = [];
    page.on('pageerror', ({ message }) => said.push(message));
    page.on('console', (message) => said.push(message.text()));
    await go(ext);
    const probe = await ext.context.newPage();
    await expect.poll(() => opens(probe, ext.url('welcome'))).toBe(false);
    await expect.poll(() => library.isClosed()).toBe(true);
    await page.bringToFront();
    // What makes a script ask: new rows in view, another look at the tab, a press.
    for (let n = 0; n < 5; n += 1) {
      await page.mouse.wheel(0, 900);
      await page.evaluate(() => {
        document.dispatchEvent(new Event('visibilitychange'));
        dispatchEvent(new Event('focus'));
        document.body.append(document.createElement('p'));
      });
    }
    await page.mouse.wheel(0, -9_000);
    expect(await notedPapers(page)).toEqual(before);
    const { host, save } = noteOf(page, idOf(ext, 1));
    await save.click();
    const again = host.getByRole('button', { name: 'Reload this page' });
    await expect(again).toBeVisible();
    expect(said).toEqual([]);
    await Promise.all([page.waitForEvent('load'), again.click()]);
    await expect(page.locator('scholion-note')).toHaveCount(0);
  });
