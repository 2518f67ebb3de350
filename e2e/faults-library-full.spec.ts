/** FAULTS E06, E07: the disk is full, filled again and again, or cannot be written; then there is room again. */
import type { Page } from '@playwright/test';
import { type SmallDisk, smallDisk } from './harness/disk.ts';
import { Extension, expect, test } from './harness/extension.ts';
import {
  ask,
  done,
  health,
  keyOf,
  newRequest,
  openLibraryDesk,
  papers,
  savedKeys,
  savePapers,
} from './harness/library.ts';

const MEGABYTES = 96;
const TITLE = 'Nothing can be saved: the disk is full, or the browser keeps nothing here.';

const isRestore = (ext: Extension) => (page: Page) => page.url().startsWith(ext.url('restore'));
const save = (desk: Page, from: number, to: number) =>
  ask(desk, 'library.save', { request: newRequest(), papers: papers(from, to) });

/** A test with the browser's profile on a small disk. Skipped where nobody may mount one. */
function onDisk(title: string, body: (ext: Extension, disk: SmallDisk) => Promise<void>): void {
  test(`${title} [needs mount]`, async ({ web }) => {
    const ext = new Extension(web, { build: 'dist-test', dark: false, keepWelcome: false });
    const disk = smallDisk(ext.profile, MEGABYTES);
    test.skip(disk === undefined, 'This machine lets nobody mount a disk.');
    if (!disk) return;
    try {
      await ext.start();
      await body(ext, disk);
    } finally {
      await ext.context.close().catch(() => undefined); // it may have ended with the disk
      disk.remove();
      await ext.stop();
    }
  });
}

test('E06, E07: the browser says that nothing is left: nothing is written, and the library can be read', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 5);
  const page = await ext.open('library');
  await expect(page.getByText('Subject Number 5 ')).toBeVisible();
  await ext.worker.handle.evaluate(() => {
    const { estimate } = StorageManager.prototype;
    Object.assign(globalThis, {
      fill: (on: boolean) => {
        StorageManager.prototype.estimate = on ? async () => ({ quota: 5_000_000, usage: 4_900_000 }) : estimate;
      },
    });
  });
  const fill = (on: boolean) =>
    ext.worker.handle.evaluate((full) => (globalThis as unknown as { fill(on: boolean): void }).fill(full), on);
  await fill(true);
  expect(await save(desk, 6, 9)).toMatchObject({ ok: false, error: 'quota' });
  expect(await health(desk)).toMatchObject({ state: 'unwritable', count: 5 });
  const late = await ext.open('library');
  await expect(late.getByText(TITLE)).toBeVisible();
  await expect(late.getByText('Subject Number 5 ')).toBeVisible();
  await fill(false);
  await expect(late.getByText(TITLE)).toBeHidden();
  expect(await savedKeys(desk)).toHaveLength(5);
  expect((await savePapers(desk, 6, 9)).created).toBe(4);
});

onDisk(
  'E06, E07: a disk that is full, again and again: nothing is acknowledged, everything can be read, nothing is lost',
  async (ext, disk) => {
    const desk = await openLibraryDesk(ext);
    await savePapers(desk, 1, 5);
    await done(desk, 'library.snapshot', { request: newRequest() });
    const kept = [1, 2, 3, 4, 5].map(keyOf);
    for (let round = 1; round <= 3; round += 1) {
      disk.fill((round - 1) * 300_000);
      for (let n = 1; n <= 3; n += 1)
        expect(await save(desk, round * 1_000 + n * 100, round * 1_000 + n * 100 + 40 * n)).toMatchObject({
          ok: false,
          error: 'quota',
        });
      expect(
        await ask(desk, 'library.edit', {
          request: newRequest(),
          keys: [keyOf(1)],
          edits: [{ do: 'status', status: 'read' }],
        }),
      ).toMatchObject({ ok: false, error: 'quota' });
      expect(await health(desk)).toMatchObject({ state: 'unwritable', count: kept.length });
      expect(await savedKeys(desk)).toEqual(kept);
      disk.empty();
      expect(await health(desk)).toMatchObject({ state: 'good', count: kept.length });
      await savePapers(desk, 10 * round, 10 * round);
      kept.push(keyOf(10 * round));
    }
    await ext.relaunch();
    const again = await openLibraryDesk(ext);
    expect(await savedKeys(again)).toEqual(kept);
    expect(await health(again)).toMatchObject({ state: 'good', count: kept.length });
    expect(ext.context.pages().filter(isRestore(ext))).toHaveLength(0);
  },
);

onDisk(
  'E06: on a full disk the library page is read-only and says so; when there is room it goes on by itself',
  async (ext, disk) => {
    const desk = await openLibraryDesk(ext);
    await savePapers(desk, 1, 5);
    await ext.context.close();
    disk.fill(1_000_000); // the browser itself needs a little to start
    await ext.start();
    const page = await ext.open('library');
    await expect(page.getByText(TITLE)).toBeVisible();
    await expect(page.getByText('Subject Number 5 ')).toBeVisible();
    await page.getByText('Subject Number 5 ').click();
    await page.keyboard.press('3');
    disk.empty();
    await expect(page.getByText(TITLE)).toBeHidden();
    const later = await openLibraryDesk(ext);
    expect((await savedKeys(later)).length).toBe(5);
    await savePapers(later, 6, 6);
    await expect(page.getByText('Subject Number 6 ')).toBeVisible();
  },
);

onDisk(
  'E06: stores that can only be read: nothing is acknowledged, nothing offered to be given up, and all is there afterwards',
  async (ext, disk) => {
    const before = await openLibraryDesk(ext);
    await savePapers(before, 1, 5);
    await ext.context.close();
    for (const folder of ['WebStorage', 'File System']) disk.refuse(`Default/${folder}`);
    await ext.start();
    const desk = await openLibraryDesk(ext);
    expect(await save(desk, 7, 8)).toMatchObject({ ok: false, error: 'read-only' });
    expect((await health(desk)).state).toBe('unwritable');
    const page = await ext.open('library');
    await expect(page.getByText(TITLE)).toBeVisible();
    expect(ext.context.pages().filter(isRestore(ext))).toHaveLength(0);
    await ext.context.close();
    disk.allow();
    await ext.start();
    const again = await openLibraryDesk(ext);
    expect(await health(again)).toMatchObject({ state: 'good', count: 5 });
    expect(await savedKeys(again)).toEqual([1, 2, 3, 4, 5].map(keyOf));
  },
);
