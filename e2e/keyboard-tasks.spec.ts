/**
 * F13: twelve tasks of a day with Scholion by the keyboard alone: no pointer, no focus set from outside. Each task says where the focus
 * is at its end, and it must never be nowhere.
 */
import type { Page } from '@playwright/test';
import { LIST, tagged } from './harness/annotated.ts';
import { ByKeyboard } from './harness/by-keyboard.ts';
import { addSample, openDesk } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { expect, inventedRecords } from './harness/extension.ts';
import { openLibraryDesk, rowsOf, savePapers } from './harness/library.ts';
import { notedPapers, noteOf } from './harness/notes.ts';

const GRID = /^grid /;
const NOTE = /^button .*@scholion-note$/;
const BIB = `@article{byron1843, title = {Notes on the Analytical Engine}, author = {Byron, Ada}, year = {1843}}
@article{hopper1952, title = {The Education of a Computer}, author = {Hopper, Grace}, year = {1952}}`;

const toast = (page: Page) => page.locator('.toast').last();
const total = (page: Page) => page.locator('.sum b');
const current = (page: Page) => page.locator('.tr.cur .t');

eachFlow('twelve tasks by the keyboard alone', async ({ ext, step }) => {
  ext.web.papers = inventedRecords(9, 41);
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 30);
  await addSample(await openDesk(ext.context, ext.id));
  const page = await ext.open(`${LIST}?n=9&seed=41`);
  await tagged(page).toBe(true);
  await page.bringToFront();
  const list = new ByKeyboard(page);
  const [, second = ''] = await notedPapers(page); // the order of the page is its own
  const title = ext.web.papers.find(({ id }) => second.endsWith(id))?.title ?? '';
  const note = noteOf(page, second);
  const card = note.host.locator('.card');

  await step('1: a paper is saved from its note, in two strokes', async () => {
    await list.tabTo(NOTE);
    await list.press('j', 's');
    await expect(note.save).toHaveAttribute('data-status', 'saved');
    await list.has(NOTE);
  });
  await step('2: it gets a status', async () => {
    await list.press('2');
    await expect(note.save).toHaveAttribute('data-status', 'reading');
  });
  await step('3: it gets a tag, in its card', async () => {
    await list.press('t');
    await list.has(/^input Add a tag/);
    await list.type('margin');
    await list.press('Enter');
    await expect(card.locator('.own-tags')).toContainText('margin');
    await list.has(/^input Add a tag/);
    await list.press('Escape', 'Escape'); // the toast, then the card
    await expect(card).toHaveCount(0);
    await list.has(NOTE);
  });
  await step('4: a note is written, and found again', async () => {
    await list.press('n');
    await list.has(/^textarea /);
    await list.type('Compare with the baseline');
    await list.press('Escape', 'Escape');
    await expect(card).toHaveCount(0);
    await list.press('n');
    await list.has(/^textarea /);
    await expect(card.locator('textarea')).toHaveValue('Compare with the baseline');
    await list.press('Escape');
    await list.has(NOTE);
  });
  await step('5: the popup saves in two strokes and takes it back', async () => {
    const popup = await ext.openRealPopup(page);
    await popup.shows('9 papers');
    await popup.press('ArrowDown');
    await popup.focuses('[data-main]');
    await popup.press('s');
    await popup.shows('1 paper saved');
    await popup.focuses('[data-main]');
    await popup.press('u');
    await popup.shows(/as before/);
    await popup.focuses('[data-main]');
    void popup.press('Escape').catch(() => undefined); // it is gone before the key is up: no answer comes
    await expect.poll(() => popup.closed()).toBe(true);
  });

  const library = await ext.open('src/ui/library/index.html');
  await library.bringToFront();
  const keys = new ByKeyboard(library);
  await expect(library.locator('.tr[data-key]').first()).toBeVisible();

  await step('6: a search with an operator, and its first hit is opened', async () => {
    await keys.press('/');
    await keys.has(/^input Search/);
    await keys.type('status:reading tag:margin');
    await expect(total(library)).toHaveText('1 paper');
    await keys.press('Enter');
    await keys.has(GRID);
    await expect(current(library)).toHaveText(title);
    await keys.press('Enter');
    await expect(library.locator('.pane h2')).toHaveText(title);
    await keys.has(GRID);
  });
  await step('7: in the pane it gets a status, stars, a tag and a longer note', async () => {
    await keys.tabTo(/^radio Reading/);
    await keys.press('3');
    await expect(library.locator('.pane .seg [aria-checked="true"]')).toHaveText('Read');
    await keys.tabTo(/^radio 1 star/);
    await keys.press('ArrowRight', 'ArrowRight');
    await expect(library.locator('.pane .stars [aria-checked="true"]')).toHaveAttribute('aria-label', '3 stars');
    await keys.has('radio 3 stars');
    await keys.press('t');
    await keys.has(/^combobox /);
    await keys.type('chapter 3');
    await keys.press('Enter', 'Escape');
    await expect(library.locator('.pane .tags')).toContainText('chapter 3');
    await keys.has('radio 3 stars');
    await keys.press('n');
    await keys.has(/^textarea /);
    await keys.press('Control+End');
    await keys.type(', then rerun');
    await expect(library.locator('.pane .note .said')).toHaveText('Saved');
    await keys.press('Escape');
    await expect(library.locator('.pane .note .md')).toHaveText('Compare with the baseline, then rerun');
    await keys.has(/^button Edit the note/);
    await keys.press('Escape');
    await expect(library.locator('.pane')).toHaveCount(0);
    await keys.has(/^button Clear/); // it is not among what was searched for any more
  });
  await step('8: a range is chosen with Shift, tagged in bulk, and that is taken back', async () => {
    await keys.press('/', 'Escape');
    await expect(total(library)).toHaveText('31 papers');
    await keys.has(GRID);
    await keys.press('j', 'j', 'Shift+J', 'Shift+J', 'Shift+J');
    await expect(library.locator('.bulk b')).toHaveText('4 selected');
    await keys.press('t');
    await keys.has(/^combobox /);
    await keys.type('bulk');
    await keys.press('Enter', 'Escape');
    await keys.has(GRID);
    await expect(toast(library)).toContainText('4 papers');
    await keys.press('u');
    await expect(toast(library)).toContainText('as before');
    expect((await rowsOf(desk, 'papers')).filter((row) => JSON.stringify(row['tags']).includes('bulk'))).toEqual([]);
    await keys.press('Escape');
    await expect(library.locator('.bulk')).toHaveCount(0);
    await keys.has(GRID);
  });
  await step('9: all that match are chosen and exported as BibTeX', async () => {
    await keys.press('/');
    await keys.type('title:subject');
    await expect(total(library)).toHaveText('30 papers');
    await keys.press('Enter', 'a');
    await expect(library.locator('.bulk b')).toHaveText('30 selected');
    await keys.tabTo(/^button Export 30/);
    await keys.press('Enter');
    await keys.has(/^input The 30 that this search finds/);
    await keys.tabTo(/^input BibTeX/);
    const file = library.waitForEvent('download');
    await keys.tabTo(/^button Export 30/);
    await keys.press('Enter');
    expect((await file).suggestedFilename()).toMatch(/\.bib$/);
    await keys.has(/^div Saved as/);
    await keys.press('Escape');
    await keys.has(/^button Export 30/);
    await keys.press('Escape', 'Escape');
    await keys.has(GRID);
  });
  await step('10: a collection is made, and papers are moved into it', async () => {
    await keys.press('j', 'Shift+J', 'm');
    await keys.has(/^combobox /);
    await keys.type('Thesis');
    await keys.press('Enter');
    await expect(library.getByRole('navigation').getByRole('button', { name: /^Thesis 2/ })).toBeVisible();
    await keys.has(GRID);
    await keys.press('Escape');
  });
  await step('11: papers go to the trash and come back out of it', async () => {
    await keys.press('j', 'Shift+J', 'Delete');
    await expect(toast(library)).toContainText('2 papers are in the trash');
    await keys.has(GRID);
    await keys.tabTo(/^button (All papers|Trash)/, 'Shift+Tab');
    await keys.press('End');
    await keys.has(/^button Trash/);
    await keys.press('Enter');
    await expect(library.locator('.trashh')).toBeVisible();
    await expect(library.locator('.tr[data-key]')).toHaveCount(2);
    await keys.tabTo(GRID);
    await keys.press('j', 'Shift+J');
    await expect(library.locator('.bulk b')).toHaveText('2 selected');
    await keys.tabTo(/^button Restore 2/);
    await keys.press('Enter');
    await expect(toast(library)).toContainText('2 papers are back');
    await expect(library.locator('.bulk')).toHaveCount(0);
    await keys.has(/^grid |^button All papers/); // nothing is left in the trash, once the list knows
    await keys.tabTo(/^button Trash/, 'Shift+Tab');
    await keys.press('Home', 'Enter');
    await expect(total(library)).toHaveText('31 papers');
    await keys.has(/^button All papers/);
  });
  await step(
    '12: a bibliography is pasted and imported, a paper of it is cited, and a change of it is taken back',
    async () => {
      await keys.tabTo(/^button Import/);
      await keys.press('Enter');
      await keys.tabTo(/^textarea /);
      await library.keyboard.insertText(BIB);
      await keys.tabTo(/^button Read/);
      await keys.press('Enter');
      await keys.tabTo(/^button Import 2/);
      await keys.press('Enter');
      await keys.has(/^div /);
      await keys.press('Escape');
      await keys.has(/^button Import/);
      await keys.press('/');
      await keys.type('author:byron');
      await keys.press('Enter');
      await expect(current(library)).toHaveText('Notes on the Analytical Engine');
      await keys.press('Enter');
      await expect(library.locator('.pane h2')).toHaveText('Notes on the Analytical Engine');
      await keys.tabTo(/^button Cite as/);
      await keys.press('Enter');
      await expect(library.locator('.pane .ft .said')).toContainText('Copied');
      await keys.has(/^button Cite as/);
      await keys.press('4');
      await expect(library.locator('.pane .seg [aria-checked="true"]')).toHaveText('Aside');
      await keys.press('u');
      await expect(library.locator('.pane .seg [aria-checked="true"]')).toHaveText('To read');
      await keys.has(/^button Cite as/);
    },
  );
});
