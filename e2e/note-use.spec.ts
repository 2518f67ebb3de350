/** What people do in notes: save, set a status, undo, open the card, read reasons, use the keyboard alone, hide. */
import AxeBuilder from '@axe-core/playwright';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { DAILY, idOf, LIST, tagged } from './harness/annotated.ts';
import { addSample, callFrom, openDesk, savePapers } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { expect, test } from './harness/extension.ts';
import { notedPapers, noteOf } from './harness/notes.ts';

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
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('scholion-note').analyze();
    const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`);
    expect(found).toEqual([]);
    await page.close();
  }
});

test('a press keeps its click though the note hears news before the release', async ({ ext }) => {
  const desk = await openDesk(ext.context, ext.id);
  const page = await ext.open(LIST);
  const [note, other] = [noteOf(page, idOf(ext, 1)), noteOf(page, idOf(ext, 2))];
  await tagged(page).toBe(true);
  const before = await note.tags();
  expect(before.length).toBeGreaterThan(2);
  await note.save.hover();
  await page.mouse.down();
  await callFrom(desk, 'settings.set', {
    settings: { ...DEFAULT_SETTINGS, notes: { ...DEFAULT_SETTINGS.notes, density: 'compact' } },
  });
  await expect.poll(async () => (await other.tags()).length).toBeLessThanOrEqual(2);
  expect(await note.tags()).toEqual(before);
  await page.mouse.up();
  await expect(note.save).toHaveAttribute('data-status', 'saved');
  await expect.poll(async () => (await note.tags()).length).toBeLessThanOrEqual(2);
});
