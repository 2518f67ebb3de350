/** Sync as people see it: a place added by the keyboard alone, true words on each page, and what axe says of all of it. */
import type { Page } from 'playwright';
import { ByKeyboard } from './harness/by-keyboard.ts';
import { type CouchServer, startCouch } from './harness/couch-server.ts';
import { examine } from './harness/examine.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { openLibraryDesk, savePapers } from './harness/library.ts';
import { willAllow } from './harness/permission.ts';
import { addPlace, couchPlace, openSyncDesk } from './harness/places.ts';

const login = { user: 'ann', password: 'S3CR3T-couch' };
test.use({ direct: ['127.0.0.1'] });
test.setTimeout(240_000);

let couch: CouchServer;
test.beforeEach(async () => {
  couch = await startCouch(login);
});
test.afterEach(() => couch.close());

const settings = (ext: Extension): Promise<Page> => ext.open('options', '#sync');

test('a place is added by the keyboard alone, from its kind to "Synced", and every step passes axe', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 12);
  await willAllow(ext, 'http://127.0.0.1/*');
  const page = await settings(ext);
  await expect(page.getByText('step 1 of 3')).toBeVisible();
  expect.soft(await examine(page, { widths: [700, 320] }), 'no place').toEqual([]);

  const keys = new ByKeyboard(page);
  await keys.tabTo(/^input CouchDB/);
  await keys.press('Space');
  await keys.tabTo(/^input Address/);
  await page.keyboard.type(new URL(couch.url('library')).origin);
  await keys.tabTo(/^input Use http here/);
  await keys.press('Space');
  await keys.tabTo(/^input Database/);
  await page.keyboard.type('library');
  await keys.tabTo(/^input Login/);
  await page.keyboard.type(login.user);
  await keys.tabTo(/^input Password/);
  await page.keyboard.type(login.password);
  expect.soft(await examine(page, { widths: [700, 320] }), 'details').toEqual([]);
  await keys.tabTo(/^button Test/);
  await keys.press('Enter');
  await expect(page.getByText('Both sides will have 12 papers.')).toBeVisible();
  expect.soft(await examine(page, { widths: [700, 320] }), 'tested').toEqual([]);
  await keys.tabTo(/^button Turn on/);
  await keys.press('Enter');
  await expect(page.getByText(/^Synced .*Nothing waits\.$/)).toBeVisible();
  await expect(page.getByText('step 1 of 3')).toBeVisible();
  expect.soft(await keys.focus()).toContain('CouchDB');
  expect.soft(await examine(page, { widths: [700, 320] }), 'one place').toEqual([]);

  await page.getByRole('button', { name: 'More for 127.0.0.1' }).click();
  await page.getByRole('menuitem', { name: 'Log', exact: true }).click();
  await expect(page.getByText('First sync: both sides were joined. 24 went.')).toBeVisible();
  expect.soft(await examine(page, { within: 'dialog' }), 'log').toEqual([]);
});

test('library and popup say how sync goes, and nothing where there is no place', async ({ ext }) => {
  const desk = await openSyncDesk(ext);
  await savePapers(desk, 1, 3);
  const library = await ext.open('library');
  await expect(library.locator('[data-key]').first()).toBeVisible();
  await expect(library.locator('.sync-mark')).toHaveCount(0);
  await addPlace(desk, couchPlace(couch.url('library'), login.user), { password: login.password });
  await expect(library.locator('.sync-mark')).toContainText('Synced');
  const popup = await ext.open('popup');
  await expect(popup.locator('.sync-mark')).toContainText('Synced');
  await couch.close();
  await savePapers(desk, 4, 5);
  await expect(library.locator('.sync-mark')).toContainText('wait');
});
