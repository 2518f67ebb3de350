/** Papers go out as files: each format is downloaded and read back, a few are copied. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { fromBibtex } from '../src/core/citations/from-bibtex.ts';
import { fromCslJson } from '../src/core/citations/from-csl-json.ts';
import { fromCsv } from '../src/core/citations/from-csv.ts';
import { fromRis } from '../src/core/citations/from-ris.ts';
import type { ImportedFile } from '../src/core/citations/imported.ts';
import type { Result } from '../src/core/result.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { done, newRequest, openLibraryDesk, rowsOf } from './harness/library.ts';

const LIBRARY = 'src/ui/library/index.html';
const TITLES = [
  '=HYPERLINK("https://evil.example") in Nets & Fish',
  'A Slower Way to Mend Torn Nets',
  'Über Netze – δ-Nets',
];

/** Three papers, one with tag, status and a private note. */
async function fill(ext: Extension): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  const papers = TITLES.map((title, n) => ({
    ids: [`doi:10.1000/nets.${n}`],
    title,
    authors: ['Ann-Marie Lee', 'Jan van Dam'],
    year: 2019,
    venue: 'Journal of Nets',
    abstract: `Abstract of number ${n}.`,
  })) as never; // ids are branded; the protocol checks them
  const { saved } = await done(desk, 'library.save', { request: newRequest(), papers });
  const [first] = saved.map(({ key }) => key);
  if (first === undefined) throw new Error('nothing was saved');
  await done(desk, 'library.edit', {
    request: newRequest(),
    keys: [first],
    edits: [
      { do: 'tag', tag: 'chapter 3', on: true },
      { do: 'status', status: 'reading' },
    ],
  });
  await done(desk, 'library.note', { request: newRequest(), key: first, text: 'Ask Cong: is this *private*?' });
  return desk;
}
const dialog = (page: Page) => page.getByRole('dialog');

async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about the library' }).click();
  await page.getByRole('menuitem', { name: 'Export these 3' }).click();
}

/** Exports all three and gives the file. */
async function exported(page: Page, format: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await dialog(page).getByRole('radio', { name: format, exact: false }).check();
  const waiting = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Export 3' }).click();
  const download = await waiting;
  await expect(dialog(page).getByText(`Saved as ${download.suggestedFilename()}.`)).toBeVisible();
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function titlesOf(read: Promise<Result<ImportedFile, string>> | Result<ImportedFile, string>) {
  const file = await read;
  if (!file.ok) throw new Error(file.error);
  expect(file.value.skipped).toEqual([]);
  return file.value.works.map(({ work }) => work.title).sort();
}

test('each format is downloaded and says the same when it is read back; private notes stay here, formulas do nothing', async ({
  ext,
}) => {
  const desk = await fill(ext);
  const page = await ext.open(LIBRARY);
  await openExport(page);
  const readers: readonly (readonly [string, RegExp, (text: string) => Parameters<typeof titlesOf>[0]])[] = [
    ['BibTeX', /\.bib$/, (text) => fromBibtex(text)],
    ['BibLaTeX', /\.bib$/, (text) => fromBibtex(text)],
    ['RIS', /\.ris$/, (text) => fromRis(text)],
    ['CSL JSON', /\.json$/, (text) => fromCslJson(text)],
    ['CSV', /\.csv$/, (text) => fromCsv(text)],
  ];
  for (const [format, name, read] of readers) {
    const file = await exported(page, format);
    expect(file.name).toMatch(name);
    const text = file.bytes.toString('utf8');
    expect(await titlesOf(read(text)), format).toEqual([...TITLES].sort());
    expect(text, format).not.toContain('private');
    if (format === 'CSV') expect(text).not.toMatch(/(?:^|[,"])=HYPERLINK/m);
    await dialog(page).getByRole('button', { name: 'Another format' }).click();
  }
  const html = (await exported(page, 'HTML')).bytes.toString('utf8');
  expect(html).toContain('Über Netze – δ-Nets');
  expect(html).not.toContain('<script');
  await dialog(page).getByRole('button', { name: 'Another format' }).click();
  const zip = unzipSync((await exported(page, 'Markdown')).bytes);
  const files = Object.values(zip).map((bytes) => strFromU8(bytes));
  expect(files).toHaveLength(3);
  expect(files.find((text) => text.includes('A Slower Way'))).toMatch(/^---\n[\s\S]+\n---\n/);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  // Once the dialog is closed, jobs and files are forgotten.
  await expect.poll(async () => (await rowsOf(desk, 'jobs')).length).toBe(0);
});

eachFlow('with own notes and a pattern of keys of the person, which shows what it gives', async ({ ext, step }) => {
  await fill(ext);
  const page = await ext.open(LIBRARY);
  await step('open', () => openExport(page));
  await dialog(page).getByLabel('Citation keys').fill('[auth]:[shortyear]');
  await expect(dialog(page).getByText('Gives Vaswani:17')).toBeVisible();
  await dialog(page)
    .getByRole('checkbox', { name: /Your notes/ })
    .check();
  const file = await step('export', () => exported(page, 'BibTeX'));
  const text = file.bytes.toString('utf8');
  expect(text).toContain('private');
  expect([...text.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key).sort()).toEqual([
    'Lee:19',
    'Lee:19a',
    'Lee:19b',
  ]);
});

test('few papers are copied instead, and what is copied is the file', async ({ ext }) => {
  await fill(ext);
  await ext.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await ext.open(LIBRARY);
  await openExport(page);
  await dialog(page).getByRole('radio', { name: 'RIS', exact: false }).check();
  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(page).getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(await titlesOf(fromRis(text))).toEqual([...TITLES].sort());
});
