/** The paper at hand: what a person does in the pane is durable, can be taken back, and reads the same in two panes. */
import type { Page } from 'playwright';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { done, keyOf, newRequest, openLibraryDesk, savePapers } from './harness/library.ts';

const address = (key: string): string => `?key=${encodeURIComponent(key)}`;
const toast = (page: Page) => page.locator('.toast');
const chips = (page: Page) => page.locator('.tags .tag .name');
const status = (page: Page) => page.locator('.seg [aria-checked="true"]');

/** The page of the first of some saved papers. */
async function opened(ext: Extension, count = 1): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, count);
  await desk.close();
  const page = await ext.open('paper', address(keyOf(1)));
  await expect(page.locator('.seg')).toBeVisible();
  return page;
}

async function again(page: Page): Promise<void> {
  await page.reload();
  await expect(page.locator('.seg')).toBeVisible();
}

eachFlow(
  'status, stars, a new tag and a new collection are kept, and taken back one after another',
  async ({ ext, step }) => {
    const page = await opened(ext);
    await step('2: reading', async () => {
      await page.keyboard.press('2');
      await expect(toast(page)).toContainText('Marked: Reading');
      await expect(status(page)).toHaveText('Reading');
    });
    await step('four stars', async () => {
      await page.getByRole('radio', { name: '4 stars' }).click();
      await expect(page.getByRole('radio', { name: '4 stars' })).toBeChecked();
      await expect(toast(page)).toContainText('4 stars');
    });
    await step('t, a name, Enter', async () => {
      await page.keyboard.press('t');
      await page.getByRole('combobox').fill('chapter 3');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('option', { name: 'chapter 3' })).toHaveAttribute('aria-checked', 'true');
      await page.keyboard.press('Escape');
      await expect(chips(page)).toContainText(['chapter 3']);
    });
    await step('m, a name, Enter', async () => {
      await page.keyboard.press('m');
      await page.getByRole('combobox').fill('Thesis');
      await page.keyboard.press('Enter');
      await expect(page.locator('.collections .tag')).toHaveText(['Thesis']);
      await page.keyboard.press('Escape');
    });
    await again(page);
    await expect(status(page)).toHaveText('Reading');
    await expect(page.getByRole('radio', { name: '4 stars' })).toBeChecked();
    await expect(page.locator('.history')).toContainText('Put into Thesis');
    await step('take the tag off, and back', async () => {
      await page.locator('.tags .tag').first().hover();
      await page.getByRole('button', { name: 'Take the tag chapter 3 off' }).click();
      await expect(chips(page)).toHaveCount(0);
      await toast(page).getByRole('button', { name: 'Undo' }).click();
      await expect(chips(page)).toContainText(['chapter 3']);
    });
    await step('bring the status before back, from the history', async () => {
      await page
        .locator('.history li', { hasText: 'Status: Reading' })
        .getByRole('button', { name: 'See before' })
        .click();
      await page.getByRole('button', { name: 'Bring this back' }).click();
      await expect(status(page)).toHaveText('To read');
    });
  },
);

eachFlow(
  'a note is called saved when it is, is drawn as Markdown, and its last text comes back',
  async ({ ext, step }) => {
    const page = await opened(ext);
    const field = page.getByRole('textbox', { name: 'Note, in Markdown' });
    await step('write', async () => {
      await page.keyboard.press('n');
      await field.fill('**Rerun** [x](javascript:alert(1)) <img src=x onerror=alert(1)> [y](https://example.org/)');
      await expect(page.locator('.note .said')).toHaveText('Saved');
    });
    await step('read', async () => {
      await page.keyboard.press('Escape');
      await expect(page.locator('.note strong')).toHaveText('Rerun');
      await expect(page.locator('.note a')).toHaveCount(1);
      await expect(page.locator('.note img')).toHaveCount(0);
    });
    await again(page);
    await expect(page.locator('.note .md')).toContainText('<img src=x onerror=alert(1)>');
    await step('take it away', async () => {
      await page.keyboard.press('n');
      await field.fill('');
      await page.getByRole('button', { name: 'Done' }).click();
      await expect(page.locator('.history')).toContainText('Note taken away');
    });
    await step('bring it back', async () => {
      await page
        .locator('.history li', { hasText: 'Note taken away' })
        .getByRole('button', { name: 'See before' })
        .click();
      await page.getByRole('button', { name: 'Bring this back' }).click();
      await expect(page.locator('.note > .md strong')).toHaveText('Rerun');
    });
  },
);

test('a note whose page is closed with the last letter is there afterwards', async ({ ext }) => {
  for (const killed of [false, true]) {
    const page = await opened(ext);
    if (killed) await ext.worker.kill();
    await page.keyboard.press('n');
    const text = `Closed at once, ${killed ? 'with a dead worker' : 'with a live one'}`;
    await page.getByRole('textbox', { name: 'Note, in Markdown' }).fill(text);
    await page.close();
    await new Promise((later) => setTimeout(later, 5_500)); // a younger draft is another field's
    const next = await ext.open('paper', address(keyOf(1)));
    await expect(next.locator('.note .md')).toHaveText(text);
    await expect
      .poll(() => next.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('note draft'))))
      .toEqual([]);
    await next.close();
  }
});

test('F14: two panes of one paper end with the same status, tags and note', async ({ ext }) => {
  const a = await opened(ext);
  const b = await ext.open('paper', address(keyOf(1)));
  await expect(b.locator('.seg')).toBeVisible();
  await Promise.all([a.locator('body').press('2'), b.locator('body').press('3')]);
  await expect(toast(a)).toContainText('Marked');
  await expect(toast(b)).toContainText('Marked');
  await expect.poll(async () => (await status(a).textContent()) === (await status(b).textContent())).toBe(true);
  for (const [page, text] of [
    [a, 'First words.'],
    [b, 'First words. And more.'],
  ] as const) {
    await page.bringToFront();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note, in Markdown' }).fill(text);
    await expect(page.locator('.note .said')).toHaveText('Saved');
  }
  await expect(a.getByRole('textbox', { name: 'Note, in Markdown' })).toHaveValue('First words. And more.');
});

test('a citation is on the clipboard with one press, as plain and as rich text', async ({ ext }) => {
  const page = await opened(ext);
  await ext.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Cite as APA 7' }).click();
  await expect(page.locator('.ft .said')).toContainText('Copied: APA 7');
  const read = (type: string): Promise<string> =>
    page.evaluate(async (t) => (await (await navigator.clipboard.read())[0]?.getType(t))?.text() ?? '', type);
  expect(await read('text/plain')).toContain('A Paper about Subject Number 1');
  expect(await read('text/html')).toContain('<i>A Paper about Subject Number 1');
  await page.getByRole('button', { name: 'Cite in another form' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'BibTeX' }).click();
  await expect(page.locator('.ft .said')).toContainText('Copied: BibTeX');
  expect(await read('text/plain')).toContain('@misc{');
  await page.reload();
  await page.getByRole('button', { name: 'Cite as BibTeX' }).click(); // the form chosen last is what one press copies
  await expect(page.locator('.ft .said')).toContainText('Copied: BibTeX');
});

eachFlow('a paper goes to the trash and comes back, by the toast and by its page', async ({ ext, step }) => {
  const page = await opened(ext);
  const remove = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByText('This paper is in the trash.')).toBeVisible();
  };
  await step('delete', remove);
  await step('undo', async () => {
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(status(page)).toHaveText('To read');
  });
  await step('delete again', remove);
  await page.reload();
  await step('take it out', async () => {
    await page.getByRole('button', { name: 'Take it out' }).click();
    await expect(status(page)).toHaveText('To read');
  });
});

eachFlow('two copies of a work are merged by the person alone, and parted again by undo', async ({ ext, step }) => {
  const desk = await openLibraryDesk(ext);
  const title = 'A Paper that was Published Long after its Preprint';
  const copy = (id: string, year: number) => ({ ids: [id], title, year }) as never; // ids are branded; the protocol checks them
  await done(desk, 'library.save', {
    request: newRequest(),
    papers: [copy('arxiv:2001.00001', 2015), copy('doi:10.5555/later', 2021)],
  });
  const page = await ext.open('paper', address('arxiv:2001.00001'));
  await step('ask', async () => {
    await page.getByRole('button', { name: 'Merge…' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('2 papers would become 1');
    await page.getByRole('button', { name: 'Keep 2' }).click();
    await expect(page.locator('.twins .t')).toHaveCount(1);
  });
  await step('merge', async () => {
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page.getByRole('button', { name: 'Merge 2 into 1' }).click();
    await expect(page.locator('.hd')).toContainText('doi:10.5555/later');
    await expect(page.locator('.twins .t')).toHaveCount(0);
  });
  await step('undo', async () => {
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('.twins .t')).toHaveCount(1);
  });
});
