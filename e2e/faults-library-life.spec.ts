/** FAULTS F06, F14, F15, F17: versions, several pages at once, a page that crashes, and undo after a restart. */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { PaperEdit } from '../src/core/library/edits.ts';
import { ROOT } from '../tools/run.ts';
import { openDesk } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import {
  ask,
  done,
  dump,
  health,
  keyOf,
  makeNewer,
  newRequest,
  openLibraryDesk,
  papers,
  rowsOf,
  savePapers,
} from './harness/library.ts';
import { endOfJob, isOpenJob, jobBeyond, libraryJobs, seenRows } from './harness/library-jobs.ts';
import { downgrade } from './harness/older-library.ts';
import { browserSession } from './harness/worker.ts';

const keys = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => keyOf(i + 1));
const edit = (desk: Page, on: readonly string[], edits: readonly PaperEdit[], request = newRequest()) =>
  done(desk, 'library.edit', { request, keys: on, edits });
const row = (page: Page, n: number) => page.getByRole('row').filter({ hasText: `Subject Number ${n} ` });

test('F06: a library of the version before, with live data, is migrated; one of a version after is read-only', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 40);
  await edit(desk, keys(10), [
    { do: 'status', status: 'read' },
    { do: 'tag', tag: 'kept', on: true },
  ]);
  await edit(desk, [keyOf(40)], [{ do: 'rating', rating: 4 }]);
  await done(desk, 'library.note', { request: newRequest(), key: keyOf(1), text: 'A note of before.' });
  const before = await seenRows(desk);
  const states = await rowsOf(desk, 'states');

  await downgrade(desk);
  await ext.relaunch();
  const now = await openLibraryDesk(ext);
  const page = await ext.open('library');
  await expect(row(page, 40)).toBeVisible();
  expect(await health(now)).toMatchObject({ state: 'good', count: 40 });
  await expect.poll(() => seenRows(now)).toEqual(before); // fields that the version before did not have are there again
  expect(await rowsOf(now, 'states')).toEqual(states);
  const query = { text: 'tag:kept', shelf: 'library', sort: 'added', descending: true } as const;
  expect((await done(now, 'library.list', { query, from: 0, count: 50, facets: false })).total).toBe(10);
  await edit(now, [keyOf(2)], [{ do: 'tag', tag: 'after', on: true }]);

  await ext.worker.kill();
  await makeNewer(await openDesk(ext.context, ext.id), 990);
  const kept = await dump(await openDesk(ext.context, ext.id));
  await ext.relaunch();
  const older = await ext.open('library');
  await expect(older.getByText('Made by a newer Scholion.')).toBeVisible();
  await expect(row(older, 40)).toBeVisible();
  await row(older, 40).click();
  await older.keyboard.press('3');
  await older.keyboard.press('Delete');
  for (const [call, body] of [
    ['library.edit', { request: newRequest(), keys: [keyOf(1)], edits: [{ do: 'rating', rating: 1 }] }],
    ['library.note', { request: newRequest(), key: keyOf(1), text: 'Later.' }],
    ['library.save', { request: newRequest(), papers: papers(41, 41) }],
    ['library.bulk', { request: newRequest(), choice: { keys: keys(3) }, edits: [{ do: 'delete' }] }],
    ['library.undo', { request: newRequest(), undo: newRequest() }],
  ] as const)
    expect(await ask(older, call, body as never), call).toMatchObject({ ok: false, error: 'read-only' });
  expect(await dump(await openDesk(ext.context, ext.id))).toBe(kept);
});

eachFlow(
  'F14: two library pages, a paper page and a popup change one status at once: all end with the same',
  async ({ ext, step }) => {
    const desk = await openLibraryDesk(ext);
    await savePapers(desk, 1, 3);
    const list = await ext.open('https://arxiv.org/list/cs.LG/new');
    const pages = [
      await ext.open('library'),
      await ext.open('library'),
      await ext.open('paper', `?key=${encodeURIComponent(keyOf(2))}`),
      await ext.openPopup(list),
    ];
    await expect(row(pages[0] as Page, 2)).toBeVisible(); // made above
    const statuses = ['to-read', 'reading', 'read', 'aside'] as const;
    await step('all at once', async () => {
      // As `call` does: what a killed worker did not answer is sent again.
      const change = async (page: Page, n: number): Promise<void> => {
        const body = {
          request: newRequest(),
          keys: [keyOf(2)],
          edits: [{ do: 'status', status: statuses[n % 4] ?? 'read' }],
        } as const;
        await expect.poll(async () => (await ask(page, 'library.edit', body))?.ok).toBe(true);
      };
      await Promise.all(
        Array.from({ length: 24 }, (_, n) => change(pages[n % pages.length] as Page, n + Math.floor(n / 4))),
      );
    });
    await step('look', async () => {
      const [stored] = (await rowsOf(desk, 'papers')).filter(({ key }) => key === keyOf(2));
      const words =
        { 'to-read': 'To read', reading: 'Reading', read: 'Read', aside: 'Put aside' }[String(stored?.['status'])] ??
        '';
      for (const page of pages.slice(0, 2))
        await expect(row(page, 2).getByRole('button', { name: words, exact: true })).toBeVisible();
      await expect((pages[2] as Page).locator('.seg [aria-checked="true"]')).toHaveText(words);
      const popup = pages[3] as Page;
      await popup.getByRole('button', { name: /^Library/ }).click();
      await expect(popup.locator('.pr[data-row]').filter({ hasText: 'Subject Number 2 ' })).toContainText(
        words === 'To read' ? 'Saved' : words,
      ); // the popup's bookmark
      // The other papers were touched by nobody.
      expect((await rowsOf(desk, 'papers')).filter(({ status }) => status !== 'to-read').length).toBeLessThan(2);
    });
  },
);

/** Loads the extension anew, as the browser's own button does after it crashed. */
async function loadAgain(ext: Extension): Promise<void> {
  const session = await browserSession(ext.context);
  // Not in Playwright's protocol types: https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path: resolve(ROOT, 'dist-test') });
}

test('F15: the library page crashes in the middle of a bulk action: it is done to the end, once, and can be taken back', async ({
  ext,
}) => {
  const COUNT = 2_000;
  const desk = await openLibraryDesk(ext);
  for (let n = 1; n <= COUNT; n += 500) await savePapers(desk, n, n + 499);
  await edit(desk, keys(50), [{ do: 'tag', tag: 'mine', on: true }]);
  const before = await seenRows(desk);
  const page = await ext.open('library');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const request = newRequest();
  const edits = [
    { do: 'tag', tag: 'mine', on: true },
    { do: 'status', status: 'aside' },
  ] as const;
  const query = { text: '', shelf: 'library', sort: 'added', descending: true } as const;
  const { job } = await done(page, 'library.bulk', { request, choice: { query, except: [keyOf(7)] }, edits });
  await jobBeyond(desk, job, 0);
  const session = await ext.context.newCDPSession(page);
  const crashed = new Promise((gone) => page.once('crash', gone));
  session.send('Page.crash').catch(() => undefined); // it cannot answer
  await crashed;
  const open = async () => (await libraryJobs(now)).filter(isOpenJob).length;
  // Pages, engine and worker share a process: the browser takes the extension for crashed and offers to load it again.
  await loadAgain(ext);
  const now = await openLibraryDesk(ext);
  const again = await ext.open('library');
  expect(await endOfJob(now, job)).toMatchObject({ state: 'done', done: COUNT - 1, result: { changed: COUNT - 1 } });
  const after = await rowsOf(now, 'papers');
  const whole = after.filter((one) => one['status'] === 'aside' && (one['tags'] as readonly string[]).includes('mine')); // a saved row
  expect(whole).toHaveLength(COUNT - 1);
  await expect(again.getByText('Put aside').first()).toBeVisible();
  const undo = await done(now, 'library.undo', { request: newRequest(), undo: request });
  await endOfJob(now, undo.job ?? -1);
  expect(await seenRows(now)).toEqual(before);
  expect(await open()).toBe(0);
});

/** Takes back twice at the same time and once more later. @returns how many states came back, and the jobs that were begun */
async function undoThrice(
  ext: Extension,
  desk: Page,
  undo: string,
): Promise<{ undone: number; jobs: readonly number[] }> {
  const press = () => done(desk, 'library.undo', { request: newRequest(), undo });
  const first = await Promise.all([press(), press()]);
  for (const { job } of first) if (job !== undefined) await endOfJob(desk, job);
  await ext.worker.kill();
  const all = [...first, await press()];
  for (const { job } of all) if (job !== undefined) await endOfJob(desk, job);
  return {
    undone: all.reduce((sum, one) => sum + one.undone, 0),
    jobs: [...new Set(all.flatMap(({ job }) => job ?? []))],
  };
}

test('F17: undo pressed twice, after a restart: a few papers, many, a note, the trash: the exact inverse, once', async ({
  ext,
}) => {
  let desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 600);
  await edit(desk, keys(30), [
    { do: 'tag', tag: 'mine', on: true },
    { do: 'rating', rating: 3 },
  ]);
  await done(desk, 'library.note', { request: newRequest(), key: keyOf(5), text: 'The first text.' });
  const state = async () => [await seenRows(desk), await seenRows(desk, 'trash')];
  const before = await state();
  const edits: readonly PaperEdit[] = [
    { do: 'tag', tag: 'mine', on: false },
    { do: 'tag', tag: 'new', on: true },
    { do: 'rating', rating: 5 },
    { do: 'status', status: 'read' },
  ];
  const few = newRequest();
  await edit(desk, keys(40), edits, few);
  const many = newRequest();
  const { job } = await done(desk, 'library.bulk', {
    request: many,
    choice: { keys: keys(600) },
    edits: [...edits, { do: 'delete' }],
  });
  await endOfJob(desk, job);
  const note = newRequest();
  expect(await rowsOf(desk, 'papers')).toHaveLength(0);
  await ext.relaunch();
  desk = await openLibraryDesk(ext);
  expect((await undoThrice(ext, desk, many)).jobs).toHaveLength(1);
  expect(await rowsOf(desk, 'papers')).toHaveLength(600);
  await ext.relaunch();
  desk = await openLibraryDesk(ext);
  expect((await undoThrice(ext, desk, few)).undone).toBeGreaterThan(0);
  expect(await state()).toEqual(before);
  await done(desk, 'library.note', { request: note, key: keyOf(5), text: 'Another text.' });
  await ext.crash();
  desk = await openLibraryDesk(ext);
  await undoThrice(ext, desk, note);
  expect(await state()).toEqual(before);
  const [kept] = (await rowsOf(desk, 'states')).filter(({ kind, id }) => kind === 'note' && id === keyOf(5));
  expect(JSON.stringify(kept)).toContain('The first text.');
  expect(JSON.stringify(kept)).not.toContain('Another text.');
});
