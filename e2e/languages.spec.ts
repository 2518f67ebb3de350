/**
 * F12: the interface in other languages, scripts, directions, zones and calendars. What is stored is ISO and the person's own day; what is
 * shown is in their language; nothing is cut. Pages are those that the built extension has, so a new one is tested by being there.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { STYLE_NAMES } from '../src/core/citations/styles/cite.ts';
import { catalogue } from '../src/sites/catalogue.ts';
import { pseudoExtension } from '../tools/pseudo-locale.ts';
import { ROOT } from '../tools/run.ts';
import { addDigest, openDesk, savePapers } from './harness/digests.ts';
import { test as base, Extension, type ExtensionOptions, expect, inventedRecords } from './harness/extension.ts';
import { layoutFaults } from './harness/layout.ts';
import { rowsOf } from './harness/library.ts';
import { allViews } from './harness/views.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new?n=12&seed=50';
const KIRITIMATI = 'Pacific/Kiritimati'; // UTC+14
/** A zone where it is another day than in UTC, whenever the test runs: tomorrow in Kiritimati, or yesterday in Pago Pago (UTC-11). */
const OTHER_DAY = new Date().getUTCHours() >= 10 ? KIRITIMATI : 'Pacific/Pago_Pago';
const BUILT = resolve(ROOT, 'dist-test');
const KEYS = Object.keys(JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8')) as object);

const NAMES = ['Scholion', 'BibTeX', ...Object.values(STYLE_NAMES), ...catalogue.map((site) => site.name)];

interface Options extends Pick<ExtensionOptions, 'language' | 'zone'> {
  /** Languages that get pseudo text. */
  readonly pseudo?: readonly string[];
}
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
test.setTimeout(600_000);

/** Fills both stores, so that views have rows, and opens a listing with notes. */
async function fill(ext: Extension): Promise<{ list: Page; desk: Page }> {
  const desk = await openDesk(ext.context, ext.id);
  await addDigest(desk, ext.web.papers, 'A digest');
  await savePapers(desk, ext.web.papers.slice(0, 3));
  const list = await ext.open(LIST);
  await expect(list.locator('scholion-note .chip').first()).toBeVisible();
  return { list, desk };
}

interface Want {
  readonly dir: 'ltr' | 'rtl';
  readonly lang: RegExp;
  /** Every sentence stands in brackets. */
  readonly bracketed: boolean;
}

/** Opens every view at two widths and looks for what is cut. */
async function allViewsHold(ext: Extension, list: Page, want: Want): Promise<void> {
  const tab = await ext.tabId(list);
  const paper = `arxiv:${ext.web.papers[0]?.id}`; // saved by fill
  const names = [...NAMES, ...ext.web.papers.map(({ title }) => title)];
  for (const { name, path } of allViews(BUILT, tab, paper))
    for (const width of [1280, 400]) {
      const view = await ext.context.newPage();
      await view.setViewportSize({ width, height: 800 });
      await view.goto(ext.url(path));
      await expect(view.locator('main').first()).toBeVisible();
      await view.waitForTimeout(500); // past the first rows, which come from the stores
      await expect(view.locator('html')).toHaveAttribute('dir', want.dir);
      await expect(view.locator('html')).toHaveAttribute('lang', want.lang);
      const faults = await layoutFaults(view, { keys: KEYS, names, bracketed: want.bracketed });
      expect.soft(faults, `${name} at ${width} px`).toEqual([]);
      await picture(view, `${want.dir}-${String(want.lang).replace(/\W/g, '')}-${name}-${width}`);
      await view.close();
    }
}

/** To look at, where a folder is named. */
async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env['SCHOLION_PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name.replace(/[#?=&]/g, '-')}.png`), fullPage });
}

/** A note is one line of 24 px that moves nothing, whatever its words; its card shows all of them. */
async function notesHold(list: Page, want: Want): Promise<void> {
  for (const width of [1280, 700, 400]) {
    await list.setViewportSize({ width, height: 900 });
    const boxes = await list.locator('scholion-note').evaluateAll((hosts) =>
      hosts.map((host) => {
        const line = host.shadowRoot?.querySelector('.note');
        if (!line) return 'no line';
        const own = line.getBoundingClientRect();
        const parts = [...line.children].map((part) => part.getBoundingClientRect()).filter((box) => box.width > 1);
        const outside = parts.filter((box) => box.top < own.top - 3 || box.bottom > own.bottom + 3).length;
        return `${host.getBoundingClientRect().height} ${own.height} ${outside}`;
      }),
    );
    expect.soft([...new Set(boxes)], `notes at ${width} px`).toEqual(['24 24 0']);
  }
  const options = { keys: KEYS, names: NAMES, bracketed: want.bracketed, hosts: 'scholion-note' };
  for (const width of [1280, 400]) {
    await list.setViewportSize({ width, height: 900 });
    const host = list.locator('scholion-note').first();
    await host.locator('.mark').click();
    await expect(host.locator('.card')).toBeVisible();
    expect.soft(await layoutFaults(list, options), `card at ${width} px`).toEqual([]);
    await picture(list, `${want.dir}-${String(want.lang).replace(/\W/g, '')}-card-${width}`, false);
    await list.keyboard.press('Escape');
    await expect(host.locator('.card')).toBeHidden();
  }
}

/** Today where the browser is. */
const dayIn = (zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date());

/** What is stored of saves and digests of now is ISO, of the person's own day; what is shown of it is in `shown`, a locale. */
async function daysHold(ext: Extension, desk: Page, zone: string, before: string, shown: string): Promise<void> {
  const days = [before, dayIn(zone)]; // midnight may have passed
  const saved = (await rowsOf(desk, 'papers')) as readonly { since?: string }[]; // rows of lists carry the day of the save
  expect(saved.length).toBe(3);
  for (const row of saved) expect(days).toContain(row.since);
  const page = await ext.open('options', '#digests');
  const row = page.locator('.ti', { hasText: 'A digest' });
  const words = days.map((day) =>
    new Intl.DateTimeFormat(shown, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day)),
  );
  await expect(row).toContainText(new RegExp(words.map((w) => w.replaceAll('.', '\\.')).join('|')));
  await page.close();
  const add = await ext.open('add');
  expect(days).toContain(await add.locator('input[type="date"]').first().inputValue());
  await add.close();
}

const CASES: readonly (Options & Want & { readonly title: string; readonly zone: string; readonly shown: string })[] = [
  {
    title: 'pseudo text, accented and 40 % longer, is nowhere cut, and no sentence misses from _locales',
    ...{ pseudo: ['en'], zone: KIRITIMATI, shown: 'en-GB', dir: 'ltr', lang: /^en/, bracketed: true },
  },
  {
    title: 'from right to left, in Arabic letters, every page mirrors and nothing is cut',
    ...{ pseudo: ['ar'], language: 'ar', zone: OTHER_DAY, shown: 'ar', dir: 'rtl', lang: /^ar/, bracketed: true },
  },
  {
    title: 'in German nothing is cut',
    ...{ language: 'de', zone: OTHER_DAY, shown: 'de', dir: 'ltr', lang: /^de/, bracketed: false },
  },
];
for (const { title, zone, shown, pseudo, language, ...want } of CASES)
  test(`F12: ${title}`, async ({ other }) => {
    const ext = await other({ zone, ...(pseudo ? { pseudo } : {}), ...(language ? { language } : {}) });
    const before = dayIn(zone);
    const { list, desk } = await fill(ext);
    await daysHold(ext, desk, zone, before, shown);
    await allViewsHold(ext, list, want);
    await notesHold(list, want);
  });

test('F12: the Persian calendar and its digits are shown, and stay outside of what is stored', async ({ other }) => {
  const ext = await other({ pseudo: ['fa'], language: 'fa', zone: KIRITIMATI });
  const before = dayIn(KIRITIMATI);
  const { desk } = await fill(ext);
  expect(new Intl.DateTimeFormat('fa', { dateStyle: 'medium' }).format(new Date('2026-11-25'))).toBe('۴ آذر ۱۴۰۵');
  await daysHold(ext, desk, KIRITIMATI, before, 'fa');
});

test('F12: a browser in Japanese, which we do not speak, has English sentences with English dates', async ({
  other,
}) => {
  const ext = await other({ language: 'ja', zone: OTHER_DAY });
  const before = dayIn(OTHER_DAY);
  const { desk } = await fill(ext);
  await daysHold(ext, desk, OTHER_DAY, before, 'en-GB');
  const page = await ext.open('options', '#digests');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await expect(page.getByRole('heading', { name: '2 digests' })).toBeVisible();
});

test('a German browser speaks German on pages, in notes, in the badge and in its list of extensions', async ({
  other,
}) => {
  const ext = await other({ language: 'de' });
  const { list } = await fill(ext);
  const note = list.locator('scholion-note').nth(4);
  await expect(note.locator('.save')).toHaveAttribute('aria-label', 'Dieses Paper speichern');
  await note.locator('.save').click();
  await expect(note.locator('.save')).toHaveAttribute('aria-label', 'In der Bibliothek: Gespeichert');
  await expect(note.locator('.toast')).toContainText('Gespeichert in der Bibliothek');
  const options = await ext.open('options', '#backups');
  await expect(options).toHaveTitle('Einstellungen - Scholion');
  await expect(options.getByText('4 Paper in der Bibliothek')).toBeVisible();
  const said = await options.evaluate(async () => ({
    description: chrome.runtime.getManifest().description,
    badges: await Promise.all(
      (await chrome.tabs.query({ url: 'https://arxiv.org/*' })).map((tab) => chrome.action.getTitle({ tabId: tab.id })),
    ),
  }));
  expect(said.description).toMatch(/^Notizen neben den Papern/);
  expect(said.badges).toEqual(['Scholion: 12 Paper auf dieser Seite sind bekannt']);
});

test('from right to left the settings begin at the right and the popup too', async ({ other }) => {
  const ext = await other({ pseudo: ['ar'], language: 'ar' });
  const { list } = await fill(ext);
  const options = await ext.open('options', '#sites');
  const [nav, column] = [await options.locator('nav').boundingBox(), await options.locator('.col').boundingBox()];
  expect(nav?.x ?? 0).toBeGreaterThan(column?.x ?? Infinity);
  const popup = await ext.openPopup(list);
  const [logo, gear] = [
    await popup.locator('h1').boundingBox(),
    await popup.locator('header button, header a').last().boundingBox(),
  ];
  expect(logo?.x ?? 0).toBeGreaterThan(gear?.x ?? Infinity);
  await expect(popup.locator('.pr .t').first()).toHaveCSS('text-align', /right|match-parent/);
});

test('what cuts a word, spills it, scrolls sideways, shows a key or speaks from code is noticed', async ({ other }) => {
  const ext = await other({ pseudo: ['en'] });
  const page = await ext.open('options', '#sites');
  await expect(page.locator('main')).toBeVisible();
  const faults = (): Promise<readonly string[]> => layoutFaults(page, { keys: KEYS, names: NAMES, bracketed: true });
  expect(await faults()).toEqual([]);
  const bad: readonly [tag: string, attribute: string, value: string, text: string, said: string][] = [
    ['div', 'style', 'width: 40px; overflow: hidden; white-space: nowrap', '[Of some length]', 'is cut by <div>'],
    ['div', 'style', 'height: 8px; overflow: hidden', '[Of some length]', 'is cut by <div>'],
    ['div', 'style', 'width: 40px; overflow: auto; white-space: nowrap', '[Of some length]', 'is cut by <div>'],
    ['button', 'style', 'width: 40px; padding: 0; white-space: nowrap', '[Of some length]', 'is cut by <button>'],
    ['div', 'style', 'min-width: 3000px', '[Wide]', 'scrolls sideways'],
    ['p', 'class', 'x', 'optionsTitle', 'a key is shown: optionsTitle'],
    ['p', 'aria-label', 'optionsTitle', '[Words]', 'a key is said: optionsTitle'],
    ['button', 'class', 'x', 'Save', 'not from _locales: "Save"'],
  ];
  for (const [tag, attribute, value, text, said] of bad) {
    const made = await page.evaluateHandle(
      ([name, key, set, words]) => {
        const element = document.createElement(name);
        element.setAttribute(key, set);
        element.textContent = words;
        document.querySelector('main')?.append(element);
        return element;
      },
      [tag, attribute, value, text] as const,
    );
    expect((await faults()).join(), `<${tag} ${attribute}="${value}">`).toContain(said);
    await made.evaluate((element) => element.remove());
  }
  expect(await faults()).toEqual([]);
});
