/** The popup as people use it: the real one over the toolbar button, and the same page in a tab where more can be seen of it. */
import type { Page } from 'playwright';
import { addDigest, lineOf, openDesk } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, inventedRecords, test } from './harness/extension.ts';
import { noteOf } from './harness/notes.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const toast = (popup: Page) => popup.locator('.toast');
const rows = (popup: Page) => popup.locator('.pr[data-row]');

/** A listing of `n` invented papers with its popup, whose first rows are there. */
async function listing(ext: Extension, n: number, seed: number): Promise<{ page: Page; popup: Page }> {
  ext.web.papers = inventedRecords(n, seed);
  const page = await ext.open(`${LIST}?n=${n}&seed=${seed}`);
  await expect(page.locator('scholion-note').first()).toBeAttached();
  const popup = await ext.openPopup(page);
  await expect(rows(popup).first()).toBeVisible();
  return { page, popup };
}

eachFlow(
  'a digest pasted into the real popup is read, and its tags stand in the notes of the tab',
  async ({ ext, step }) => {
    const records = inventedRecords(30, 3);
    ext.web.papers = records;
    const page = await ext.open(`${LIST}?n=30&seed=3`);
    const popup = await step('open the popup', () => ext.openRealPopup(page));
    await step('see the papers of the tab', () => popup.shows('30 papers'));
    await step('go to adding', async () => {
      await popup.click('footer button:nth-of-type(2)');
      await popup.shows('Add a digest');
    });
    await step('paste', async () => {
      await popup.focuses('textarea');
      await popup.type(records.map(lineOf).join('\n'));
      await popup.shows('Read 30 lines');
    });
    await step('read it', async () => {
      await popup.click('.body .btn.main');
      await popup.shows(/30 papers from Pasted on/);
    });
    await step('close', () => popup.close());
    await step('see notes', async () => {
      await page.reload();
      await expect.poll(() => noteOf(page, `arxiv:${records[0]?.id}`).tags()).not.toEqual([]);
    });
  },
);

eachFlow('one paper is saved, then all, and both are taken back', async ({ ext, step }) => {
  const { page, popup } = await listing(ext, 12, 4);
  const first = noteOf(page, `arxiv:${ext.web.papers[0]?.id}`);
  await step('save one', async () => {
    await rows(popup).first().locator('.bm').click();
    await expect(toast(popup)).toContainText('1 paper saved');
    await expect(first.save).toHaveAttribute('data-status', 'saved');
  });
  await step('save the rest', async () => {
    await popup.getByRole('button', { name: 'Save all 11' }).click();
    await expect(toast(popup)).toContainText('11 papers saved');
    await expect(popup.getByRole('button', { name: 'All saved' })).toBeVisible();
    await expect(popup.locator('footer')).toContainText('12');
  });
  await step('take the eleven back', async () => {
    await toast(popup).getByRole('button', { name: 'Undo' }).click();
    await expect(toast(popup)).toContainText('11 papers are as before');
    await expect(popup.getByRole('button', { name: 'Save all 11' })).toBeVisible();
  });
  await step('take the one back', async () => {
    await toast(popup).getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('button', { name: 'Save all 12' })).toBeVisible();
    await expect(first.save).not.toHaveAttribute('data-status', 'saved');
  });
});

eachFlow(
  'the keyboard alone saves in two strokes, sets a status, saves all, undoes and closes the real popup',
  async ({ ext, step }) => {
    ext.web.papers = inventedRecords(9, 5);
    const page = await ext.open(`${LIST}?n=9&seed=5`);
    const popup = await ext.openRealPopup(page);
    await popup.shows('9 papers');
    expect(await popup.evaluate('document.activeElement.type')).toBe('search');
    await step('Down, S', async () => {
      await popup.press('ArrowDown');
      await popup.evaluate('new Promise((done) => setTimeout(done, 60))'); // the row takes the focus with the next frame
      await popup.press('s');
      await popup.shows('1 paper saved');
    });
    await step('2: reading', async () => {
      await popup.press('2');
      await popup.shows('Marked: Reading');
    });
    await step('Shift+S', async () => {
      await popup.press('S', { shift: true });
      await popup.shows('8 papers saved');
      await popup.shows('All saved');
    });
    await step('U', async () => {
      await popup.press('u');
      await popup.shows('8 papers are as before');
    });
    await step('Esc', async () => {
      void popup.press('Escape').catch(() => undefined); // it is gone before the key is up: no answer comes
      await expect.poll(() => popup.closed()).toBe(true);
    });
  },
);

test('F07: a popup closed in the middle of an import: the job goes on, and its state is shown at reopening', async ({
  ext,
}) => {
  const records = inventedRecords(6_000, 6);
  const page = await ext.open(LIST);
  const popup = await ext.openRealPopup(page);
  await popup.shows('papers');
  await popup.click('footer button:nth-of-type(2)');
  await popup.shows('Add a digest');
  // Longer than what travels as a message: this import is staged as a file first.
  const text = records.map(lineOf).join('\n');
  expect(text.length).toBeGreaterThan(1_000_000);
  await popup.evaluate(
    `(() => { const a = document.querySelector('textarea'); a.value = ${JSON.stringify(text)}; a.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  );
  await popup.shows('Read 6,000 lines');
  await popup.click('.body .btn.main');
  await popup.shows('Reading papers, links and tags');
  await popup.close();
  const again = await ext.openRealPopup(page);
  await again.shows(/\d of 6,000|6,000 papers from/);
  await again.shows(/6,000 papers from Pasted on/);
  await again.close();
});

eachFlow(
  'a search over all that is known underlines its hits, and Ctrl+S saves the chosen one',
  async ({ ext, step }) => {
    const records = inventedRecords(200, 7);
    await addDigest(await openDesk(ext.context, ext.id), records);
    const popup = await ext.open('popup');
    const title = records[120]?.title ?? '';
    const word = /\d{5,}/.exec(title)?.[0] ?? '';
    await step('type', async () => {
      await popup.getByRole('searchbox').fill(word);
      await expect(rows(popup).first()).toContainText(title);
      await expect(rows(popup).first().locator('mark')).toHaveText(word);
      await expect(popup.locator('.head')).toContainText('in 200');
    });
    await step('Ctrl+S', async () => {
      await popup.keyboard.press('Control+s');
      await expect(toast(popup)).toContainText('1 paper saved');
      await expect(rows(popup).first().locator('.st')).toHaveText('Saved');
    });
    await step('Esc clears', async () => {
      await popup.keyboard.press('Escape');
      await expect(popup.getByRole('searchbox')).toHaveValue('');
    });
    await step('see it in the library', async () => {
      await popup.getByRole('button', { name: /^Library/ }).click();
      await expect(rows(popup)).toHaveCount(1);
      await expect(rows(popup).first()).toContainText(title);
    });
  },
);

eachFlow('the switch of a site takes its notes away at once and brings them back', async ({ ext, step }) => {
  const { page, popup } = await listing(ext, 6, 8);
  await step('off', async () => {
    await popup.getByRole('switch').click();
    await expect(page.locator('scholion-note')).toHaveCount(0);
    await expect(popup.getByText('Off on arxiv.org')).toBeVisible();
  });
  await step('on', async () => {
    await popup.getByRole('button', { name: 'Switch on' }).click();
    await expect(page.locator('scholion-note').first()).toBeAttached();
    await expect(popup.getByText('6 papers', { exact: true })).toBeVisible();
  });
});

test('a redesigned site is named as changed, an empty page as empty, another site as none of ours', async ({ ext }) => {
  const changed = await ext.openPopup(await ext.open(`${LIST}?n=9&redesign`));
  await expect(changed.getByText('This site changed.')).toBeVisible();
  await changed.close();
  const empty = await ext.openPopup(await ext.open(`${LIST}?empty`));
  await expect(empty.getByText('No papers found here')).toBeVisible();
  await empty.close();
  // Only the real popup may know the address of a tab of another site.
  const other = await ext.openRealPopup(await ext.open('https://news.example.org/'));
  await other.shows('Not a paper site');
  await other.shows('Scholion does not run on news.example.org');
});

test('A01: markup in a title is literal text in the popup, on its tab and in a search', async ({ ext }) => {
  const title = 'Zebrafish <img src=x onerror=window.__pwn=1> and <script>window.__pwn=1</script> closing';
  const [record] = inventedRecords(1, 9);
  if (!record) throw new Error('no record');
  ext.web.papers = [{ ...record, title }];
  await addDigest(await openDesk(ext.context, ext.id), ext.web.papers);
  const page = await ext.open(`${LIST}?n=1`);
  const popup = await ext.openPopup(page);
  await expect(rows(popup).first()).toContainText('<img src=x onerror=window.__pwn=1>');
  await popup.getByRole('searchbox').fill('zebrafish');
  await expect(rows(popup).first()).toContainText('<script>window.__pwn=1</script>');
  expect(await popup.evaluate('window.__pwn')).toBeUndefined();
  expect(await popup.locator('.list img, .list script').count()).toBe(0);
});

test('a listing of 2,000 papers opens fast and grows as it is walked through', async ({ ext }) => {
  const { popup } = await listing(ext, 2_000, 10);
  await expect(popup.locator('.head')).toContainText('2,000 papers');
  expect(await rows(popup).count()).toBeLessThan(200);
  await popup.keyboard.press('ArrowDown');
  await expect(rows(popup).first().locator('[data-main]')).toBeFocused();
  await popup.keyboard.press('End');
  await expect(popup.locator('[data-row="1999"] [data-main]')).toBeFocused();
});
