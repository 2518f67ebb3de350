/** FAULTS E: damaged, blocked and newer stores, done to the real files of a real browser. */
import type { Page } from '@playwright/test';
import { DAMAGES, type Damage } from './harness/damage.ts';
import { addDigest, addSample, openDesk } from './harness/digests.ts';
import { type Extension, expect, inventedRecords, test } from './harness/extension.ts';
import {
  ask,
  done,
  dump,
  health,
  holdOlder,
  isFrozen,
  letGo,
  makeNewer,
  newRequest,
  openLibraryDesk,
  papers,
  savedKeys,
  savePapers,
} from './harness/library.ts';

/** Enough to be noticed. Deleting CURRENT makes LevelDB repair itself, which is whole for small stores: then a large one. */
const sizeFor = (how: Damage): number => (how.startsWith('E03') ? LARGE : SAVED);
const SAVED = 30;
const LARGE = 3_000;
const damages = Object.keys(DAMAGES) as Damage[]; // the keys of the literal

const restorePages = (ext: Extension): readonly Page[] =>
  ext.context.pages().filter((page) => page.url().startsWith(ext.url('restore')));

/** A library of so many papers with a snapshot, and a digest; both are noted outside their stores. */
async function fill(ext: Extension, saved = SAVED): Promise<void> {
  const desk = await openLibraryDesk(ext);
  if (saved === SAVED) await addSample(desk);
  else await addDigest(desk, inventedRecords(saved, 7));
  for (let n = 1; n <= saved; n += 1_500) await savePapers(desk, n, Math.min(saved, n + 1_499));
  await done(desk, 'library.snapshot', { request: newRequest() });
  expect(await health(desk)).toMatchObject({ state: 'good', count: saved, papers: 'good' });
}

/** The restore screen opens by itself, says what is missing, and one click brings the papers back. */
async function restoreByClick(ext: Extension, saved = SAVED): Promise<void> {
  await expect.poll(() => restorePages(ext).length).toBe(1);
  const page = restorePages(ext)[0] as Page; // just counted
  await page.bringToFront();
  await page.locator('button').last().click();
  await expect(page.locator('[role=status]')).toContainText(saved.toLocaleString('en-US'));
}

for (const how of damages) {
  const saved = sizeFor(how);

  test(`${how}, of the library's own bucket: the restore screen, sync frozen, one click brings all back`, async ({
    ext,
  }) => {
    await fill(ext, saved);
    await ext.relaunch({ store: 'library', how });
    await expect.poll(() => restorePages(ext).length).toBe(1);
    const desk = await openLibraryDesk(ext);
    const now = await health(desk);
    expect(now.state).toMatch(how.startsWith('E05') ? /^unreadable$/ : /^(?:empty|partial)-loss$/);
    expect(now.expected).toBe(saved);
    expect(now.count).toBeLessThan(saved);
    expect(now.papers).toBe('good');
    if (now.state !== 'unreadable') expect(await isFrozen(desk)).toBe(true);
    await restoreByClick(ext, saved);
    expect(await health(desk)).toMatchObject({ state: 'good', count: saved, expected: saved });
    expect(await savedKeys(desk)).toHaveLength(saved);
    expect(await isFrozen(desk)).toBe(false);
  });

  test(`${how}, of the default store: what digests told is lost and said to be, the library is whole`, async ({
    ext,
  }) => {
    await fill(ext, saved);
    await ext.relaunch({ store: 'papers', how });
    const desk = await openLibraryDesk(ext);
    const now = await health(desk);
    expect(now).toMatchObject({ state: 'good', count: saved });
    expect(now.papers).toBe(how.startsWith('E05') ? 'unreadable' : 'lost');
    expect(restorePages(ext)).toHaveLength(0);
    expect(await isFrozen(desk)).toBe(false);
    await savePapers(desk, 9_001, 9_001);
    expect(await savedKeys(desk)).toHaveLength(saved + 1);
  });

  test(`${how}, of both stores: the restore screen, and one click brings the library back`, async ({ ext }) => {
    await fill(ext, saved);
    await ext.relaunch({ store: 'both', how });
    await restoreByClick(ext, saved);
    const now = await health(await openLibraryDesk(ext));
    expect(now).toMatchObject({ state: 'good', count: saved });
  });
}

test('after a loss: the screen opens once, writes go on and merge, the canary keeps the old figures, backups stay', async ({
  ext,
}) => {
  await fill(ext);
  await ext.relaunch({ store: 'library', how: 'E02 garbage MANIFEST' });
  await expect.poll(() => restorePages(ext).length).toBe(1);
  let desk = await openLibraryDesk(ext);
  const { snapshots } = await health(desk);
  await savePapers(desk, 101, 130);
  await ext.relaunch();
  desk = await openLibraryDesk(ext);
  const now = await health(desk);
  expect(now).toMatchObject({ state: 'empty-loss', count: 30, expected: SAVED });
  expect(now.snapshots).toEqual(snapshots);
  expect(restorePages(ext)).toHaveLength(0);
  expect(await ask(desk, 'library.snapshot', { request: newRequest() })).toMatchObject({ ok: false });
  const name = now.snapshots[0]?.name ?? '';
  expect(await done(desk, 'library.restore', { request: newRequest(), name })).toEqual({ restored: SAVED });
  expect(await savedKeys(desk)).toHaveLength(SAVED + 30);
  expect(await health(desk)).toMatchObject({ state: 'good', count: SAVED + 30 });
});

test('after a loss that is accepted the library is good as it is, and stays so', async ({ ext }) => {
  await fill(ext);
  await ext.relaunch({ store: 'library', how: 'E05 a file instead of the directory' });
  let desk = await openLibraryDesk(ext);
  expect((await health(desk)).state).toBe('unreadable');
  await done(desk, 'library.accept', { request: newRequest() });
  expect(await health(desk)).toMatchObject({ state: 'good', count: 0, expected: 0 });
  await savePapers(desk, 1, 2);
  await ext.relaunch();
  desk = await openLibraryDesk(ext);
  expect(await health(desk)).toMatchObject({ state: 'good', count: 2 });
});

test('E13: with storage.local lost and the library present there is no alarm, and the canary is made anew', async ({
  ext,
}) => {
  await fill(ext);
  await ext.worker.handle.evaluate(() => chrome.storage.local.clear());
  await ext.relaunch();
  const desk = await openLibraryDesk(ext);
  expect(await health(desk)).toMatchObject({ state: 'good', count: SAVED });
  expect(restorePages(ext)).toHaveLength(0);
  await ext.relaunch({ store: 'library', how: 'E02 garbage MANIFEST' });
  expect(await health(await openLibraryDesk(ext))).toMatchObject({ state: 'empty-loss', expected: SAVED });
});

test('E10: an older page holds the library: said after 3 s, and it goes on when that page closes', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  await health(desk);
  const old = await openDesk(ext.context, ext.id);
  await ext.worker.kill();
  await holdOlder(old);
  const started = Date.now();
  expect((await health(desk)).state).toBe('blocked');
  expect(Date.now() - started).toBeGreaterThan(2_500);
  expect(await ask(desk, 'library.save', { request: newRequest(), papers: papers(1, 1) })).toMatchObject({ ok: false });
  await letGo(old);
  await expect.poll(async () => (await health(desk)).state).toBe('good');
  await savePapers(desk, 1, 1);
  expect(await savedKeys(desk)).toHaveLength(1);
});

test('E11: a library newer than the code is read, and nothing is written to it', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 2);
  await ext.worker.kill();
  const blank = await openDesk(ext.context, ext.id);
  await makeNewer(blank, 990);
  const before = await dump(blank);
  expect(await health(desk)).toMatchObject({ state: 'newer', count: 2 });
  const refused = { ok: false, error: 'read-only' };
  expect(await ask(desk, 'library.save', { request: newRequest(), papers: papers(3, 3) })).toMatchObject(refused);
  const { notes, keepListings, marks } = await done(desk, 'papers.lookup', {
    queries: [{ ids: papers(1, 1)[0]?.ids ?? [], title: '' }],
    full: 1,
  });
  expect(marks).toBe('s');
  const settings = { sitesOff: [], keepListings, notes };
  expect(await ask(desk, 'settings.set', { settings })).toMatchObject(refused);
  expect(await ask(desk, 'library.accept', { request: newRequest() })).toMatchObject(refused);
  await ext.relaunch();
  const again = await openLibraryDesk(ext);
  expect((await health(again)).state).toBe('newer');
  expect(await dump(await openDesk(ext.context, ext.id))).toBe(before);
});
