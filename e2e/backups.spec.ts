/** Backups as files: made, carried to another profile, restored there whole; what is damaged or newer is refused in words. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { eachFlow } from './harness/each-flow.ts';
import { Extension, expect, test } from './harness/extension.ts';
import { done, keyOf, newRequest, openLibraryDesk, rowsOf, savedKeys, savePapers } from './harness/library.ts';

/** A library with something of everything. */
async function fill(ext: Extension): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 40);
  const request = newRequest;
  const parent = { kind: 'collection', name: 'Thesis', parent: null } as const;
  await done(desk, 'library.thing', { request: request(), id: 'c1', fields: parent });
  await done(desk, 'library.thing', { request: request(), id: 'nets', fields: { kind: 'tag', colour: 'plum' } });
  await done(desk, 'library.edit', {
    request: request(),
    keys: [keyOf(1), keyOf(2)],
    edits: [
      { do: 'tag', tag: 'nets', on: true },
      { do: 'status', status: 'read' },
      { do: 'rating', rating: 4 },
      { do: 'collection', id: 'c1', on: true },
    ],
  });
  await done(desk, 'library.note', { request: request(), key: keyOf(1), text: 'Two\n\n**lines** – and a half' });
  await done(desk, 'library.edit', { request: request(), keys: [keyOf(3)], edits: [{ do: 'delete' }] });
  return desk;
}

/** Rows that a person sees and states that make them. What belongs to this machine alone is not in a backup. */
const all = async (desk: Page) => ({
  states: await rowsOf(desk, 'states'),
  papers: await rowsOf(desk, 'papers'),
  trash: await rowsOf(desk, 'trash'),
});

async function backup(ext: Extension): Promise<Buffer> {
  const page = await ext.open('options', '#backups');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^scholion-\d{4}-\d{2}-\d{2}\.jsonl$/);
  await expect(page.getByText(/39 papers saved as scholion-/)).toBeVisible();
  const bytes = readFileSync(await download.path());
  await page.close();
  return bytes;
}

const file = (buffer: Buffer, name = 'scholion.jsonl') => ({ name, mimeType: 'application/jsonl', buffer });
const dialog = (page: Page) => page.getByRole('dialog');
const choose = (page: Page, buffer: Buffer): Promise<void> =>
  page.getByLabel('Restore from a file').setInputFiles(file(buffer));

test('a backup file restores a library in a fresh profile that is deeply equal, and twice changes nothing', async ({
  ext,
  web,
}) => {
  const desk = await fill(ext);
  const before = await all(desk);
  const bytes = await backup(ext);
  const other = new Extension(web, { build: 'dist-test', dark: false, keepWelcome: false });
  await other.start();
  try {
    const there = await openLibraryDesk(other);
    const page = await other.open('options', '#backups');
    await choose(page, bytes);
    await expect(dialog(page).getByRole('heading', { name: '39 papers would come back' })).toBeVisible();
    for (const row of ['Papers in the backup 39', 'Would come back 39', 'Would change 0'])
      await expect(dialog(page).getByRole('row', { name: row })).toBeVisible();
    expect(await savedKeys(there), 'nothing is changed by a look').toEqual([]);
    await dialog(page).getByRole('button', { name: 'Restore 39 papers' }).click();
    await expect(dialog(page).getByText('39 papers came back.')).toBeVisible();
    expect(await all(there)).toEqual(before);
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await choose(page, bytes);
    await expect(dialog(page).getByRole('heading', { name: 'Nothing would change' })).toBeVisible();
  } finally {
    await other.stop();
  }
});

eachFlow(
  'a backup chosen in the import dialog goes to the restore, which shows what it would bring',
  async ({ ext, step }) => {
    await fill(ext);
    const bytes = await step('back up', () => backup(ext));
    const page = await ext.open('src/ui/library/index.html');
    await step('choose', async () => {
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await dialog(page).locator('input[type="file"]').setInputFiles(file(bytes));
      await expect(dialog(page).getByRole('heading', { name: 'Nothing would change' })).toBeVisible();
      await expect(dialog(page).getByRole('row', { name: 'Papers in the backup 39' })).toBeVisible();
    });
    await dialog(page).getByRole('button', { name: 'Another file' }).click();
    await expect(dialog(page).getByRole('heading', { name: 'Import papers' })).toBeVisible();
  },
);

test('B05: a backup of a newer version is refused, in words; B07: one flipped bit too, with the part that can be read', async ({
  ext,
}) => {
  const desk = await fill(ext);
  const bytes = await backup(ext);
  const before = await all(desk);
  const page = await ext.open('options', '#backups');
  await choose(page, Buffer.from(bytes.toString('utf8').replace('"format":1', '"format":2')));
  await expect(dialog(page).getByRole('heading', { name: 'Made by a newer version' })).toBeVisible();
  await expect(dialog(page)).toContainText('Update the extension, then restore it.');
  await expect(dialog(page).getByRole('button', { name: /^Restore/ })).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();

  const flipped = Buffer.from(bytes);
  flipped.writeUInt8((flipped.at(-200) ?? 0) ^ 1, flipped.length - 200);
  await choose(page, flipped);
  await expect(dialog(page).getByRole('heading', { name: 'This backup is damaged' })).toBeVisible();
  await expect(dialog(page).getByRole('alert')).toContainText(
    /Nothing is restored from it\. \d+ (of 39 )?papers? in it/,
  );
  await expect(dialog(page).getByRole('button', { name: /^Restore/ })).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();

  await choose(page, bytes.subarray(0, Math.floor(bytes.length / 2)));
  await expect(dialog(page).getByRole('alert')).toContainText(/\d+ of 39 papers in it can be read\./);
  expect(await all(desk)).toEqual(before);
});

test('B17: settings from a file: what makes no sense has its default and is named, the rest holds', async ({ ext }) => {
  const page = await ext.open('options', '#backups');
  const settings = {
    sitesOff: ['notarxiv.example'],
    keepListings: false,
    notes: { kindsOff: ['own'], links: true, hints: true, density: -3 },
    citations: { style: 'ieee', keyPattern: '[auth][year]' },
  };
  const body = JSON.stringify({ scholion: 'settings', format: 1, settings });
  await page
    .getByLabel('Bring in')
    .last()
    .setInputFiles(file(Buffer.from(body), 'settings.json'));
  await expect(page.getByText('The settings were brought in.')).toBeVisible();
  await expect(page.getByText('2 in the file made no sense and have their defaults: Sites, Length.')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = JSON.parse(readFileSync(await (await waiting).path(), 'utf8')) as { settings: unknown };
  expect(saved.settings).toEqual({
    ...settings,
    sitesOff: [],
    notes: { ...settings.notes, density: 'cosy' },
  });
});
