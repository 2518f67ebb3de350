/**
 * `npm run screenshots [-- NAME]`: the pictures of the README and of every view, in both themes, into docs/screenshots/. Needs a build of
 * dist-test (its roots are open, so that the card can be opened from outside); it is made here.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { openDesk } from '../e2e/harness/digests.ts';
import { launch } from '../e2e/harness/launch.ts';
import { startWeb } from '../e2e/harness/server.ts';
import { build } from './build.ts';
import { fillLibrary } from './demo/library.ts';
import { prepare } from './demo/prepare.ts';
import { ROOT } from './run.ts';

type Theme = 'light' | 'dark';

interface View {
  readonly name: string;
  readonly themes: readonly Theme[];
  readonly size: { readonly width: number; readonly height: number };
  /** Address: of a site, or of a page of the extension; `%ID%` is the extension, `%DARK%` asks our pages for their dark form. */
  readonly url: string;
  /** Over a library of half a year instead of a few papers. */
  readonly filled?: boolean;
  /** What is done before the picture. */
  readonly first?: (page: Page) => Promise<void>;
}

const both: readonly Theme[] = ['light', 'dark'];
const WIDE = { width: 1280, height: 900 };
const POPUP = { width: 380, height: 560 };
const PANEL = { width: 360, height: 860 };
const own = (page: string, query = ''): string => `chrome-extension://%ID%/src/ui/${page}/index.html${query}`;

const openCard = async (page: Page): Promise<void> => {
  await page.locator('scholion-note .mark').nth(1).click();
  await page.waitForTimeout(400);
};
const press =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.type(key, { delay: 20 });
    await page.waitForTimeout(500);
  };

const click =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().click();
    await page.waitForTimeout(500);
  };

const keys =
  (...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
    await page.waitForTimeout(700);
  };

/** Views of the library, over the papers of half a year. */
const LIBRARY: readonly View[] = [
  { name: 'library', first: keys('j', 'j', 'Enter') },
  { name: 'library-search', hash: '#q=offline%20year%3A2024..%20-survey', first: keys('j', 'Enter') },
  { name: 'library-cards', hash: '#view=cards' },
  { name: 'library-look', hash: '#view=look' },
  { name: 'library-bulk', first: keys('j', 'x', 'j', 'x', 'j', 'x') },
  { name: 'library-keys', first: keys('?') },
  { name: 'library-trash', hash: '#shelf=trash' },
  { name: 'library-narrow', size: { width: 700, height: 900 } },
  { name: 'library-phone', size: { width: 400, height: 800 } },
].map(({ name, hash = '', first, size = { width: 1280, height: 860 } }) => ({
  name,
  themes: both,
  size,
  url: own('library', hash),
  filled: true,
  ...(first ? { first } : {}),
}));

const views: readonly View[] = [
  { name: 'arxiv-list', themes: ['light'], size: WIDE, url: 'https://arxiv.org/list/cs.LG/new' },
  { name: 'arxiv-card', themes: ['light'], size: WIDE, url: 'https://arxiv.org/list/cs.LG/new', first: openCard },
  { name: 'arxiv-search', themes: ['light'], size: WIDE, url: 'https://arxiv.org/search/?query=reinforcement' },
  { name: 'arxiv-abs', themes: ['light'], size: { width: 1280, height: 640 }, url: 'https://arxiv.org/abs/2402.12527' },
  {
    name: 'arxiv-narrow',
    themes: ['light'],
    size: { width: 480, height: 800 },
    url: 'https://arxiv.org/list/cs.LG/new',
  },
  { name: 'hf-daily', themes: both, size: WIDE, url: 'https://huggingface.co/papers%DARK%' },
  { name: 'hf-search', themes: both, size: WIDE, url: 'https://huggingface.co/papers?q=reinforcement%DARK%' },
  {
    name: 'hf-paper',
    themes: both,
    size: { width: 1280, height: 640 },
    url: 'https://huggingface.co/papers/2510.01132%DARK%',
  },
  {
    name: 'hf-card',
    themes: both,
    size: WIDE,
    url: 'https://huggingface.co/papers?q=reinforcement%DARK%',
    first: openCard,
  },
  { name: 'popup', themes: both, size: POPUP, url: own('popup', '?tab=%TAB%') },
  {
    name: 'paper',
    themes: both,
    size: { width: 1280, height: 760 },
    url: own('paper', '?key=arxiv%3A2405.19909'),
    first: click('.link.soft'),
  },
  { name: 'panel', themes: both, size: PANEL, url: own('panel', '?tab=%TAB%') },
  {
    name: 'panel-paper',
    themes: both,
    size: PANEL,
    url: own('panel', '?tab=%TAB%'),
    first: click('.pr:has(.bm:not([data-status=""])) .t'),
  },
  {
    name: 'popup-search',
    themes: both,
    size: POPUP,
    url: own('popup', '?tab=%TAB%'),
    first: press('offline reinforcement'),
  },
  { name: 'popup-saved', themes: both, size: POPUP, url: own('popup', '?tab=%TAB%'), first: click('.head .btn') },
  {
    name: 'popup-status',
    themes: both,
    size: POPUP,
    url: own('popup', '?tab=%TAB%'),
    first: click('.bm[aria-expanded]'),
  },
  { name: 'popup-library', themes: both, size: POPUP, url: own('popup', '?tab=%TAB%'), first: click('footer .btn') },
  { name: 'popup-add', themes: both, size: POPUP, url: own('popup', '?tab=%TAB%'), first: click('footer .btn ~ .btn') },
  { name: 'popup-no-site', themes: both, size: POPUP, url: own('popup') },
  ...LIBRARY,
  { name: 'add', themes: both, size: WIDE, url: own('add') },
  { name: 'options', themes: both, size: WIDE, url: own('options') },
  { name: 'options-notes', themes: both, size: WIDE, url: own('options', '#notes') },
  { name: 'options-digests', themes: both, size: WIDE, url: own('options', '#digests') },
  { name: 'options-forget', themes: both, size: WIDE, url: own('options', '#digests'), first: click('.ti .btn') },
  { name: 'options-sync', themes: both, size: WIDE, url: own('options', '#sync') },
  {
    name: 'options-sync-add',
    themes: both,
    size: WIDE,
    url: own('options', '#sync'),
    first: click('.pk input'),
  },
  { name: 'options-backups', themes: both, size: WIDE, url: own('options', '#backups') },
  { name: 'options-citing', themes: both, size: WIDE, url: own('options', '#citing') },
  { name: 'options-network', themes: both, size: WIDE, url: own('options', '#network') },
  { name: 'options-about', themes: both, size: WIDE, url: own('options', '#about') },
  { name: 'welcome', themes: both, size: WIDE, url: own('welcome') },
  { name: 'restore', themes: both, size: WIDE, url: own('restore') },
];

const only = process.argv[2];
const folder = resolve(ROOT, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const fault = await build('test', { quiet: true });
if (fault) {
  console.error(fault);
  process.exit(1);
}
const web = await startWeb();
for (const theme of both) {
  const chosen = views.filter((v) => v.themes.includes(theme) && (only === undefined || v.name.includes(only)));
  if (chosen.length === 0) continue;
  const profile = mkdtempSync(join(tmpdir(), 'scholion-shots-'));
  const { context, id } = await launch({ extension: 'dist-test', profile, web, dark: theme === 'dark' });
  try {
    const tab = await openListing(context, id);
    for (const view of chosen.filter((v) => !v.filled)) await picture(context, view, theme, id, tab);
    const filled = chosen.filter((v) => v.filled);
    if (filled.length > 0) await fill(context, id);
    for (const view of filled) await picture(context, view, theme, id, tab);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
await web.close();

async function fill(context: BrowserContext, id: string): Promise<void> {
  const desk = await openDesk(context, id);
  const worker = context.serviceWorkers().find((w) => w.url().includes(id));
  if (!worker) throw new Error('The extension has no service worker.');
  await fillLibrary(desk, worker);
  await desk.close();
}

/** The demo's papers, and a listing open. @returns the listing's tab, for the popup */
async function openListing(context: BrowserContext, id: string): Promise<number> {
  const desk = await openDesk(context, id);
  await prepare(desk);
  const listing = await context.newPage();
  await listing.goto('https://arxiv.org/list/cs.LG/new');
  await listing.waitForSelector('scholion-note', { state: 'attached' });
  const tab = await desk.evaluate(async () => (await chrome.tabs.query({ url: 'https://arxiv.org/*' }))[0]?.id);
  await desk.close();
  return tab ?? -1;
}

async function picture(context: BrowserContext, view: View, theme: Theme, id: string, tab: number): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(view.size);
  const dark = theme === 'dark' ? (view.url.includes('?') ? '&dark' : '?dark') : '';
  await page.goto(view.url.replace('%ID%', id).replace('%TAB%', String(tab)).replace('%DARK%', dark));
  await page.waitForTimeout(1500); // notes, then hints in their second answer
  await view.first?.(page);
  const file = view.themes.length > 1 ? `${view.name}-${theme}.png` : `${view.name}.png`;
  await page.screenshot({ path: join(folder, file) });
  console.log(`docs/screenshots/${file}`);
  await page.close();
}
