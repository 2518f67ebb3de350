/** Notes on every kind of page: that they come, stay, look right and move nothing. */
import type { Page } from '@playwright/test';
import { DAILY, idOf, LIST, tagged } from './harness/annotated.ts';
import { addSample, callFrom, openDesk } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { expect, test } from './harness/extension.ts';
import { notedPapers, noteOf } from './harness/notes.ts';

const kinds = (first: string): readonly (readonly [name: string, url: string])[] => [
  ['arXiv new', LIST],
  ['arXiv recent', 'https://arxiv.org/list/cs.LG/recent'],
  ['arXiv search', 'https://arxiv.org/search/?query=learning&searchtype=all'],
  ['arXiv abstract', `https://arxiv.org/abs/${first}`],
  ['Hugging Face daily', DAILY],
  ['Hugging Face search', 'https://huggingface.co/papers?q=learning'],
  ['Hugging Face paper', `https://huggingface.co/papers/${first}`],
];

/** Sum of layout shifts since the page began, and how many elements move when all notes are taken out. */
async function movement(page: Page): Promise<{ shifts: number; moved: number; of: number }> {
  return page.evaluate(async () => {
    let shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts += (entry as PerformanceEntry & { value: number }).value; // layout-shift entries have it
    }).observe({ type: 'layout-shift', buffered: true });
    await new Promise((done) => setTimeout(done, 200));
    const all = [...document.querySelectorAll('body *:not(scholion-note)')];
    const place = () => all.map((element) => JSON.stringify(element.getBoundingClientRect()));
    const before = place();
    for (const host of document.querySelectorAll('scholion-note')) host.remove();
    const after = place();
    return { shifts, moved: before.filter((box, i) => box !== after[i]).length, of: all.length };
  });
}

for (const dark of [false, true]) {
  test.describe(dark ? 'dark' : 'light', () => {
    test.use({ dark });
    eachFlow('every kind of page is annotated, in its own theme, and nothing moves', async ({ ext, step }) => {
      await addSample(await openDesk(ext.context, ext.id));
      for (const [name, url] of kinds(ext.web.papers[0]?.id ?? '')) {
        const isDark = dark && url.includes('huggingface');
        const page = await step(name, async () => {
          const opened = await ext.open(isDark ? `${url}${url.includes('?') ? '&' : '?'}dark&hydrate=never` : url);
          await tagged(opened).toBe(true);
          return opened;
        });
        const host = page.locator('scholion-note').first();
        const ink = () => host.evaluate((h) => getComputedStyle(h).getPropertyValue('--ink').trim());
        await expect.poll(ink, { message: `theme of ${name}` }).toBe(isDark ? '#e7ecec' : '#1a2224'); // hydration may take a note out just now
        const { shifts, moved, of } = await movement(page);
        expect([name, of > 20, moved]).toEqual([name, true, 0]);
        expect(shifts, `layout shift on ${name}`).toBeLessThanOrEqual(0.001);
        expect(await page.evaluate('window.__errors')).toEqual([]);
        await page.close();
      }
    });
  });
}

test('the theme of the page is followed when it changes', async ({ ext }) => {
  const page = await ext.open(`${DAILY}?hydrate=never`);
  await tagged(page).toBe(true);
  const link = () =>
    page
      .locator('scholion-note .mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).color);
  const light = await link();
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await expect.poll(link).not.toBe(light);
});

test('a fresh install is useful on the first page: tags and links from what the page shows', async ({ ext }) => {
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  const paper = idOf(ext, 1);
  await expect.poll(() => noteOf(page, paper).tags()).not.toEqual([]);
  await expect.poll(async () => (await noteOf(page, paper).links())[0]?.href ?? '').toMatch(/^https:\/\/github\.com\//);
});

eachFlow('hydration that removes foreign nodes: notes come back, once each', async ({ ext, step }) => {
  const page = await step('open', async () => {
    const opened = await ext.open(`${DAILY}?hydrate=2500`);
    await tagged(opened).toBe(true);
    return opened;
  });
  await step('see them again after the wipe', async () => {
    await expect.poll(() => page.evaluate('window.__removed')).toBeGreaterThan(0);
    await expect.poll(() => notedPapers(page)).not.toEqual([]);
    await tagged(page).toBe(true);
  });
  const papers = await notedPapers(page);
  expect(papers[0]).toBe(idOf(ext, 0));
  expect(new Set(papers).size).toBe(papers.length);
});

const MOVES = 'C15: moving inside the page without loading it: the notes are those of what is shown, one per paper';
eachFlow(MOVES, async ({ ext, step }) => {
  const page = await ext.open(`${DAILY}?n=20`);
  await tagged(page).toBe(true);
  const first = (await notedPapers(page))[0];
  await step('go to the day before', async () => {
    await page.locator('button[data-go]').filter({ hasText: 'Previous' }).click();
    await expect.poll(async () => (await notedPapers(page))[0]).not.toBe(first);
    const shown = await page.locator('article h3 a').first().getAttribute('href');
    await expect.poll(async () => (await notedPapers(page))[0]).toBe(`arxiv:${shown?.split('/').pop()}`);
  });
  await step('go back', async () => {
    await page.evaluate(() => history.back());
    await expect.poll(async () => (await notedPapers(page))[0]).toBe(first);
    await tagged(page).toBe(true);
  });
  await step('two hundred moves at once', async () => {
    await page.evaluate(() => {
      for (let i = 0; i < 200; i += 1) history.pushState({}, '', `/papers/date/2026-10-${10 + (i % 20)}`);
    });
    await page.waitForTimeout(500);
  });
  const papers = await notedPapers(page);
  expect(new Set(papers).size).toBe(papers.length);
});

test('C11: a listing of 2,000 is drawn only near the viewport, also after a jump to its end', async ({ ext }) => {
  const page = await ext.open(`${LIST}?n=2000`);
  await tagged(page).toBe(true);
  expect((await notedPapers(page)).length).toBeLessThan(40);
  await page.keyboard.press('End');
  const last = await page.locator('#dlpage dt a[title="Abstract"]').last().getAttribute('id');
  await expect(noteOf(page, `arxiv:${last}`).host).toBeAttached();
  expect((await notedPapers(page)).length).toBeLessThan(80);
});

test('printed pages have no notes and no room for them', async ({ ext }) => {
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('scholion-note').first()).toBeHidden();
  const room = () =>
    page
      .locator('.list-subjects')
      .first()
      .evaluate((line) => getComputedStyle(line).paddingBottom);
  expect(await room()).toBe('0px');
});

eachFlow('the switch of a site works at once, room included, and back', async ({ ext, step }) => {
  const desk = await openDesk(ext.context, ext.id);
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  const room = () =>
    page
      .locator('.list-subjects')
      .first()
      .evaluate((line) => getComputedStyle(line).paddingBottom);
  expect(await room()).toBe('28px');
  await step('off', async () => {
    await callFrom(desk, 'sites.set', { site: 'arxiv', on: false });
    expect(await notedPapers(page)).toEqual([]);
    expect(await room()).toBe('0px');
  });
  await step('load the page again', async () => {
    await page.reload();
    await page.waitForTimeout(500);
    expect([await notedPapers(page), await room()]).toEqual([[], '0px']);
  });
  await step('on', async () => {
    await callFrom(desk, 'sites.set', { site: 'arxiv', on: true });
    await tagged(page).toBe(true);
    expect(await room()).toBe('28px');
  });
  const papers = await notedPapers(page);
  expect(new Set(papers).size).toBe(papers.length);
});

test('F05: the extension goes away under the page: notes stay, and offer nothing but to load the page again', async ({
  ext,
}) => {
  const page = await ext.open(LIST);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await tagged(page).toBe(true);
  const before = await notedPapers(page);
  // Without developer mode Chromium does not start an unpacked extension again: it stays away, as after an uninstall.
  await ext.worker.handle.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 50));
  await page.waitForTimeout(1_500);
  expect(await notedPapers(page)).toEqual(before);
  const { host, save } = noteOf(page, idOf(ext, 1));
  await save.click();
  const reload = host.getByRole('button', { name: 'Reload this page' });
  await expect(reload).toBeVisible();
  await Promise.all([page.waitForEvent('load'), reload.click()]);
  expect(errors).toEqual([]);
});
