/** FAULTS E06, E07, E09, E13: the library's store closed, emptied, refused or full, under the running extension. */
import type { Page } from '@playwright/test';
import { openDesk } from './harness/digests.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import {
  ask,
  done,
  health,
  isFrozen,
  keyOf,
  newRequest,
  openLibraryDesk,
  papers,
  savedKeys,
  savePapers,
} from './harness/library.ts';

const SAVED = 6;
const restorePages = (ext: Extension): readonly Page[] =>
  ext.context.pages().filter((page) => page.url().startsWith(ext.url('restore')));

/** The library page over a few papers that are in a backup too. */
async function opened(ext: Extension): Promise<{ readonly page: Page; readonly desk: Page }> {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, SAVED);
  await done(desk, 'library.snapshot', { request: newRequest() });
  const page = await ext.open('library');
  await expect(page.getByText('Subject Number').first()).toBeVisible();
  return { page, desk };
}

/** Deletes the library's database: every connection to it is closed underneath. */
const deleteLibrary = (desk: Page): Promise<unknown> =>
  desk.evaluate(`(async () => {
    const { indexedDB } = await navigator.storageBuckets.open('library');
    const gone = indexedDB.deleteDatabase('scholion-library');
    await new Promise((done, fail) => { gone.onsuccess = done; gone.onerror = () => fail(gone.error); });
  })()`);

test('E09: all connections closed underneath, the store as it was: the next look and the next write go on', async ({
  ext,
}) => {
  const { page, desk } = await opened(ext);
  // An upgrade that ends where it began closes every connection and leaves the rows alone.
  const raw = await openDesk(ext.context, ext.id);
  for (let n = 1; n <= 3; n += 1) {
    await raw.evaluate(`(async () => {
      const { indexedDB } = await navigator.storageBuckets.open('library');
      const { version } = (await indexedDB.databases()).find(({ name }) => name === 'scholion-library');
      const open = indexedDB.open('scholion-library', version + 1);
      open.onupgradeneeded = () => open.transaction.abort();
      await new Promise((done) => { open.onerror = (event) => { event.preventDefault(); done(); }; });
    })()`);
    await savePapers(desk, 100 + n, 100 + n);
    await expect(page.getByText(`Subject Number ${100 + n} `)).toBeVisible();
  }
  expect(await health(desk)).toMatchObject({ state: 'good', count: SAVED + 3 });
  expect(restorePages(ext)).toHaveLength(0);
});

test('E09: the library is deleted under open pages, and the next save is kept: the loss is told before it is written over', async ({
  ext,
}) => {
  const { page, desk } = await opened(ext);
  await deleteLibrary(await openDesk(ext.context, ext.id));
  await savePapers(desk, 50, 50);
  await expect.poll(() => restorePages(ext).length).toBe(1);
  expect(await health(desk)).toMatchObject({ state: 'empty-loss', count: 1, expected: SAVED });
  expect(await isFrozen(desk)).toBe(true);
  await page.bringToFront();
  await expect(page.getByText('Your library was lost')).toBeVisible(); // not "Nothing saved yet" alone
  const restore = restorePages(ext)[0] as Page; // just counted
  await restore.bringToFront();
  await restore.locator('button').last().click();
  await expect(restore.locator('[role=status]')).toContainText(String(SAVED));
  expect(await savedKeys(desk)).toEqual([...[1, 2, 3, 4, 5, 6].map(keyOf), keyOf(50)]);
  expect(await health(desk)).toMatchObject({ state: 'good', count: SAVED + 1 });
  await page.bringToFront();
  await expect(page.getByText('Subject Number 50 ')).toBeVisible();
  await expect(page.getByText('Subject Number 1 ')).toBeVisible();
});

for (const kinds of ['indexeddb', 'all'])
  test(`E09: Storage.clearDataForOrigin (${kinds}) under open pages: the restore screen, nothing pushed, no bug told`, async ({
    ext,
  }) => {
    const { desk } = await opened(ext);
    const errors: string[] = [];
    for (const one of ext.context.pages()) one.on('pageerror', ({ message }) => errors.push(message));
    const session = await ext.context.newCDPSession(desk);
    const origin = `chrome-extension://${ext.id}`;
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: kinds });
    const now = await health(desk);
    expect(now).toMatchObject({ state: 'empty-loss', count: 0, expected: SAVED });
    await expect.poll(() => restorePages(ext).length).toBe(1);
    expect(await isFrozen(desk)).toBe(true);
    // Backups live in the private file system: only clearing everything takes them too.
    expect(now.snapshots.filter(({ good }) => good).length > 0).toBe(kinds === 'indexeddb');
    // The store of papers was emptied as well, and serves again at once.
    expect(
      await ask(desk, 'papers.lookup', { queries: [{ ids: papers(1, 1)[0]?.ids ?? [], title: '' }], full: 1 }),
    ).toMatchObject({ ok: true });
    expect(await ask(desk, 'search.find', { text: 'subject', limit: 5 })).toMatchObject({ ok: true });
    await done(desk, 'library.accept', { request: newRequest() });
    await savePapers(desk, 1, 2);
    expect(await health(desk)).toMatchObject({ state: 'good', count: 2, expected: 2 });
    expect(errors).toEqual([]);
  });
