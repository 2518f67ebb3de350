/** Papers to Zotero, through the built extension: the permission, who listens, sending, and what is told. */
import type { Page } from '@playwright/test';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { openLibraryDesk, rowsOf, savePapers } from './harness/library.ts';
import { willAllow } from './harness/permission.ts';
import { startZotero, type ZoteroKind, type ZoteroServer } from './harness/zotero-server.ts';

/** The one port that the extension may ask (its content security policy): the tests of this file run one after the other. */
const PORT = 23_119;
const ORIGIN = 'http://127.0.0.1/*';

test.use({ direct: ['127.0.0.1'] });

let zotero: ZoteroServer | undefined;
test.afterEach(async () => {
  await zotero?.close();
  zotero = undefined;
});
const start = async (kind: ZoteroKind): Promise<ZoteroServer> => {
  zotero = await startZotero({ kind, port: PORT });
  return zotero;
};

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string | RegExp): Promise<void> =>
  dialog(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click();

/** The library with papers, all of them selected, and the dialog open. */
async function open(ext: Extension, papers: number): Promise<Page> {
  await savePapers(await openLibraryDesk(ext), 1, papers);
  const page = await ext.open('src/ui/library/index.html');
  await expect(page.getByText(`${papers} papers`, { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /all/i }).first().click();
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: `Send ${papers} to Zotero` }).click();
  return page;
}

eachFlow('with the person’s leave papers are sent, and a second time they are known', async ({ ext, step }) => {
  const server = await start('zotero-10');
  await willAllow(ext, ORIGIN);
  const page = await open(ext, 60);
  await expect(dialog(page).getByRole('heading', { name: 'Send 60 papers to Zotero' })).toBeVisible();
  expect(server.seen, 'nothing is asked before it is allowed').toEqual([]);
  await step('allow', async () => {
    await press(page, 'Allow and look for Zotero');
    await expect(dialog(page).getByText('Zotero 10.0.1 is here.')).toBeVisible();
  });
  await step('send', async () => {
    await press(page, 'Send 60');
    await expect(dialog(page).getByText('60 sent of 60.')).toBeVisible();
  });
  expect(server.local.items.size).toBe(60);
  await press(page, 'Close');
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Send 60 to Zotero' }).click();
  await step('send again', async () => {
    await press(page, 'Send 60');
    await expect(dialog(page).getByText('0 sent, 60 there already of 60.')).toBeVisible();
  });
  expect(server.local.items.size).toBe(60);
  const options = await ext.open('options', '#network');
  await step('look at the log and take the permission back', async () => {
    await expect(options.getByRole('cell', { name: 'Papers to Zotero' }).first()).toBeVisible();
    await expect(options.getByRole('cell', { name: '127.0.0.1:23119' }).first()).toBeVisible();
    await options.getByRole('button', { name: 'Take back: 127.0.0.1' }).click();
    await expect(options.getByText('Nothing beyond the sites of the first section.')).toBeVisible();
  });
});

test('the worker is killed while papers are sent: it goes on by itself, all arrive, none twice', async ({ ext }) => {
  const server = await start('zotero-10');
  await willAllow(ext, ORIGIN);
  const page = await open(ext, 400);
  await press(page, 'Allow and look for Zotero');
  await press(page, 'Send 400');
  await expect.poll(() => server.local.items.size).toBeGreaterThan(0);
  await ext.worker.kill();
  await ext.worker.start();
  await expect(dialog(page).getByText(/\d+ sent(, \d+ there already)? of 400\./)).toBeVisible();
  expect(server.local.items.size).toBe(400);
  const [job] = await rowsOf(await openLibraryDesk(ext), 'jobs');
  const result = job?.['result'] as { sent: number; already: number } | undefined; // of such a job
  expect((result?.sent ?? 0) + (result?.already ?? 0)).toBe(400);
});

test('stopped while Zotero asks the person: nothing is sent then or later', async ({ ext }) => {
  const server = await start('zotero-10');
  server.dialogMs = 60_000;
  await willAllow(ext, ORIGIN);
  const page = await open(ext, 3);
  await press(page, 'Allow and look for Zotero');
  await press(page, 'Send 3');
  await expect(dialog(page).getByText('Zotero may be asking you something: look at its window.')).toBeVisible();
  await press(page, 'Stop here');
  await expect(dialog(page).getByText('Stopped.')).toBeVisible();
  expect(server.local.items.size).toBe(0);
});

const FOUND: readonly (readonly [ZoteroKind, string, string])[] = [
  ['zotero-7', 'Zotero 7.0.30 is here. Papers go to what is selected in its window.', 'Send 3'],
  [
    'api-off',
    'Zotero 10.0.1 is here, but does not let programs write. In Zotero: Settings, Advanced, tick',
    'Send 3 all the same',
  ],
  ['jabref', 'JabRef answers where Zotero would.', 'Look again'],
  ['other', 'Zotero does not answer. Start it on this computer, then look again.', 'Look again'],
];
for (const [kind, words, deed] of FOUND)
  test(`what listens is told, and what to do: ${kind}`, async ({ ext }) => {
    const server = await start(kind);
    await willAllow(ext, ORIGIN);
    const page = await open(ext, 3);
    await press(page, 'Allow and look for Zotero');
    await expect(dialog(page).getByRole('status').first()).toContainText(words);
    await expect(dialog(page).getByRole('button', { name: deed, exact: true })).toBeVisible();
    if (deed === 'Look again') {
      await expect(dialog(page).getByRole('button', { name: /^Send/ })).toHaveCount(0);
      server.kind = 'zotero-10'; // the person started it
      await press(page, 'Look again');
      await expect(dialog(page).getByText('Zotero 10.0.1 is here.')).toBeVisible();
      return;
    }
    await press(page, deed);
    await expect(dialog(page).getByText('3 sent of 3.')).toBeVisible();
  });
