/**
 * F12: the interface in other languages, scripts, directions, zones and calendars. What is stored is ISO and the person's own day; what is
 * shown is in their language; nothing is cut. Pages are those that the built extension has, so a new one is tested by being there.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { pseudoExtension } from '../tools/pseudo-locale.ts';
import { ROOT } from '../tools/run.ts';
import { addDigest, openDesk, savePapers } from './harness/digests.ts';
import { test as base, Extension, type ExtensionOptions, expect, inventedRecords } from './harness/extension.ts';
import { layoutFaults } from './harness/layout.ts';
import { rowsOf } from './harness/library.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new?n=12&seed=50';
const KIRITIMATI = 'Pacific/Kiritimati'; // UTC+14: for ten hours of each day it is tomorrow there
const BUILT = resolve(ROOT, 'dist-test');
const KEYS = Object.keys(JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8')) as object);

/** Pages of the interface with the views that an address opens. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  popup: [''],
  options: ['#sites', '#notes', '#digests', '#backups', '#about'],
  welcome: [''],
  add: [''],
  restore: [''],
  library: [''],
  panel: [''],
};
const there = Object.entries(VIEWS).filter(([page]) => existsSync(join(BUILT, `src/ui/${page}/index.html`)));

type Options = Pick<ExtensionOptions, 'language' | 'zone'> & { readonly pseudo?: readonly string[] };
const test = base.extend<{ other: (options: Options) => Promise<Extension> }>({
  other: async ({ web }, use) => {
    const started: Extension[] = [];
    const folders: string[] = [];
    await use(async ({ pseudo, ...options }) => {
      const folder = pseudo ? mkdtempSync(join(tmpdir(), 'scholion-pseudo-')) : undefined;
      if (folder !== undefined) {
        folders.push(folder);
        pseudoExtension(BUILT, folder, pseudo ?? []);
      }
      web.requests.length = 0;
      web.papers = inventedRecords(12, 50);
      const ext = new Extension(web, {
        build: 'dist-test',
        dark: false,
        keepWelcome: false,
        ...options,
        ...(folder === undefined ? {} : { folder }),
      });
      started.push(ext);
      await ext.start();
      await (await ext.welcome()).close();
      return ext;
    });
    for (const ext of started) await ext.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    expect(web.unexpected(), 'requests that no page made').toEqual([]);
  },
});
test.setTimeout(300_000);

/** Fills both stores, so that views have rows, and opens a listing with notes. */
async function fill(ext: Extension): Promise<{ list: Page; desk: Page }> {
  const desk = await openDesk(ext.context, ext.id);
  await addDigest(desk, ext.web.papers, 'A digest');
  await savePapers(desk, ext.web.papers.slice(0, 3));
  const list = await ext.open(LIST);
  await expect(list.locator('scholion-note .chip').first()).toBeVisible();
  return { list, desk };
}

/** Opens every view at two widths and looks for what is cut. */
async function allViewsHold(
  ext: Extension,
  list: Page,
  want: { dir: 'ltr' | 'rtl'; lang: RegExp; bracketed: boolean },
): Promise<void> {
  const tab = await ext.tabId(list);
  for (const [page, addresses] of there)
    for (const address of addresses)
      for (const width of [1280, 400]) {
        const view = await ext.context.newPage();
        await view.setViewportSize({ width, height: 800 });
        await view.goto(ext.url(`src/ui/${page}/index.html`) + (page === 'popup' ? `?tab=${tab}` : address));
        await expect(view.locator('main').first()).toBeVisible();
        await view.waitForTimeout(500); // past the first rows, which come from the stores
        const html = view.locator('html');
        await expect(html).toHaveAttribute('dir', want.dir);
        await expect(html).toHaveAttribute('lang', want.lang);
        const faults = await layoutFaults(view, { keys: KEYS, bracketed: want.bracketed });
        expect.soft(faults, `${page}${address} at ${width} px`).toEqual([]);
        if (process.env['SCHOLION_PICTURES'])
          await view.screenshot({
            path: join(
              process.env['SCHOLION_PICTURES'],
              `${want.dir}-${String(want.lang).replace(/\W/g, '')}-${page}${address}-${width}.png`,
            ),
            fullPage: true,
          });
        await view.close();
      }
}

/** A note is one line of 24 px that moves nothing, whatever its words. */
async function notesAreOneLine(list: Page): Promise<void> {
  for (const width of [1280, 700, 400]) {
    await list.setViewportSize({ width, height: 900 });
    const boxes = await list.locator('scholion-note').evaluateAll((hosts) =>
      hosts.map((host) => {
        const line = host.shadowRoot?.querySelector('.note');
        if (!line) return 'no line';
        const tops = [...line.children].map((part) => part.getBoundingClientRect()).filter((box) => box.width > 1);
        const own = line.getBoundingClientRect();
        const outside = tops.filter((box) => box.top < own.top - 3 || box.bottom > own.bottom + 3).length;
        return `${host.getBoundingClientRect().height} ${own.height} ${outside}`;
      }),
    );
    expect([...new Set(boxes)], `notes at ${width} px`).toEqual(['24 24 0']);
  }
}

/** Today where the browser is. */
const dayIn = (zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date());

/** What is stored of a save and a digest of now: ISO, in western digits, of the person's own day. */
async function storedIsIso(ext: Extension, desk: Page, before: string): Promise<void> {
  const days = [before, dayIn(KIRITIMATI)];
  const saved = (await rowsOf(desk, 'saved')) as readonly { since?: string }[];
  expect(saved.length).toBe(3);
  for (const row of saved) expect(days).toContain(row.since);
  const options = await ext.open('options', '#digests');
  await expect(options.locator('main')).toBeVisible();
  await options.close();
}

for (const width of ['pseudo'] as const)
  test(`F12: ${width} text, accented and 40 % longer, cuts nothing, and no sentence is missing from _locales`, async ({
    other,
  }) => {
    const ext = await other({ pseudo: ['en'], zone: KIRITIMATI });
    const before = dayIn(KIRITIMATI);
    const { list, desk } = await fill(ext);
    await storedIsIso(ext, desk, before);
    await allViewsHold(ext, list, { dir: 'ltr', lang: /^en/, bracketed: true });
    await notesAreOneLine(list);
  });

test('F12: right to left, in Arabic letters, every page mirrors and cuts nothing', async ({ other }) => {
  const ext = await other({ pseudo: ['ar'], language: 'ar', zone: KIRITIMATI });
  const before = dayIn(KIRITIMATI);
  const { list, desk } = await fill(ext);
  await storedIsIso(ext, desk, before);
  await allViewsHold(ext, list, { dir: 'rtl', lang: /^ar/, bracketed: true });
  await notesAreOneLine(list);
});

test('F12: in German nothing is cut', async ({ other }) => {
  const ext = await other({ language: 'de', zone: KIRITIMATI });
  const before = dayIn(KIRITIMATI);
  const { list, desk } = await fill(ext);
  await storedIsIso(ext, desk, before);
  await allViewsHold(ext, list, { dir: 'ltr', lang: /^de/, bracketed: false });
  await notesAreOneLine(list);
});
