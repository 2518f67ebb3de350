/** Papers come in from files: a look before, an account after, and the way back. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { done, newRequest, openLibraryDesk, rowsOf, savedKeys } from './harness/library.ts';
import {
  FRESH,
  FRESH_KEY,
  KNOWN,
  KNOWN_KEY,
  manyPapers,
  REFERENCES,
  type ReferenceFile,
} from './harness/references.ts';

const LIBRARY = 'src/ui/library/index.html';

/** Opens the dialog and chooses a file. */
async function choose(page: Page, file: ReferenceFile): Promise<void> {
  if (!(await page.getByRole('dialog').isVisible()))
    await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(file);
}
const dialog = (page: Page) => page.getByRole('dialog');

/** A library that holds one of the two papers. */
async function withKnown(ext: Extension): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  const paper = { ids: ['doi:10.1000/nets.1'], title: KNOWN } as never; // ids are branded; the protocol checks them
  await done(desk, 'library.save', { request: newRequest(), papers: [paper] });
  return desk;
}

for (const [format, file] of REFERENCES)
  test(`${format === 'papermemory' ? 'B11: ' : ''}${file.name}: what would come is shown, every record is accounted for, and undo takes all of it back`, async ({
    ext,
  }) => {
    const desk = await withKnown(ext);
    const before = await rowsOf(desk, 'papers');
    // One is made by itself after the first write.
    await expect.poll(async () => (await done(desk, 'library.health', {})).snapshots.length).toBe(1);
    const page = await ext.open(LIBRARY);
    await choose(page, file);
    await expect(dialog(page).getByRole('heading', { name: '1 paper would be added' })).toBeVisible();
    await expect(dialog(page).getByText('1 new, 1 in your library, 1 skipped of 3')).toBeVisible();
    await expect(dialog(page).getByLabel('Read as')).toHaveValue(format);
    await expect(dialog(page).getByText(FRESH)).toBeVisible();
    await dialog(page).getByText('1 record is skipped: see why').click();
    await expect(dialog(page).getByText('It has no title.')).toBeVisible();
    expect(await savedKeys(desk), 'nothing is changed by a look').toEqual([KNOWN_KEY]);

    await dialog(page).getByRole('button', { name: 'Import 1' }).click();
    await expect(dialog(page).getByText('1 paper was added.')).toBeVisible();
    for (const row of ['Added 1', 'Known already, filled in 1', 'Skipped 1', 'Records in the file 3'])
      await expect(dialog(page).getByRole('row', { name: row })).toBeVisible();
    expect(await savedKeys(desk)).toEqual([KNOWN_KEY, FRESH_KEY]);
    const { snapshots } = await done(desk, 'library.health', {});
    expect(snapshots.at(0), 'a snapshot was taken first').toMatchObject({ count: 1, good: true });
    expect(snapshots.length).toBeGreaterThan(1);

    await dialog(page).getByRole('button', { name: 'Undo the import' }).click();
    await expect(dialog(page).getByText('The library is as it was before the import.')).toBeVisible();
    expect((await rowsOf(desk, 'papers')).map(withoutTimes)).toEqual(before.map(withoutTimes));
  });

/** When a row changed last is told by its newest stamp, and taking back is a change. */
const withoutTimes = ({ changed: _, ...row }: Record<string, unknown>) => row;

eachFlow('a pasted list is imported with a tag, and stands in the library', async ({ ext, step }) => {
  const desk = await openLibraryDesk(ext);
  const page = await ext.open(LIBRARY);
  await step('look', async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog(page).getByLabel('Text to import').fill(String(REFERENCES[0]?.[1].buffer));
    await dialog(page).getByRole('button', { name: 'Read the text' }).click();
    await expect(dialog(page).getByText('2 new, 1 skipped of 3')).toBeVisible();
  });
  await step('choose a tag', async () => {
    await dialog(page).getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('combobox', { name: 'Find or make a tag' }).fill('from Lee');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog(page).getByText('from Lee')).toBeVisible();
  });
  await step('import', async () => {
    await dialog(page).getByRole('button', { name: 'Import 2' }).click();
    await expect(dialog(page).getByText('2 papers were added.')).toBeVisible();
  });
  await expect
    .poll(async () => (await rowsOf(desk, 'papers')).map((row) => row['tags']))
    .toEqual([['fishing', 'from Lee', 'to cite'], ['from Lee']]);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText(FRESH).first()).toBeVisible();
});

test('an import is stopped on the way: what came is told, all counts add up, and undo empties it again', async ({
  ext,
}) => {
  const desk = await openLibraryDesk(ext);
  const page = await ext.open(LIBRARY);
  await choose(page, manyPapers(20_000));
  await dialog(page).getByRole('button', { name: 'Import 20,000' }).click();
  await expect.poll(async () => (await savedKeys(desk)).length).toBeGreaterThan(200);
  await dialog(page).getByRole('button', { name: 'Stop here' }).click();
  await expect(dialog(page).getByText('The import was stopped.')).toBeVisible();
  const kept = (await savedKeys(desk)).length;
  expect(kept).toBeLessThan(20_000);
  await expect(dialog(page).getByRole('row', { name: `Added ${kept.toLocaleString('en')}` })).toBeVisible();
  await expect(
    dialog(page).getByRole('row', { name: `Not reached ${(20_000 - kept).toLocaleString('en')}` }),
  ).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Undo the import' }).click();
  await expect(dialog(page).getByText('The library is as it was before the import.')).toBeVisible();
  expect(await savedKeys(desk)).toEqual([]);
});

test('B16: a file of 0 B, a picture, a folder, 3 GB, one that vanishes while it is read: each has plain words, nothing is changed', async ({
  ext,
}) => {
  const page = await ext.open(LIBRARY);
  const refused = async (words: string): Promise<void> => {
    await expect(dialog(page).getByRole('alert')).toContainText(words);
    expect(await page.evaluate(stagedNames)).toEqual([]);
  };
  const give = (name: string, body: string | Buffer): Promise<void> =>
    choose(page, { name, mimeType: '', buffer: Buffer.from(body) });
  await give('empty.bib', '');
  await refused('empty.bib was not read. The file is empty (0 B)');
  await give('photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]));
  await refused('photo.jpg was not read. This is a picture, a PDF or another file that is not text.');
  await give('letter.txt', 'Dear Ann, thank you for the nets. Yours, Jan');
  await refused('letter.txt was not read. No references were found in it.');
  await give('photos.zip', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'));
  await refused('photos.zip was not read.');
  const folder = mkdtempSync(join(tmpdir(), 'scholion-files-'));
  const huge = join(folder, 'huge.bib');
  writeFileSync(huge, '@article{a, title = {T}}\n'.repeat(5_000));
  truncateSync(huge, 3_000_000_000); // takes no room on the disk
  await chooseFromDisk(page, huge);
  await refused('huge.bib was not read. The file has 3 GB; an import may have 67 MB of text. Nothing was copied.');
  mkdirSync(join(folder, 'Papers'));
  await chooseFromDisk(page, join(folder, 'Papers'));
  await refused('Papers was not read. This is a folder.');
  const gone = join(folder, 'gone.bib');
  writeFileSync(gone, '@article{a, title = {T}}');
  await chooseFromDisk(page, gone, () => rmSync(gone));
  await refused('gone.bib was not read. The file cannot be read: it was moved, changed or locked.');
  rmSync(folder, { recursive: true });
});

/** Hands over a real file of this disk, as dropping it would. @param meanwhile done after the page has the file and before it is dropped */
async function chooseFromDisk(page: Page, path: string, meanwhile: () => void = () => undefined): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#held')?.remove();
    const held = Object.assign(document.createElement('input'), { type: 'file', id: 'held' });
    document.body.append(held);
  });
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#held' });
  await session.send('DOM.setFileInputFiles', { files: [path], nodeId });
  await session.detach();
  meanwhile();
  await page.evaluate(() => {
    const { files } = document.querySelector('#held') as HTMLInputElement; // made above
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files, getData: () => '' } });
    document.querySelector('dialog .drop')?.dispatchEvent(event);
  });
}

/** Names in the folder of staged files. */
async function stagedNames(): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('staged', { create: true });
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}
