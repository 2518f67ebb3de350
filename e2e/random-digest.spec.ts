/**
 * A digest that no one has seen before comes out in the notes of a listing exactly as it was put in: tags, links, on the right papers.
 * The seed is another one in every run and is printed; `SEED=… npx playwright test random-digest` repeats a run.
 */
import { randomInt } from 'node:crypto';
import { shownPage } from '../src/core/digest/page-text.testing.ts';
import { lineOf } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { expect, test } from './harness/extension.ts';
import { noteOf } from './harness/notes.ts';
import { type RandomPaper, randomPapers } from './pages/random-papers.ts';

const COUNT = 30;
/** Shows titles alone: what stands in an abstract can come from the digest only. */
const RECENT = `https://arxiv.org/list/cs.LG/recent?n=${COUNT}`;

/** As copied from a page: no ids, no addresses but those in abstracts. */
const pageText = (papers: readonly RandomPaper[]): string =>
  shownPage(
    papers.map(({ record: { title, abstract, authorCount, date, comments } }) => ({
      title,
      abstract,
      authors: authorCount,
      date,
      comments,
    })),
    '2026-11-20',
  );

for (const [format, via] of [
  ['page text without ids', 'paste'],
  ['JSON Lines', 'file'],
] as const)
  eachFlow(`a random digest as ${format}: every note shows the tags and the link that were put in`, async (flow) => {
    const { ext, step } = flow;
    const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
    test.info().annotations.push({ type: 'seed', description: String(seed) });
    console.log(`random digest, ${format}: SEED=${seed}`);
    const papers = randomPapers(COUNT, seed);
    ext.web.papers = papers.map(({ record }) => record);

    const add = await step('open the Add page', () => ext.open('add'));
    await step('import', async () => {
      if (via === 'file') {
        const buffer = Buffer.from(ext.web.papers.map(lineOf).join('\n'));
        await add.locator('input[type=file]').setInputFiles({ name: 'random.jsonl', mimeType: 'text/plain', buffer });
      } else {
        await add.getByRole('textbox', { name: 'Text of a digest' }).fill(pageText(papers));
        await add.getByRole('button', { name: /^Read [\d,]+ lines$/ }).click();
      }
      await expect(add.getByText(new RegExp(`^${COUNT} papers from `))).toBeVisible();
    });
    const page = await step('open a listing of these papers', async () => {
      const opened = await ext.open(RECENT);
      await expect(opened.locator('scholion-note').first()).toBeAttached();
      return opened;
    });
    await step('read every note', async () => {
      for (const { record, names, code } of papers) {
        const note = noteOf(page, `arxiv:${record.id}`);
        await page.locator(`[id="${record.id}"]`).scrollIntoViewIfNeeded();
        // The field comes from the arXiv category, which is not part of the digest.
        const chips = note.host.locator('.chip:not([data-kind="field"])');
        const shown = async (): Promise<object> => ({
          tags: (await chips.allInnerTexts()).toSorted(),
          links: (await note.links()).map(({ href }) => href),
        });
        await expect.poll(shown, { message: record.title }).toEqual({ tags: names, links: [code] });
      }
    });
    expect(await page.locator('scholion-note').count()).toBeLessThanOrEqual(COUNT);
    expect(await page.evaluate('window.__errors')).toEqual([]);
  });
