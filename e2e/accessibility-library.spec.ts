/** F13: the views of the library, each of their states, every dialog and the pages around, as axe-core and people with needs see them. */
import type { Page } from 'playwright';
import { examine, ringFaults, treeFaults } from './harness/examine.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { fullLibrary } from './harness/full-library.ts';
import { keyOf } from './harness/library.ts';

const PAGE = 'src/ui/library/index.html';
const WIDTHS = [700, 400, 320];

interface Look {
  readonly name: string;
  /** Behind the page's path. */
  readonly address?: string;
  readonly page?: string;
  /** What a person does first. */
  readonly go?: (page: Page) => Promise<void>;
  /** Selector that must be there. */
  readonly shows: string;
  /** A dialog: what lies behind it was looked at before. */
  readonly within?: string;
  readonly widths?: readonly number[];
}

const keys =
  (...all: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of all) await page.keyboard.press(key);
  };
const button =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();
const entry =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'More about the library' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
const all =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };
const item =
  (name: RegExp) =>
  async (page: Page): Promise<void> =>
    page.getByRole('menuitem', { name }).click();
const seg = (page: Page): Promise<void> => expect(page.locator('.seg')).toBeVisible();
const dialog = 'dialog[open]';
const pasted = async (page: Page): Promise<void> => {
  await button('Import')(page);
  await page
    .locator(`${dialog} textarea`)
    .fill('@article{a, title = {One Title}, author = {Byron, Ada}, year = {1843}}\n@x{');
  await page.locator(dialog).getByRole('button', { name: /^Read/ }).click();
};
const paper = `#paper=${encodeURIComponent(keyOf(1))}`;

const LOOKS: readonly Look[] = [
  { name: 'table', shows: '.tr[data-key]', widths: WIDTHS },
  { name: 'cards', address: '#view=cards', shows: '.cv[data-key]', widths: WIDTHS },
  { name: 'charts', address: '#view=look', shows: '.look .fig', widths: WIDTHS },
  { name: 'trash', address: '#shelf=trash', shows: '.tr[data-key]', widths: WIDTHS },
  { name: 'no match', address: '#q=nothing+has+these', shows: '.mid h2', widths: WIDTHS },
  { name: 'search', address: '#q=subject+tag%3Achapter-3', shows: '.tr[data-key] mark', widths: [320] },
  { name: 'selection', go: keys('j', 'x', 'Shift+J', 'Shift+J'), shows: '.bulk', widths: WIDTHS },
  { name: 'selection in the trash', address: '#shelf=trash', go: keys('j', 'x'), shows: '.bulk', widths: [320] },
  { name: 'pane', address: paper, shows: '.pane .seg', widths: WIDTHS },
  { name: 'keys', go: keys('?'), shows: dialog, within: dialog, widths: WIDTHS },
  { name: 'status', go: keys('j', 'e'), shows: dialog, within: dialog },
  { name: 'rating', go: keys('j', 'r'), shows: dialog, within: dialog },
  { name: 'tag', go: keys('j', 't'), shows: dialog, within: dialog, widths: [320] },
  { name: 'tag many', go: keys('a', 't'), shows: dialog, within: dialog },
  { name: 'move', go: keys('j', 'm'), shows: dialog, within: dialog },
  { name: 'delete many', go: keys('a', 'Delete'), shows: dialog, within: dialog, widths: [320] },
  { name: 'menu', go: button('More about the library'), shows: '[role="menu"]' },
  { name: 'columns', go: button('Columns'), shows: '[role="menu"]' },
  { name: 'tag manager', go: button(/^All \d+ tags/), shows: `${dialog} li`, within: dialog, widths: WIDTHS },
  {
    name: 'collections',
    go: button('Edit collections'),
    shows: `${dialog} [role="treeitem"]`,
    within: dialog,
    widths: [320],
  },
  {
    name: 'saved searches',
    go: async (page) => page.getByRole('navigation').getByRole('button', { name: 'Edit', exact: true }).last().click(),
    shows: `${dialog} li`,
    within: dialog,
    widths: [320],
  },
  { name: 'rules', go: entry('Rules'), shows: `${dialog} .what`, within: dialog, widths: [320] },
  {
    name: 'a rule',
    go: all(entry('Rules'), async (page) => page.locator(`${dialog} .what`).first().click()),
    shows: `${dialog} .preview`,
    within: dialog,
    widths: [320],
  },
  { name: 'duplicates', go: entry('Duplicates'), shows: `${dialog} .dup`, within: dialog, widths: [320] },
  {
    name: 'import',
    go: button('Import'),
    shows: `${dialog} textarea`,
    within: dialog,
    widths: [320],
  },
  { name: 'import, preview', go: pasted, shows: `${dialog} .sample`, within: dialog, widths: [320] },
  { name: 'export', go: entry(/^Export/), shows: `${dialog} .formats`, within: dialog, widths: [400, 320] },
  { name: 'zotero', go: all(keys('j', 'x'), button(/^More for/), item(/Zotero/)), shows: dialog, within: dialog },
  { name: 'paper', page: 'paper', address: `?key=${encodeURIComponent(keyOf(1))}`, shows: '.seg', widths: WIDTHS },
  {
    name: 'paper, note',
    page: 'paper',
    address: `?key=${encodeURIComponent(keyOf(1))}`,
    go: all(seg, keys('n')),
    shows: 'textarea',
    widths: [320],
  },
  {
    name: 'paper, citations',
    page: 'paper',
    address: `?key=${encodeURIComponent(keyOf(1))}`,
    go: all(seg, button('Cite in another form')),
    shows: '[role="menu"]',
  },
  { name: 'panel', page: 'panel', shows: '.pr[data-row]', widths: [400, 320] },
  { name: 'popup', page: 'popup', shows: 'main', widths: [400] },
  ...['sites', 'notes', 'digests', 'backups', 'about'].map((section) => ({
    name: `options ${section}`,
    page: 'options' as const,
    address: `#${section}`,
    shows: 'main',
    widths: [700, 320],
  })),
  { name: 'add', page: 'add', shows: 'main', widths: [700, 320] },
  { name: 'restore', page: 'restore', shows: 'main', widths: [700, 320] },
  { name: 'welcome', page: 'welcome', shows: 'main', widths: [700, 320] },
];

/** Where the ring of everything is looked at. */
const RINGED = [
  'table',
  'cards',
  'charts',
  'pane',
  'tag manager',
  'rules',
  'export',
  'import, preview',
  'paper',
  'options notes',
  'add',
];

async function opened(ext: Extension, look: Look): Promise<Page> {
  const page = await ext.open(look.page ?? PAGE, look.address ?? '');
  const listed = look.page === undefined && !/nothing|look/.test(look.address ?? '');
  if (listed) await expect(page.locator('[data-key]').first()).toBeVisible();
  await look.go?.(page);
  await expect(page.locator(look.shows).first()).toBeVisible();
  await page.waitForTimeout(200); // past a frame or two, and the second answers
  return page;
}

test.setTimeout(300_000);

test('axe finds nothing on any view of the library and the pages around, in any theme and width', async ({ ext }) => {
  const desk = await fullLibrary(ext);
  for (const look of LOOKS)
    await test.step(look.name, async () => {
      const page = await opened(ext, look);
      const found = [...(await examine(page, look)), ...(await treeFaults(page))];
      expect.soft(found, look.name).toEqual([]);
      await page.close();
    });
  await desk.close();
});

test('everything that Tab reaches has a ring, in both themes', async ({ ext }) => {
  await (await fullLibrary(ext)).close();
  for (const look of LOOKS.filter(({ name }) => RINGED.includes(name)))
    await test.step(look.name, async () => {
      const page = await opened(ext, look);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await ringFaults(page), `${look.name}, ${colorScheme}`).toEqual([]);
      }
      await page.close();
    });
});

/** What the background answers in states that cannot be had by using the extension: nothing, a failure, a library of a later version. */
const STATES: Readonly<Record<string, unknown>> = {
  loading: 'silent',
  error: 'dead',
  'read-only': { state: 'newer', count: 96, expected: 96, snapshots: [], papers: 'good' },
};

test('axe finds nothing on the library empty, loading, failed and read-only', async ({ ext }) => {
  for (const [state, health] of [['empty', undefined] as const, ...Object.entries(STATES)])
    await test.step(state, async () => {
      if (state === 'read-only') await (await fullLibrary(ext)).close();
      const page = await ext.context.newPage();
      await page.addInitScript((given) => {
        if (given === undefined) return;
        const real = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
        const fake = (message: { call?: string }): Promise<unknown> => {
          if (given === 'silent') return new Promise(() => undefined);
          if (given === 'dead') return Promise.resolve(undefined);
          return message.call === 'library.health' ? Promise.resolve({ ok: true, value: given }) : real(message);
        };
        Object.defineProperty(chrome.runtime, 'sendMessage', { value: fake });
      }, health);
      await page.goto(ext.url(PAGE));
      await expect(page.locator('main')).toBeVisible();
      await page.waitForTimeout(900); // past the skeleton's 300 ms and the last try of a call
      if (state === 'read-only') await expect(page.locator('.tr[data-key]').first()).toBeVisible();
      expect.soft([...(await examine(page, { widths: [700, 320] })), ...(await treeFaults(page))], state).toEqual([]);
      await page.close();
    });
});

test('the list tells its size, its place and what is chosen to assistive technology', async ({ ext }) => {
  const desk = await fullLibrary(ext);
  for (const [address, row] of [
    ['', '.tr'],
    ['#view=cards', '.cv'],
  ] as const) {
    const page = await opened(ext, { name: 'list', address, shows: `${row}[data-key]` });
    const grid = page.getByRole('grid');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const current = (await grid.getAttribute('aria-activedescendant')) ?? 'none';
    const rows = await grid.getAttribute('aria-rowcount');
    if (address === '') expect(rows).toBe('25'); // 24 papers and the head
    const at = page.locator(`[id="${current}"]`);
    await expect(at).toHaveAttribute('aria-selected', 'true');
    await expect(at).toHaveAttribute('data-index', '1');
    await expect(page.getByRole('status').filter({ hasText: '1 selected' })).toBeAttached();
    await page.close();
  }
  await desk.close();
});

test('what has no ring, moves, is small, has no name or scrolls sideways is noticed', async ({ ext }) => {
  const faults = async (tag: 'button' | 'p' | 'none', style: string, css = ''): Promise<string> => {
    const page = await ext.open('options', '#notes');
    await expect(page.locator('main')).toBeVisible();
    await page.evaluate(
      ([name, look]) => {
        if (name === 'none') return;
        const made = document.createElement(name);
        made.style.cssText = `position: fixed; top: 90px; left: 90px; z-index: 9; ${look}`;
        if (name === 'p') made.textContent = 'pale';
        document.querySelector('main')?.append(made);
      },
      [tag, style] as const,
    );
    if (css !== '') await page.addStyleTag({ content: css });
    const found = [...(await examine(page)), ...(await treeFaults(page)), ...(await ringFaults(page))].join('\n');
    await page.close();
    return found;
  };
  expect(await faults('none', '')).toBe('');
  const button = await faults('button', 'appearance: none; border: 0; padding: 0; width: 9px; height: 9px');
  for (const said of ['less than 24 px', 'button-name', 'button without a name']) expect(button).toContain(said);
  expect(await faults('p', 'color: #bbb')).toContain('color-contrast');
  expect(await faults('none', '', 'body { min-width: 3000px }')).toContain('scrolls sideways');
  expect(await faults('none', '', '.sw { transition: color 1s !important }')).toContain('moves: <button sw');
  expect(await faults('none', '', 'main :focus-visible { outline: none !important }')).toContain('no ring');
});
