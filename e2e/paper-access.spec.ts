/** The pane and the side panel under axe-core: in their states, in both themes, 360 px wide, with forced colours and without motion. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { type Extension, expect, inventedRecords, test } from './harness/extension.ts';
import { done, keyOf, newRequest, openLibraryDesk, savePapers } from './harness/library.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function checked(page: Page, what: string): Promise<void> {
  const light = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast']).analyze(); // all else is the same
  await page.emulateMedia({ colorScheme: 'light' });
  const found = [...light.violations, ...dark.violations].map(
    (v) => `${what}: ${v.id} at ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(', ')}`,
  );
  expect.soft(found).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(wide, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** A saved paper with everything on it. */
async function rich(ext: Extension): Promise<string> {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 3);
  const [key] = [keyOf(1)];
  const edit = { request: newRequest(), keys: [key] };
  await done(desk, 'library.thing', {
    request: newRequest(),
    id: 'c1',
    fields: { kind: 'collection', name: 'Thesis' },
  });
  await done(desk, 'library.edit', {
    ...edit,
    edits: [
      { do: 'tag', tag: `a-${'very-long-'.repeat(5)}tag`, on: true },
      { do: 'tag', tag: 'chapter-3', on: true },
      { do: 'auto', tag: 'by a rule', on: true },
      { do: 'collection', id: 'c1', on: true },
      { do: 'rating', rating: 3 },
      { do: 'status', status: 'reading' },
    ],
  });
  await done(desk, 'library.note', {
    request: newRequest(),
    key,
    text: `# Head\n\n- [x] a\n- b ${'unbroken'.repeat(30)}\n\n> quote\n\n| a | b |\n|-|-|\n| 1 | 2 |\n\n[link](https://example.org/)`,
  });
  await desk.close();
  return key;
}

async function paper(ext: Extension, key: string, width: number): Promise<Page> {
  const page = await ext.open('paper', `?key=${encodeURIComponent(key)}`);
  await page.setViewportSize({ width, height: 800 });
  await expect(page.locator('.seg')).toBeVisible();
  await page.waitForTimeout(500); // the second answers
  return page;
}

test.setTimeout(300_000);

test('axe finds nothing on a paper: page, narrow, while editing, choosing, asking why, with a toast', async ({
  ext,
}) => {
  const key = await rich(ext);
  for (const width of [1280, 360, 320]) {
    const page = await paper(ext, key, width);
    await checked(page, `paper ${width}`);
    await page.close();
  }
  const page = await paper(ext, key, 360);
  await page.keyboard.press('n');
  await checked(page, 'note');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await checked(page, 'choosing tags');
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await expect(page.locator('.toast')).toBeVisible();
  await page.getByRole('button', { name: 'See before' }).first().click();
  await checked(page, 'toast and a value before');
  await page.getByRole('button', { name: 'Cite in another form' }).click();
  await checked(page, 'menu of citations');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('This paper is in the trash.')).toBeVisible();
  await checked(page, 'in the trash');
  const none = await ext.open('paper', '?key=arxiv:9999.99999');
  await none.waitForTimeout(600);
  await checked(none, 'no such paper');
});

test('axe finds nothing on the panel: listing, unsaved paper, search, nothing there', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  const id = await ext.tabId(desk);
  const open = async (tab: number, what: string): Promise<Page> => {
    const panel = await ext.open('panel', `?tab=${tab}`);
    await panel.setViewportSize({ width: 360, height: 800 });
    await panel.waitForTimeout(900);
    await checked(panel, what);
    return panel;
  };
  await open(id, 'empty');
  await rich(ext);
  const search = await open(id, 'newest');
  await search.getByRole('searchbox').fill('subject');
  await expect(search.locator('.pr[data-row]').first()).toBeVisible();
  await checked(search, 'hits');
  ext.web.papers = inventedRecords(8, 31);
  const list = await ext.open('https://arxiv.org/list/cs.LG/new?n=8&seed=31');
  await expect(list.locator('scholion-note').first()).toBeAttached();
  const panel = await open(await ext.tabId(list), 'listing');
  await panel.locator('.pr .t').first().click();
  await expect(panel.locator('h2')).toBeVisible();
  await checked(panel, 'unsaved paper');
});

test('with forced colours what is chosen still differs, and nothing moves where motion is not wanted', async ({
  ext,
}) => {
  const page = await paper(ext, await rich(ext), 360);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await checked(page, 'forced colours');
  const colour = (which: string): Promise<string> =>
    page
      .locator(`.seg [aria-checked="${which}"]`)
      .first()
      .evaluate((e) => getComputedStyle(e).backgroundColor);
  expect(await colour('true')).not.toBe(await colour('false'));
  expect(
    await page
      .locator('.tag.own')
      .first()
      .evaluate((e) => getComputedStyle(e).borderTopStyle),
  ).toBe('solid');
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

test('everything of the pane is reached and done with the keyboard alone', async ({ ext }) => {
  const page = await paper(ext, await rich(ext), 360);
  const reached = new Set<string>();
  await page.locator('body').press('Tab');
  for (let i = 0; i < 60; i += 1) {
    const name = await page.evaluate(() => {
      const e = document.activeElement;
      return e instanceof HTMLElement ? (e.getAttribute('aria-label') ?? e.textContent ?? '').trim() : '';
    });
    if (i > 0 && reached.has(name) && name === 'Library') break;
    reached.add(name);
    await page.keyboard.press('Tab');
  }
  for (const name of [
    'Reading',
    '3 stars',
    'Take the tag chapter-3 off',
    'Add a tag',
    'Put into a collection',
    'Edit the note',
    'Cite as APA 7',
    'More',
  ])
    expect([...reached]).toContain(name);
});
