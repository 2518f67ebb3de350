/** The library page as people use it, in the real browser with the real engine. */
import type { Page } from 'playwright';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { done, newRequest, openLibraryDesk, paper } from './harness/library.ts';

const rows = (page: Page) => page.locator('.tr[data-index]');
const current = (page: Page) => page.locator('.tr.cur');
const bulk = (page: Page) => page.locator('.bulk b');
const toast = (page: Page) => page.locator('.float .toasts');
const search = (page: Page) => page.getByRole('searchbox');

/** Saves `n` papers of ours, every third of the year 2024 with code, and opens the library. */
async function libraryOf(ext: Extension, n: number, hash = ''): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  for (let from = 1; from <= n; from += 100) {
    const papers = Array.from({ length: Math.min(100, n - from + 1) }, (_, i) => varied(from + i));
    await done(desk, 'library.save', { request: newRequest(), papers });
  }
  await desk.close();
  const page = await ext.open('src/ui/library/index.html', hash);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator('.hist')).toBeVisible(); // the engine has answered
  return page;
}

const varied = (n: number): ReturnType<typeof paper> => ({
  ...paper(n),
  authors: ['Ada Lovelace', 'Emmy Noether'],
  year: n % 3 === 0 ? 2024 : 2020,
  abstract: n % 10 === 0 ? 'The zebrafish swims past the reward.' : 'Nothing special.',
});

eachFlow('papers are found by words, years and places, and the address leads back', async ({ ext, step }) => {
  const page = await libraryOf(ext, 60);
  await step('search', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('zebrafish year:2024');
    await expect(page.locator('.sum')).toContainText('2 papers of 60');
    await expect(page.locator('.tr .snip mark').first()).toHaveText('zebrafish');
  });
  await step('take the year away', async () => {
    await page.getByRole('button', { name: 'Remove “2024”' }).click();
    await expect(page.locator('.sum')).toContainText('6 papers of 60');
    await expect(search(page)).toHaveValue('zebrafish');
  });
  await step('reload', async () => {
    await page.reload();
    await expect(page.locator('.sum')).toContainText('6 papers of 60');
  });
  await step('clear, and back', async () => {
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.locator('.sum')).toContainText('60 papers');
    await page.goBack();
    await expect(search(page)).toHaveValue('zebrafish');
  });
});

eachFlow('the keyboard alone marks, tags, deletes and takes back', async ({ ext, step }) => {
  const page = await libraryOf(ext, 30);
  await step('mark one as read', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(toast(page)).toContainText('1 paper marked: Read');
    await expect(current(page).locator('.st')).toHaveText('Read');
  });
  await step('tag three', async () => {
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await expect(bulk(page)).toHaveText('3 selected');
    await page.keyboard.press('t');
    await page.keyboard.type('chapter-3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(toast(page)).toContainText('3 papers tagged “chapter-3”');
    await expect(rows(page).filter({ hasText: 'chapter-3' })).toHaveCount(3);
  });
  await step('delete them', async () => {
    await page.keyboard.press('Delete');
    await expect(toast(page)).toContainText('3 papers are in the trash');
    await expect(page.locator('.sum')).toContainText('27 papers');
  });
  await step('take it back', async () => {
    await page.keyboard.press('u');
    await expect(page.locator('.sum')).toContainText('30 papers');
    await expect(rows(page).filter({ hasText: 'chapter-3' })).toHaveCount(3);
  });
});

test('all that match are changed by a job with progress, and taken back by another', async ({ ext }) => {
  const page = await libraryOf(ext, 600);
  await page.keyboard.press('a');
  await expect(bulk(page)).toHaveText('600 selected');
  await page.getByRole('button', { name: 'Mark 600' }).click();
  await page.getByRole('option', { name: 'Reading' }).click();
  await expect(toast(page)).toContainText('600 papers marked: Reading', { timeout: 30_000 });
  await expect(page.locator('.side .ni', { hasText: 'Reading' })).toContainText('600');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.side .ni', { hasText: 'To read' })).toContainText('600', { timeout: 30_000 });
  await expect(toast(page)).toContainText('It is as before', { timeout: 30_000 });
});

test('many go to the trash after a question, whose safe answer has the focus, and come back from there', async ({
  ext,
}) => {
  const page = await libraryOf(ext, 40);
  await page.keyboard.press('a');
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('40 papers would go to the trash');
  await expect(question.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await question.getByRole('button', { name: 'Delete 40' }).click();
  await expect(page.getByText('Nothing saved yet')).toBeVisible({ timeout: 30_000 });
  await page.locator('.side .ni', { hasText: 'Trash' }).click();
  await expect(rows(page).first()).toContainText('90 days left');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Restore 40' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible({ timeout: 30_000 });
});

test('a list of thousands is scrolled and ranged over places that were never read', async ({ ext }) => {
  const page = await libraryOf(ext, 2_500);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2501');
  expect(await rows(page).count()).toBeLessThan(80);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('End');
  await expect(current(page)).toHaveAttribute('data-index', '2499');
  await page.keyboard.press('Shift+X');
  await expect(bulk(page)).toHaveText('2,500 selected');
  await page.keyboard.press('x');
  await expect(bulk(page)).toHaveText('2,499 selected');
});

test('the current row stays with its paper when others are saved elsewhere, and the pane follows it', async ({
  ext,
}) => {
  const page = await libraryOf(ext, 30);
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('j');
  const key = await current(page).getAttribute('data-key');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(String(key))));
  await expect(page.locator('.pane')).toContainText(String((await current(page).locator('.t').textContent()) ?? ''));
  const desk = await openLibraryDesk(ext);
  await done(desk, 'library.save', { request: newRequest(), papers: [varied(900), varied(901)] });
  await expect(page.locator('.sum')).toContainText('32 papers');
  await expect(current(page)).toHaveAttribute('data-key', String(key));
  await expect(current(page)).toHaveAttribute('data-index', '6');
});

test('A07: two thousand marks on one letter leave the row as high as every other', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  const title = `Zalgo${'\u0335\u0321'.repeat(990)} in a title`;
  await done(desk, 'library.save', { request: newRequest(), papers: [{ ...paper(1), title }, paper(2)] });
  const page = await ext.open('src/ui/library/index.html');
  await expect(rows(page)).toHaveCount(2);
  const heights = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(heights).toEqual([56, 56]);
});
