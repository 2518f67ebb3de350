/** Notes on every kind of page: that they come, stay, look right, move nothing and do what people ask of them. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addSample, callFrom, openDesk, savePapers } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { notedPapers, noteOf } from './harness/notes.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const DAILY = 'https://huggingface.co/papers';
const kinds = (first: string): readonly (readonly [name: string, url: string])[] => [
  ['arXiv new', LIST],
  ['arXiv recent', 'https://arxiv.org/list/cs.LG/recent'],
  ['arXiv search', 'https://arxiv.org/search/?query=learning&searchtype=all'],
  ['arXiv abstract', `https://arxiv.org/abs/${first}`],
  ['Hugging Face daily', DAILY],
  ['Hugging Face search', 'https://huggingface.co/papers?q=learning'],
  ['Hugging Face paper', `https://huggingface.co/papers/${first}`],
];
const idOf = (ext: Extension, i: number): string => `arxiv:${ext.web.papers[i]?.id}`;
const tagged = (page: Page) =>
  expect.poll(async () => (await page.locator('scholion-note .chip').count()) > 0, { message: 'a note with tags' });

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
    test('every kind of page is annotated, in its own theme, and nothing moves', async ({ ext }) => {
      await addSample(await openDesk(ext.context, ext.id));
      for (const [name, url] of kinds(ext.web.papers[0]?.id ?? '')) {
        const isDark = dark && url.includes('huggingface');
        const page = await ext.open(isDark ? `${url}${url.includes('?') ? '&' : '?'}dark&hydrate=never` : url);
        await tagged(page).toBe(true);
        const host = page.locator('scholion-note').first();
        const ink = await host.evaluate((h) => getComputedStyle(h).getPropertyValue('--ink').trim());
        expect([name, ink]).toEqual([name, isDark ? '#e7ecec' : '#1a2224']);
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

test('hydration that removes foreign nodes: notes come back, once each', async ({ ext }) => {
  const page = await ext.open(`${DAILY}?hydrate=1500`);
  await tagged(page).toBe(true);
  await expect.poll(() => page.evaluate('window.__removed')).toBeGreaterThan(0);
  await expect.poll(() => notedPapers(page)).not.toEqual([]);
  const papers = await notedPapers(page);
  expect(papers[0]).toBe(idOf(ext, 0));
  expect(new Set(papers).size).toBe(papers.length);
});

test('C15: moving inside the page without loading it: the notes are those of what is shown, one per paper', async ({
  ext,
}) => {
  const page = await ext.open(`${DAILY}?n=20`);
  await tagged(page).toBe(true);
  const first = (await notedPapers(page))[0];
  await page.locator('button[data-go]').filter({ hasText: 'Previous' }).click();
  await expect.poll(async () => (await notedPapers(page))[0]).not.toBe(first);
  const shown = await page.locator('article h3 a').first().getAttribute('href');
  await expect.poll(async () => (await notedPapers(page))[0]).toBe(`arxiv:${shown?.split('/').pop()}`);
  await page.evaluate(() => history.back());
  await expect.poll(async () => (await notedPapers(page))[0]).toBe(first);
  await page.evaluate(() => {
    for (let i = 0; i < 200; i += 1) history.pushState({}, '', `/papers/date/2026-10-${10 + (i % 20)}`);
  });
  await page.waitForTimeout(500);
  const papers = await notedPapers(page);
  expect(new Set(papers).size).toBe(papers.length);
});

eachFlow('saving from a note, setting a status, and taking both back', async ({ ext, step }) => {
  const page = await ext.open(LIST);
  const note = noteOf(page, idOf(ext, 1));
  await tagged(page).toBe(true);
  await step('save', async () => {
    await note.save.click();
    await expect(note.save).toHaveAttribute('data-status', 'saved');
    await expect(note.host.locator('.toast')).toContainText('Undo');
  });
  await step('status', async () => {
    await page.keyboard.press('3');
    await expect(note.save).toHaveAttribute('data-status', 'read');
  });
  await step('undo by key', async () => {
    await page.keyboard.press('u');
    await expect(note.save).toHaveAttribute('data-status', 'saved');
  });
  await step('undo again', async () => {
    await page.keyboard.press('u');
    await expect(note.save).not.toHaveAttribute('data-status', /./);
  });
  await step('a second tab agrees', async () => {
    const other = await ext.open(LIST);
    await tagged(other).toBe(true);
    await expect(noteOf(other, idOf(ext, 1)).save).not.toHaveAttribute('data-status', /./);
  });
});

eachFlow('the card: opened, saved from, reasons, closed', async ({ ext, step }) => {
  const page = await ext.open(LIST);
  const note = noteOf(page, idOf(ext, 1));
  await tagged(page).toBe(true);
  const card = note.host.locator('.card');
  await step('open at the mark', async () => {
    await note.mark.click();
    await expect(card).toBeVisible();
    await expect(card.locator('h2')).toHaveText(ext.web.papers[1]?.title ?? '');
    await expect(note.mark).toHaveAttribute('aria-expanded', 'true');
  });
  await step('save in the card', async () => {
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card.getByRole('radio', { name: 'To read' })).toHaveAttribute('aria-checked', 'true');
    await expect(card.locator('.toast')).toContainText('Undo');
  });
  await step('another status', async () => {
    await card.getByRole('radio', { name: 'Reading' }).click();
    await expect(note.save).toHaveAttribute('data-status', 'reading');
  });
  await card.getByRole('button', { name: 'Why this?' }).click();
  await expect(card.locator('.why-box')).toContainText('says');
  await page.keyboard.press('Escape'); // the toast
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await note.mark.click();
  await expect(card).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(card).toHaveCount(0);
});

test('keyboard alone: one tab stop, along the note, to the next paper, open and back', async ({ ext }) => {
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  const focused = () =>
    page.evaluate(() => {
      const host = document.activeElement;
      const part = host?.shadowRoot?.activeElement;
      return `${host?.getAttribute('data-paper') ?? ''} ${part?.className ?? ''}`;
    });
  expect(await page.locator('scholion-note [tabindex="0"]').count()).toBe(1);
  for (let i = 0; i < 60 && !(await focused()).startsWith('arxiv:'); i += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe(`${idOf(ext, 0)} mark`);
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe(`${idOf(ext, 0)} save`);
  await page.keyboard.press('j');
  expect(await focused()).toBe(`${idOf(ext, 1)} mark`);
  await page.keyboard.press('Enter');
  await expect(noteOf(page, idOf(ext, 1)).host.locator('.card')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await focused()).toBe(`${idOf(ext, 1)} mark`);
  await page.keyboard.press('k');
  expect(await focused()).toBe(`${idOf(ext, 0)} mark`);
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowDown');
  expect(await focused()).toContain(' mark');
  expect(await page.locator('scholion-note [tabindex="0"]').count()).toBe(1);
});

test('close papers of the library come as hints, with their reason in the card', async ({ ext }) => {
  const desk = await openDesk(ext.context, ext.id);
  await addSample(desk);
  const about = ext.web.papers.filter((paper) => /offline/i.test(`${paper.title} ${paper.abstract}`)).slice(0, 3);
  await savePapers(desk, about);
  const page = await ext.open(LIST);
  const hint = page.locator('scholion-note .hint').first();
  await expect(hint).toContainText('which you saved');
  const paper = await hint.evaluate((part) => (part.getRootNode() as ShadowRoot).host.getAttribute('data-paper')); // open root
  const { host } = noteOf(page, paper ?? '');
  await host.locator('.mark').click();
  await expect(host.locator('.card [data-sec="close"]')).toContainText('shares');
  const close = host.locator('.card .hnt');
  const before = await close.count();
  await close.first().getByRole('button', { name: 'Not this' }).click();
  await expect(close).toHaveCount(before - 1);
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

test('the switch of a site works at once, room included, and back', async ({ ext }) => {
  const desk = await openDesk(ext.context, ext.id);
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  const room = () =>
    page
      .locator('.list-subjects')
      .first()
      .evaluate((line) => getComputedStyle(line).paddingBottom);
  expect(await room()).toBe('28px');
  await callFrom(desk, 'sites.set', { site: 'arxiv', on: false });
  expect(await notedPapers(page)).toEqual([]);
  expect(await room()).toBe('0px');
  await page.reload();
  await page.waitForTimeout(500);
  expect([await notedPapers(page), await room()]).toEqual([[], '0px']);
  await callFrom(desk, 'sites.set', { site: 'arxiv', on: true });
  await tagged(page).toBe(true);
  expect(await room()).toBe('28px');
  const papers = await notedPapers(page);
  expect(new Set(papers).size).toBe(papers.length);
});

test('hiding the notes of a page, and the way back', async ({ ext }) => {
  const page = await ext.open(LIST);
  await tagged(page).toBe(true);
  const before = await notedPapers(page);
  await noteOf(page, idOf(ext, 0)).mark.focus();
  await page.keyboard.press('h');
  await expect(page.locator('scholion-note')).toHaveCount(0);
  await expect(page.locator('scholion-notice .toast')).toContainText('hidden');
  await page.locator('scholion-notice button').click();
  await expect.poll(() => notedPapers(page)).toEqual(before);
  await expect(page.locator('scholion-notice')).toHaveCount(0);
});

test('F13: accessibility rules hold in notes and card', async ({ ext }) => {
  await addSample(await openDesk(ext.context, ext.id));
  for (const url of [LIST, `${DAILY}?dark&hydrate=never`]) {
    const page = await ext.open(url);
    await tagged(page).toBe(true);
    const note = noteOf(page, idOf(ext, 1));
    await note.mark.click();
    await expect(note.host.locator('.card')).toBeVisible();
    await page.waitForTimeout(300); // the draw-in fades text, which would count as little contrast
    const { violations } = await new AxeBuilder({ page }).include('scholion-note').analyze();
    const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`);
    expect(found).toEqual([]);
    await page.close();
  }
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
