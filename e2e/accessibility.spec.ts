/** Own pages under axe-core, in each of their states and in both themes, narrow and with forced colours. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { addDigest, openDesk, savePapers } from './harness/digests.ts';
import { type Extension, expect, inventedRecords, type PageName, test } from './harness/extension.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS: readonly (readonly [PageName, string])[] = [
  ['popup', ''],
  ['add', ''],
  ['options', '#sites'],
  ['options', '#notes'],
  ['options', '#digests'],
  ['options', '#sync'],
  ['options', '#backups'],
  ['options', '#citing'],
  ['options', '#network'],
  ['options', '#about'],
  ['welcome', ''],
  ['restore', ''],
];
const SNAPSHOTS = [
  { name: 'a', day: '2026-11-21', count: 128, bytes: 88_000, good: true },
  { name: 'b', day: '2026-11-20', count: 126, bytes: 86_000, good: false },
];

/** Sections of the settings that show the same whatever the library says are looked at in each state by the soak run. */
const ALIKE: readonly string[] = ['#notes', '#citing', '#network', '#about'];
const WITH_STATES = VIEWS.filter(([, query]) => process.env['SOAK'] === '1' || !ALIKE.includes(query));

/** What the background answers, in states that cannot be had by using the extension; all else is real. */
type Answers = Readonly<Record<string, unknown>> | 'silent' | 'dead';
const health = (state: string): Answers => ({
  'library.health': {
    state,
    count: 96,
    expected: 128,
    snapshots: SNAPSHOTS,
    papers: state === 'empty-loss' ? 'lost' : 'good',
  },
});
const STATES: Readonly<Record<string, Answers>> = {
  loading: 'silent',
  error: 'dead',
  'read-only': health('newer'),
  'empty loss': health('empty-loss'),
  'partial loss': health('partial-loss'),
  unreadable: health('unreadable'),
  blocked: health('blocked'),
};

async function openIn(ext: Extension, page: PageName, query: string, answers: Answers = {}): Promise<Page> {
  const tab = await ext.context.newPage();
  await tab.addInitScript((given) => {
    const real = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
    const fake = (message: { call?: string }): Promise<unknown> => {
      if (given === 'silent') return new Promise(() => undefined);
      if (given === 'dead') return Promise.resolve(undefined);
      const value = given[message.call ?? ''];
      return value === undefined ? real(message) : Promise.resolve({ ok: true, value });
    };
    Object.defineProperty(chrome.runtime, 'sendMessage', { value: fake });
  }, answers);
  await tab.goto(ext.url(page) + query);
  await expect(tab.locator('main')).toBeVisible();
  await tab.waitForTimeout(600); // past the skeleton's 300 ms and the last try of a call
  return tab;
}

async function checked(tab: Page, what: string): Promise<void> {
  const light = await new AxeBuilder({ page: tab }).setLegacyMode().withTags(RULES).analyze();
  await tab.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page: tab }).setLegacyMode().withRules(['color-contrast']).analyze(); // all else is the same
  await tab.emulateMedia({ colorScheme: 'light' });
  const found = [...light.violations, ...dark.violations].map(
    (v) => `${what}: ${v.id} at ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(', ')}`,
  );
  expect.soft(found).toEqual([]);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(wide, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Fills the stores, so that lists have rows. */
async function fill(ext: Extension): Promise<Page> {
  ext.web.papers = inventedRecords(12, 50);
  const desk = await openDesk(ext.context, ext.id);
  await addDigest(desk, ext.web.papers, 'A digest');
  await savePapers(desk, ext.web.papers.slice(0, 3));
  const page = await ext.open(`${LIST}?n=12&seed=50`);
  await expect(page.locator('scholion-note').first()).toBeAttached();
  return page;
}

test.setTimeout(600_000);

test('axe finds nothing on any view, empty and full', async ({ ext }) => {
  for (const [page, query] of VIEWS) {
    const tab = await openIn(ext, page, query);
    await checked(tab, `${page}${query}, empty`);
    await tab.close();
  }
  const list = await fill(ext);
  const tabId = await ext.tabId(list);
  for (const [page, query] of VIEWS) {
    const tab = await openIn(ext, page, page === 'popup' ? `?tab=${tabId}` : query);
    await checked(tab, `${page}${query}, full`);
    await tab.close();
  }
});

test('axe finds nothing in any state', async ({ ext }) => {
  const list = await fill(ext);
  const tabId = await ext.tabId(list);
  for (const [state, answers] of Object.entries(STATES))
    for (const [page, query] of WITH_STATES) {
      const tab = await openIn(ext, page, page === 'popup' ? `?tab=${tabId}` : query, answers);
      await checked(tab, `${page}${query}, ${state}`);
      await tab.close();
    }
});

test('axe finds nothing offline, narrow, in a search, in a question, with a toast', async ({ ext }) => {
  const list = await fill(ext);
  const popup = await openIn(ext, 'popup', `?tab=${await ext.tabId(list)}`);
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.locator('.bm[data-status=""]').first().click();
  await expect(popup.locator('.toast')).toBeVisible();
  await checked(popup, 'popup with toast');
  await popup.locator('.bm:not([data-status=""])').first().click();
  await checked(popup, 'popup with a choice of status');
  await popup.getByRole('searchbox').fill(ext.web.papers[0]?.title.split(' ')[1] ?? '');
  await expect(popup.locator('mark').first()).toBeVisible();
  await checked(popup, 'popup search');
  await popup.getByRole('button', { name: 'Add digest' }).click();
  await checked(popup, 'popup adding');
  const options = await openIn(ext, 'options', '#digests');
  await options
    .getByRole('button', { name: /^Forget / })
    .first()
    .click();
  await checked(options, 'options question');
  await ext.context.setOffline(true);
  for (const [page, query] of VIEWS) {
    const tab = await openIn(ext, page, query);
    await tab.setViewportSize({ width: 340, height: 700 });
    await expect(tab.getByText('Offline').first()).toBeVisible();
    await checked(tab, `${page}${query}, offline and narrow`);
    await tab.close();
  }
});

test('with forced colours every view still shows its controls', async ({ ext }) => {
  const list = await fill(ext);
  const popup = await openIn(ext, 'popup', `?tab=${await ext.tabId(list)}`);
  await popup.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await checked(popup, 'popup in forced colours');
  const options = await openIn(ext, 'options', '#sites');
  await options.emulateMedia({ forcedColors: 'active' });
  const border = await options
    .getByRole('switch')
    .first()
    .evaluate((e) => getComputedStyle(e).borderTopStyle);
  expect(border).toBe('solid');
});
