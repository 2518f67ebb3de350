/** The pages of the extension: adding digests from files, the settings, the welcome page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDigest, lineOf, openDesk, savePapers } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { expect, inventedRecords, test } from './harness/extension.ts';
import { noteOf } from './harness/notes.ts';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const jsonl = (count: number, seed: number): Buffer => Buffer.from(inventedRecords(count, seed).map(lineOf).join('\n'));

eachFlow('files are added on the Add page, with what could not be read said by name', async ({ ext, step }) => {
  const page = await ext.open('add');
  await step('choose three', async () => {
    await page.locator('input[type=file]').setInputFiles([
      { name: 'monday.jsonl', mimeType: 'text/plain', buffer: jsonl(40, 21) },
      {
        name: 'photo.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('ffd8ffe000104a464946000101000001000100000000', 'hex'),
      },
      { name: 'tuesday.jsonl', mimeType: 'text/plain', buffer: jsonl(25, 22) },
    ]);
    await expect(page.getByText('40 papers from monday.jsonl.')).toBeVisible();
    await expect(page.getByText('25 papers from tuesday.jsonl.')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('photo.jpg');
  });
  await step('drop one', async () => {
    const text = inventedRecords(7, 23).map(lineOf).join('\n');
    const transfer = await page.evaluateHandle((t) => {
      const data = new DataTransfer();
      data.items.add(new File([t], 'dropped.jsonl'));
      return data;
    }, text);
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
    await expect(page.getByText('7 papers from dropped.jsonl.')).toBeVisible();
  });
});

test('a digest with a line that was not understood shows the line', async ({ ext }) => {
  const page = await ext.open('add');
  const [one, two] = inventedRecords(2, 24).map(lineOf);
  await page.getByRole('textbox', { name: 'Text of a digest' }).fill(`${one}\n{"title": \n${two}`);
  await page.getByRole('button', { name: 'Read 3 lines' }).click();
  await expect(page.getByText(/2 papers from Pasted on/)).toBeVisible();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('.warnings')).toContainText('line 2');
});

test('a text without papers and a file over the limit are refused with what to do', async ({ ext }) => {
  const page = await ext.open('add');
  await page.getByRole('textbox', { name: 'Text of a digest' }).fill('Dear all,\nthe meeting is at ten.\nBest');
  await page.getByRole('button', { name: 'Read 3 lines' }).click();
  await expect(page.getByText(/No papers were found in this text/)).toBeVisible();
  const folder = mkdtempSync(join(tmpdir(), 'scholion-large-'));
  const large = join(folder, 'large.txt');
  writeFileSync(large, Buffer.alloc(65 * 1024 * 1024, 'a '));
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(page.getByRole('alert').filter({ hasText: 'large.txt' })).toContainText('67 MB');
  rmSync(folder, { recursive: true });
});

eachFlow('settings of sites and notes act at once in an open tab', async ({ ext, step }) => {
  ext.web.papers = inventedRecords(5, 25);
  await addDigest(await openDesk(ext.context, ext.id), ext.web.papers);
  const page = await ext.open(`${LIST}?n=5&seed=25`);
  const note = noteOf(page, `arxiv:${ext.web.papers[0]?.id}`);
  await expect.poll(() => note.tags()).not.toEqual([]);
  const options = await ext.open('options', '#notes');
  await step('no task tags', async () => {
    await options.getByRole('switch', { name: 'Tasks' }).click();
    await expect(note.host.locator('.chip[data-kind="task"]')).toHaveCount(0);
  });
  await step('compact', async () => {
    await options.getByText('Compact', { exact: true }).click();
    await expect(options.locator('.leaf .chip')).toHaveCount(2);
  });
  await step('off and on', async () => {
    await options.getByRole('link', { name: 'Sites' }).click();
    await options.getByRole('switch', { name: 'arXiv' }).click();
    await expect(page.locator('scholion-note')).toHaveCount(0);
    await options.getByRole('switch', { name: 'arXiv' }).click();
    await expect(page.locator('scholion-note').first()).toBeAttached();
  });
});

eachFlow(
  'a digest is forgotten after a question whose safe answer has the focus, then all of them',
  async ({ ext, step }) => {
    const desk = await openDesk(ext.context, ext.id);
    for (const n of [1, 2, 3]) await addDigest(desk, inventedRecords(10, 30 + n), `Digest ${n}`);
    const page = await ext.open('options', '#digests');
    await expect(page.getByText('3 digests')).toBeVisible();
    await step('decide against it', async () => {
      await page.getByRole('button', { name: 'Forget Digest 2' }).click();
      await expect(page.getByRole('alertdialog', { name: '1 digest would be forgotten' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('alertdialog')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Forget Digest 2' })).toBeFocused();
    });
    await step('forget one', async () => {
      await page.getByRole('button', { name: 'Forget Digest 2' }).click();
      await page.getByRole('button', { name: 'Forget 1 digest' }).click();
      await expect(page.getByText('2 digests')).toBeVisible();
      await expect(page.getByText('Digest 2')).toHaveCount(0);
    });
    await step('forget all', async () => {
      await page.getByRole('button', { name: 'Forget all 2' }).click();
      await page.getByRole('button', { name: 'Forget 2 digests' }).click();
      await expect(page.getByText('No digests yet')).toBeVisible();
    });
  },
);

eachFlow('a backup is made, and what restoring it would change is shown before', async ({ ext, step }) => {
  await savePapers(await openDesk(ext.context, ext.id), inventedRecords(4, 40));
  const page = await ext.open('options', '#backups');
  await expect(page.getByText('4 papers in the library')).toBeVisible();
  await step('make one', async () => {
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(page.getByText('Backup made')).toBeVisible();
    await expect(page.getByText('checksum good').first()).toBeVisible();
  });
  await step('look into it', async () => {
    await page
      .getByRole('button', { name: /^Restore the backup of/ })
      .first()
      .click();
    // Nothing was lost since, so there is nothing to bring back.
    await expect(page.getByRole('heading', { name: 'Nothing would change' })).toBeVisible();
    await expect(page.getByRole('row', { name: 'Papers in the backup 4' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByText('4 papers in the library')).toBeVisible();
  });
});

test('a page to which the browser gives no sentences has words all the same', async ({ ext }) => {
  const page = await ext.context.newPage();
  await page.addInitScript(() => Object.defineProperty(chrome.i18n, 'getMessage', { value: () => '' }));
  await page.goto(ext.url('options'));
  await expect(page.getByRole('heading', { name: 'Sites' })).toBeVisible();
  await expect(page).toHaveTitle('Settings - Scholion');
});

test.describe('the welcome page', () => {
  test.use({ keepWelcome: true });

  const ONCE = 'opens once, at install and never after; says what this is in under 120 words; loads the sample';
  eachFlow(ONCE, async ({ ext, step }) => {
    const page = await ext.welcome();
    const words = (await page.locator('main').innerText()).split(/\s+/).filter((word) => /\w/.test(word));
    expect(words.length).toBeLessThan(120);
    await step('load the sample', async () => {
      await page.getByRole('button', { name: 'Show me on 40 papers' }).click();
      await expect(page.getByText('40 papers are known now.')).toBeVisible();
    });
    await expect(page.getByRole('link', { name: 'Open an arXiv listing' })).toHaveAttribute(
      'href',
      'https://arxiv.org/list/cs.LG/new',
    );
    await ext.relaunch();
    await step('open the popup', () => ext.open('popup'));
    const open = ext.context.pages().filter((tab) => tab.url().includes('/welcome/'));
    expect(open).toEqual([]);
  });

  eachFlow('its switch decides whether opened listings are kept', async ({ ext, step }) => {
    const welcome = await ext.welcome();
    await step('switch off', async () => {
      await welcome.getByRole('switch').click();
      await expect(welcome.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
    });
    ext.web.papers = inventedRecords(5, 41);
    await step('open a listing', async () => {
      const page = await ext.open(`${LIST}?n=5&seed=41`);
      await expect(page.locator('scholion-note').first()).toBeAttached();
    });
    const options = await ext.open('options', '#digests');
    await expect(options.getByText('No digests yet')).toBeVisible();
    await expect(options.getByRole('switch')).toHaveAttribute('aria-checked', 'false');
  });
});
