/** Nothing leaves the computer: one visit through every part of the extension, in which pages alone ask the net for anything. */
import { idOf, LIST, tagged } from './harness/annotated.ts';
import { lineOf, openDesk, savePapers } from './harness/digests.ts';
import { expect, inventedRecords, test } from './harness/extension.ts';
import { noteOf } from './harness/notes.ts';

test.use({ keepWelcome: true });

test('welcome, add, listing, card, save, hints, popup, search and settings make 0 requests', async ({ ext }) => {
  const { web } = ext;
  /** What reached the server and was neither an opened page nor the browser's own. */
  const asked = (): readonly object[] => web.unexpected();

  await test.step('welcome', async () => {
    const page = await ext.welcome();
    await page.getByRole('button', { name: 'Show me on 40 papers' }).click();
    await expect(page.getByText('40 papers are known now.')).toBeVisible();
    expect(asked()).toEqual([]);
  });
  await test.step('add', async () => {
    const page = await ext.open('add');
    const text = inventedRecords(12, 60).map(lineOf).join('\n');
    await page.getByRole('textbox', { name: 'Text of a digest' }).fill(text);
    await page.getByRole('button', { name: 'Read 12 lines' }).click();
    await expect(page.getByText(/12 papers from Pasted on/)).toBeVisible();
    expect(asked()).toEqual([]);
  });
  const about = web.papers.filter((paper) => /offline/i.test(`${paper.title} ${paper.abstract}`)).slice(0, 3);
  await savePapers(await openDesk(ext.context, ext.id), about);
  const page = await ext.open(LIST);
  await test.step('listing, save, hints, card', async () => {
    await tagged(page).toBe(true);
    const paper = web.papers.findIndex((one) => !about.includes(one));
    const { save, mark, host } = noteOf(page, idOf(ext, paper));
    await save.click();
    await expect(save).toHaveAttribute('data-status', 'saved');
    await expect(page.locator('scholion-note .hint').first()).toContainText('which you saved');
    await mark.click();
    await expect(host.locator('.card')).toBeVisible();
    expect(asked()).toEqual([]);
  });
  await test.step('popup of the tab, and a search', async () => {
    const real = await ext.openRealPopup(page);
    await real.shows(/\d+ papers/);
    await real.close();
    const popup = await ext.open('popup');
    await popup.getByRole('searchbox').fill('offline');
    await expect(popup.locator('.pr[data-row]').first()).toBeVisible();
    expect(asked()).toEqual([]);
  });
  await test.step('settings', async () => {
    const options = await ext.open('options');
    for (const part of ['Sites', 'Notes', 'Digests', 'Backups', 'About']) {
      await options.getByRole('link', { name: part }).click();
      await expect(options.getByRole('heading', { name: part }).first()).toBeVisible();
    }
  });
  await page.waitForTimeout(1_000); // what would be sent late
  expect(asked()).toEqual([]);
  // The log is a log: it has the listing that was opened.
  expect(web.requests.filter((r) => r.destination === 'document').map((r) => r.host)).toEqual(['arxiv.org']);
});
