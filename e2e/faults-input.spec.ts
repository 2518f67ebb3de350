/** FAULTS A, C20, E05, F: hostile digests, forged messages, a closed popup, a storm of presses, and a backup taken out as a file. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { protocol } from '../src/messaging/protocol.ts';
import { idOf, LIST, tagged } from './harness/annotated.ts';
import { contentWorld } from './harness/content-world.ts';
import { addDigest, addSample, callFrom, jobDone, openDesk, savePapers } from './harness/digests.ts';
import { expect, inventedRecords, test } from './harness/extension.ts';
import * as library from './harness/library.ts';
import { noteOf } from './harness/notes.ts';
import { storedContent } from './harness/papers-store.ts';
import { browserSession, targets } from './harness/worker.ts';

/** Titles that would run as markup, style, character data or template. */
const A01 = ['<img src=x onerror=window.__pwn=1>'];
const A02 = [
  '<script>window.__pwn=1</script>',
  '</style><script>window.__pwn=1</script>',
  ']]><svg onload=window.__pwn=1>',
  "{{constructor.constructor('window.__pwn=1')()}}",
];

/** Nothing of the input became an element, ran, or was stopped only by a policy. */
async function expectInert(page: Page): Promise<void> {
  await page.waitForTimeout(200); // an onerror comes after its picture failed
  const found = await page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
    return {
      pwn: (globalThis as { __pwn?: unknown }).__pwn,
      elements: all(document).filter((e) => e.matches('[onerror], [onload], [src="x"]')).length,
      scripts: all(document).filter((e) => e.localName === 'script' && e.textContent?.includes('window.__pwn=1'))
        .length,
      stopped: (globalThis as unknown as { __stopped: string[] }).__stopped, // set by the script below
    };
  });
  expect(found).toEqual({ pwn: undefined, elements: 0, scripts: 0, stopped: [] });
}

for (const [fault, titles] of [['A01', A01] as const, ['A02', A02] as const])
  test(`${fault}: hostile titles, tags and names are literal text in note, card, hint, popup and options`, async ({
    ext,
  }) => {
    await ext.context.addInitScript(() => {
      const stopped: string[] = [];
      Object.assign(globalThis, { __stopped: stopped });
      addEventListener('securitypolicyviolation', (e) => stopped.push(`${e.violatedDirective} ${e.sample}`));
    });
    const desk = await openDesk(ext.context, ext.id);
    await addSample(desk);
    const shown = ext.web.papers.slice(0, titles.length);
    // The page's own papers under hostile titles, with a hostile tag each, in a digest of a hostile name.
    const hostile = shown.map((paper, i) => ({ ...paper, title: `${titles[i]} in paper ${i}` }));
    const lines = hostile.map(({ title, abstract, id }, i) =>
      JSON.stringify({
        title,
        abstract,
        ids: [`arxiv:${id}`],
        tags: [titles[i]],
        links: [],
        organisation: { slug: titles[i], name: titles[i] },
      }),
    );
    const name = `Digest ${titles[0]}`;
    const { job } = await callFrom(desk, 'digest.add', { request: crypto.randomUUID(), name, text: lines.join('\n') });
    await jobDone(desk, job);
    // A copied page: its titles come back in warnings.
    const long = `${'We study what a reader of digests makes of titles that look like markup. '.repeat(5)}`;
    const copied = titles.map((title) => `${title}\n\n${long}\n`).join('\n');
    const page2 = await callFrom(desk, 'digest.add', {
      request: crypto.randomUUID(),
      name: `Copied ${titles[0]}`,
      text: `${copied}\nA Last Title\n\n${long}\n\n  • 4 authors\n·\nMay 6, 2024\n`,
    });
    await jobDone(desk, page2.job);
    // Close to papers of the page, and saved under hostile titles: these are told in hints.
    const about = ext.web.papers.filter((paper) => /offline/i.test(`${paper.title} ${paper.abstract}`)).slice(0, 3);
    const near = about.map((paper, i) => ({
      ...paper,
      id: `2511.0900${i}`,
      title: `${titles[i % titles.length]} ${i}`,
    }));
    await savePapers(desk, near);

    const page = await ext.open(LIST);
    await tagged(page).toBe(true);
    for (const [i, { title }] of hostile.entries()) {
      const { host, mark } = noteOf(page, idOf(ext, i));
      await mark.click();
      const card = host.locator('.card');
      await expect(card).toContainText(title); // as the other title of this paper, or as its title
      await expect(card).toContainText(titles[i] ?? '');
      await page.keyboard.press('Escape');
      await expect(card).toHaveCount(0);
    }
    const hint = page.locator('scholion-note .hint').filter({ hasText: 'which you saved' }).first();
    await expect(hint).toContainText(/<img src=x|<script>|<\/style>|\]\]>|\{\{constructor/);
    await expectInert(page);

    const popup = await ext.openPopup(page);
    await popup.getByRole('button', { name: /^Library/ }).click();
    for (const { title } of near)
      await expect(popup.locator('.pr[data-row]').filter({ hasText: title })).toHaveCount(1);
    await expectInert(popup);
    const options = await ext.open('options', '#digests');
    await expect(options.getByText(name, { exact: true })).toBeVisible();
    const item = options.locator('.ti').filter({ hasText: `Copied ${titles[0]}` });
    await item.locator('button.link').click();
    for (const title of titles)
      await expect(item.locator('.warnings').or(options.locator('.warnings'))).toContainText(title.slice(0, 20));
    await expectInert(options);
    expect(await ext.worker.handle.evaluate(() => (globalThis as { __pwn?: unknown }).__pwn)).toBeUndefined();
    expect(ext.web.unexpected()).toEqual([]);
  });

test('C20: forged messages from a content script are refused, the worker lives, and nothing changes', async ({
  ext,
}) => {
  const desk = await openDesk(ext.context, ext.id);
  await addDigest(desk, inventedRecords(5, 4), 'Kept');
  await library.savePapers(desk, 1, 3);
  await library.done(desk, 'library.snapshot', { request: library.newRequest() });
  const page = await ext.open(`${LIST}?empty`); // nothing to note: whatever changes was asked for by a message
  const world = await contentWorld(ext.context, ext.id, page);
  const state = async () => [await library.dump(desk), await storedContent(desk), await library.health(desk)];
  const before = await state();
  await ext.worker.handle.evaluate(() => Object.assign(globalThis, { __same: true }));
  const send = (message: string) =>
    world<{ ok?: boolean; error?: string } | null>(
      `chrome.runtime.sendMessage(${message}).then((r) => r ?? null, (e) => ({ thrown: String(e) }))`,
    );
  const of = (call: string, body: unknown, to = 'background') => JSON.stringify({ scholion: 1, to, call, body });
  const request = library.newRequest();
  const [snapshot] = (await library.health(desk)).snapshots;
  /** Bodies that would be carried out if a page of ours sent them. */
  const bodies: Readonly<Record<string, unknown>> = {
    'library.restore': { request, name: snapshot?.name },
    'library.accept': { request },
    'library.snapshot': { request },
    'digest.forget': { request, digests: 'all' },
    'engine.forget': { request, digests: 'all' },
    'settings.set': { settings: { sitesOff: ['arxiv'], keepListings: true, notes: {} } },
    'sites.set': { site: 'arxiv', on: false },
  };
  for (const [call, rule] of Object.entries(protocol)) {
    if (rule.to === 'content' || (rule.from as readonly string[]).includes('content')) continue;
    const reply = await send(of(call, bodies[call] ?? {}, rule.to));
    // Nobody answers for an engine that is not there; one that is there refuses.
    expect(reply?.ok, call).not.toBe(true);
    if (rule.to === 'background') expect(reply, call).toMatchObject({ ok: false, error: 'refused' });
  }
  for (const call of ['wipe', 'export', 'setSync', 'readSecret', '__proto__', 'constructor', 'toString'])
    expect(await send(of(call, {})), call).toMatchObject({ ok: false, error: 'refused' });

  const bad = { ok: false, error: 'bad-request' };
  const papers = library.papers(7, 7);
  for (const [call, body] of [
    ['library.save', {}],
    ['library.save', { papers }],
    ['library.save', { request: 'one', papers }],
    ['library.save', { request, papers: [] }],
    ['library.save', { request, papers: [{ ids: ['arxiv:2511.00001'] }] }],
    ['library.save', { request, papers, status: 'deleted' }],
    ['library.save', { request, papers, key: 'more' }],
    ['library.undo', { undo: request }],
    ['papers.lookup', null],
    ['papers.lookup', [1, 2]],
    ['digest.harvest', { key: 'k', name: 'n', format: 'unheard-of', text: 'x' }],
    ['page.report', { site: 'arxiv', mentions: -1, known: 0.5, changed: 'no' }],
  ] as const)
    expect(await send(of(call, body)), `${call} ${JSON.stringify(body)}`).toMatchObject(bad);
  for (const message of [
    'null',
    '1',
    '"wipe"',
    '[]',
    '{}',
    '{scholion: 1}',
    '{scholion: 2, to: "background", call: "library.accept", body: {}}',
  ])
    expect((await send(message))?.ok, message).not.toBe(true);

  const million = `{scholion: 1, to: 'background', call: 'papers.lookup', body: {full: 0, queries: Array.from({length: 1e6}, (_, i) => ({ids: ['arxiv:2511.' + i], title: ''}))}}`;
  const manyIds = `{scholion: 1, to: 'background', call: 'library.save', body: {request: '${request}', papers: [{title: 'x', ids: Array.from({length: 1e6}, (_, i) => 'arxiv:2511.' + i)}]}}`;
  expect(await send(million)).toMatchObject(bad);
  expect(await send(manyIds)).toMatchObject(bad);
  const huge = `new Promise((done) => done(chrome.runtime.sendMessage({scholion: 1, to: 'background', call: 'digest.harvest', body: {key: 'k', name: 'n', format: 'jsonl', text: 'x'.repeat(65 * 1024 * 1024)}}))).then(() => 'sent', (e) => 'thrown ' + e)`;
  expect(await world<string>(huge)).toMatch(/^thrown .*(length|size)/i);

  expect(await ext.worker.handle.evaluate(() => (globalThis as { __same?: true }).__same)).toBe(true);
  expect(await send(of('papers.lookup', { queries: [{ ids: papers[0]?.ids, title: '' }], full: 0 }))).toMatchObject({
    ok: true,
  });
  expect(await state()).toEqual(before);
});

test('F07: a popup closed in the middle of saving 2,000 papers: all are saved, and the reopened popup says so', async ({
  ext,
}) => {
  ext.web.papers = inventedRecords(2_000, 9);
  const page = await ext.open(`${LIST}?n=2000&seed=9`);
  await expect(page.locator('scholion-note').first()).toBeAttached();
  const popup = await ext.openRealPopup(page);
  await popup.shows('Save all 2,000');
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find((b) => b.textContent.includes('Save all')).click()`,
  );
  expect(await popup.text()).not.toContain('2,000 papers saved');
  await popup.close();
  const session = await browserSession(ext.context);
  expect((await targets(session)).filter((t) => t.url.includes('/popup/'))).toEqual([]);
  const again = await ext.openRealPopup(page);
  await again.shows('2,000 papers');
  await again.shows('All saved');
  expect(await again.text()).not.toContain('Save all');
  await again.shows(/Library\s*2,000/);
  await again.close();
  const desk = await openDesk(ext.context, ext.id);
  expect(await library.savedKeys(desk)).toHaveLength(2_000);
  expect(await library.health(desk)).toMatchObject({ state: 'good', count: 2_000 });
});

test('E05: the chosen backup is saved as a file from the restore screen, equal to the snapshot, and restores nothing', async ({
  ext,
}) => {
  const before = await library.openLibraryDesk(ext);
  await library.savePapers(before, 1, 30);
  await library.done(before, 'library.snapshot', { request: library.newRequest() });
  await ext.relaunch({ store: 'library', how: 'E05 a file instead of the directory' });
  const isRestore = (page: Page): boolean => page.url().startsWith(ext.url('restore'));
  await expect.poll(() => ext.context.pages().filter(isRestore).length).toBe(1);
  const page = ext.context.pages().find(isRestore) as Page; // just counted
  await page.bringToFront();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this backup as a file' }).click(),
  ]);
  const desk = await openDesk(ext.context, ext.id);
  const { state, snapshots } = await library.health(desk);
  expect(state).toBe('unreadable'); // taking the file out decides nothing
  const name = snapshots.find((snapshot) => snapshot.good)?.name ?? '';
  const kept = await desk.evaluate(async (file) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots');
    return (await (await folder.getFileHandle(file)).getFile()).text();
  }, name);
  expect(download.suggestedFilename()).toBe(`scholion-library-${name}`);
  expect(readFileSync(await download.path(), 'utf8')).toBe(kept);
  expect(JSON.parse(kept.split('\n')[0] ?? '')).toMatchObject({ scholion: 'library', count: 30 });
});
