/** The side panel: follows the page, opens papers beside it, and is asked for from a page. */
import type { Page } from 'playwright';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, inventedRecords, test } from './harness/extension.ts';
import { openLibraryDesk, savePapers } from './harness/library.ts';
import { noteOf } from './harness/notes.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const rows = (panel: Page) => panel.locator('.pr[data-row]');
const abs = (ext: Extension, at: number): string => `https://arxiv.org/abs/${ext.web.papers[at]?.id}`;

/** A listing, and the panel as a page that speaks of its tab. */
async function beside(ext: Extension, n: number, seed: number): Promise<{ page: Page; panel: Page }> {
  ext.web.papers = inventedRecords(n, seed);
  const page = await ext.open(`${LIST}?n=${n}&seed=${seed}`);
  await expect(page.locator('scholion-note').first()).toBeAttached();
  const panel = await ext.open('panel', `?tab=${await ext.tabId(page)}`);
  await panel.setViewportSize({ width: 360, height: 860 });
  await expect(rows(panel).first()).toBeVisible();
  return { page, panel };
}

eachFlow(
  'a paper of a listing opens beside it, is saved there, and the listing and its notes know',
  async ({ ext, step }) => {
    const { page, panel } = await beside(ext, 9, 21);
    const link = rows(panel).nth(1).locator('.t');
    const id = (await link.getAttribute('href'))?.split('/abs/')[1];
    const title = ext.web.papers.find((paper) => paper.id === id)?.title ?? '';
    await step('open', async () => {
      await link.click();
      await expect(panel.locator('h2')).toHaveText(title);
    });
    await step('save', async () => {
      await panel.keyboard.press('s');
      await expect(panel.locator('.seg [aria-checked="true"]')).toHaveText('To read');
      await expect(noteOf(page, `arxiv:${id}`).save).toHaveAttribute('data-status', 'saved');
    });
    await step('mark', async () => {
      await panel.keyboard.press('3');
      await expect(panel.locator('.seg [aria-checked="true"]')).toHaveText('Read');
    });
    await step('back', async () => {
      await panel.getByRole('button', { name: 'Papers of this page' }).click();
      await expect(rows(panel).nth(1).locator('.bm')).toHaveAttribute('data-status', 'read');
    });
    await step('save another in the list', async () => {
      await rows(panel).nth(2).locator('.bm').click();
      await expect(panel.locator('.toast')).toContainText('1 paper saved');
    });
  },
);

eachFlow('the panel follows the page to another one; pinned, it stays', async ({ ext, step }) => {
  const { page, panel } = await beside(ext, 6, 22);
  const title = (at: number): string => ext.web.papers[at]?.title ?? '';
  await step('go to a paper', async () => {
    await page.goto(abs(ext, 0));
    await expect(panel.locator('h2')).toHaveText(title(0));
  });
  await step('pin, and go to another', async () => {
    await panel.getByRole('button', { name: 'Pin: stop following the tab' }).click();
    await page.goto(abs(ext, 3));
    await expect(page.locator('scholion-note').first()).toBeAttached();
    await panel.waitForTimeout(1_500);
    await expect(panel.locator('h2')).toHaveText(title(0));
  });
  await step('follow again', async () => {
    await panel.getByRole('button', { name: 'Pin: stop following the tab' }).click();
    await expect(panel.locator('h2')).toHaveText(title(3));
  });
});

test('where the page has no paper, what was saved last is there, a search finds, and a hit opens', async ({ ext }) => {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 4);
  const panel = await ext.open('panel', `?tab=${await ext.tabId(desk)}`);
  await expect(panel.getByText('No paper is known on this page.')).toBeVisible();
  await expect(rows(panel)).toHaveCount(4);
  await panel.getByRole('searchbox').fill('subject number 3');
  await expect(rows(panel).first()).toContainText('Number 3');
  await rows(panel).first().locator('.t').click();
  await expect(panel.locator('h2')).toContainText('Subject Number 3');
  await panel.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(panel.getByRole('searchbox')).toHaveValue('subject number 3');
});

test('where the browser refuses the panel, the paper opens on a page of its own', async ({ ext }) => {
  ext.web.papers = inventedRecords(3, 23);
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 1);
  await ext.worker.start();
  await ext.worker.handle.evaluate(() => chrome.sidePanel.setOptions({ enabled: false }));
  await ext.call('panel.open', { query: { ids: ['arxiv:2511.00001' as never], title: '' } }); // ids are branded
  const opened = (): Page | undefined => ext.context.pages().find((page) => page.url().includes('/ui/paper/'));
  await expect.poll(() => opened()?.url()).toContain('src/ui/paper/index.html?id=arxiv%3A2511.00001');
  await expect(opened()?.locator('h2') ?? desk.locator('none')).toContainText('Subject Number 1');
});

test('a panel that is open shows the paper that it is asked for', async ({ ext }) => {
  const { page, panel } = await beside(ext, 5, 24);
  const [, , paper] = ext.web.papers;
  await panel.evaluate(
    ([query, tab]) => chrome.storage.session.set({ 'panel asked': { query, tab, at: Date.now() } }),
    [{ ids: [`arxiv:${paper?.id}`], title: paper?.title }, await ext.tabId(page)] as const,
  );
  await expect(panel.locator('h2')).toHaveText(paper?.title ?? '');
});

for (const asleep of [false, true])
  test(`a press in a note’s card opens the browser’s own side panel at its paper, ${asleep ? 'also where it wakes the worker' : 'which then follows the tab'}`, async ({
    ext,
  }) => {
    ext.web.papers = inventedRecords(4, 25);
    const page = await ext.open(abs(ext, 0));
    await page.bringToFront();
    const note = noteOf(page, `arxiv:${ext.web.papers[0]?.id}`);
    await note.host.locator('.mark').click();
    const button = page.locator('scholion-note').first().locator('[data-do="panel"]');
    await expect(button).toBeVisible();
    if (asleep) await ext.worker.kill();
    await button.click();
    const panel = await ext.realPanel();
    await expect.poll(() => panel.text('h2')).toBe(ext.web.papers[0]?.title);
    expect(ext.context.pages().some((one) => one.url().includes('/ui/paper/'))).toBe(false);
    if (asleep) return;
    await page.goto(abs(ext, 2));
    await expect.poll(() => panel.text('h2')).toBe(ext.web.papers[2]?.title);
  });
