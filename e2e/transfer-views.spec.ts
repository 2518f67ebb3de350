/** Every state of the dialogs that bring papers in and out: nothing that axe finds, nothing cut, in both languages, wide and narrow. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ROOT } from '../tools/run.ts';
import { Extension, expect, test } from './harness/extension.ts';
import { layoutFaults } from './harness/layout.ts';
import { done, keyOf, newRequest, openLibraryDesk, savePapers } from './harness/library.ts';
import { manyPapers, REFERENCES } from './harness/references.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Language = 'en' | 'de';
const messages = (language: Language) =>
  JSON.parse(readFileSync(resolve(ROOT, `public/_locales/${language}/messages.json`), 'utf8')) as Record<
    string,
    { message: string }
  >; // checked by tests of their own

/** A sentence as it is shown. */
const sayIn =
  (language: Language) =>
  (key: string, ...parts: readonly string[]): string =>
    (messages(language)[key]?.message ?? key).replace(/\$(\d)/g, (_, n: string) => parts[Number(n) - 1] ?? '');

/** Looks at a state: axe in light and dark, layout wide and narrow. */
async function look(page: Page, what: string): Promise<void> {
  await test.step(what, async () => {
    const axe = await new AxeBuilder({ page }).setLegacyMode().include('dialog[open]').withTags(RULES).analyze();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('dialog[open]')
      .withRules(['color-contrast'])
      .analyze();
    await page.emulateMedia({ colorScheme: 'light' });
    const violations = [...axe.violations, ...dark.violations].map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
    expect.soft(violations, what).toEqual([]);
    for (const width of [1_280, 400]) {
      await page.setViewportSize({ width, height: 900 });
      const faults = await layoutFaults(page, { keys: Object.keys(messages('en')), bracketed: false, names: [] });
      expect.soft(faults, `${what} at ${width} px`).toEqual([]);
    }
    await page.setViewportSize({ width: 1_280, height: 900 });
  });
}

async function walk(ext: Extension, language: Language): Promise<void> {
  const say = sayIn(language);
  ext.context.setDefaultTimeout(20_000);
  const desk = await openLibraryDesk(ext);
  await savePapers(desk, 1, 30);
  const thesis = { kind: 'collection', name: 'Thesis', parent: null } as const;
  await done(desk, 'library.thing', { request: newRequest(), id: 'c1', fields: thesis });
  await done(desk, 'library.edit', {
    request: newRequest(),
    keys: [keyOf(1)],
    edits: [{ do: 'tag', tag: 'nets', on: true }],
  });
  const page = await ext.open('src/ui/library/index.html');
  const dialog = page.getByRole('dialog');
  const press = (key: string, ...parts: string[]): Promise<void> =>
    dialog
      .getByRole('button', { name: say(key, ...parts), exact: true })
      .last()
      .click();
  const file = dialog.locator('input[type="file"]');

  await page.getByRole('button', { name: say('libraryImport'), exact: true }).click();
  await dialog.locator('.drop').waitFor();
  await look(page, 'choose');
  await file.setInputFiles({ name: 'photo.jpg', mimeType: '', buffer: Buffer.from([0xff, 0xd8, 0xff, 0, 1]) });
  await dialog.getByRole('alert').waitFor();
  await look(page, 'refused');
  for (const [, reference] of REFERENCES.slice(0, 1)) await file.setInputFiles(reference);
  await dialog.getByText(say('importSkippedCount_one')).click();
  await look(page, 'preview');
  await press('importDo', '2');
  await dialog.getByText(say('importDone', '2')).waitFor();
  await dialog.locator('summary').click();
  await look(page, 'imported');
  await press('importUndo');
  await dialog.getByText(say('importUndone')).waitFor();
  await look(page, 'taken back');
  await press('importNext');
  await file.setInputFiles(manyPapers(20_000));
  await press('importDo', language === 'en' ? '20,000' : '20.000');
  await dialog.getByRole('progressbar').waitFor();
  await look(page, 'under way');
  await press('importCancel');
  await dialog.getByText(say('importCancelled')).waitFor();
  await look(page, 'stopped');
  await press('commonClose');

  await page
    .locator('[role="row"]')
    .nth(1)
    .click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: say('libraryExportDo', '1'), exact: true }).click();
  await dialog.getByText(say('exportKeyParts')).click();
  await look(page, 'export');
  await press('exportDo', '1');
  await dialog.getByRole('button', { name: say('exportSaveAgain') }).waitFor();
  await look(page, 'exported');
  await press('commonClose');

  await page.getByRole('button', { name: say('libraryMoreDo_one', '1'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('libraryZoteroDo', '1') }).click();
  await dialog.getByText(say('zoteroAsk')).waitFor();
  await look(page, 'Zotero');
  await page.close();

  const options = await ext.open('options', '#backups');
  await options.getByText(say('optionsRestore'), { exact: true }).first().click();
  await options.getByRole('table').waitFor();
  await look(options, 'restore');
}

// Two dozen looks at states, four each.
test.describe.configure({ timeout: 300_000 });

test('in English', async ({ ext }) => walk(ext, 'en'));

test('in German', async ({ web }) => {
  const ext = new Extension(web, { build: 'dist-test', dark: false, keepWelcome: false, language: 'de' });
  await ext.start();
  try {
    await walk(ext, 'de');
  } finally {
    await ext.stop();
  }
});
