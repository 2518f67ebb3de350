/** Backups by themselves into the downloads folder, once the person switched them on and gave the permission. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROOT } from '../tools/run.ts';
import { Extension, expect, test } from './harness/extension.ts';
import { openLibraryDesk, savePapers } from './harness/library.ts';

/**
 * The build with `downloads` given at install: no test can press the browser's prompt for it. All else is as released: the page asks for
 * the permission and is told yes.
 */
function withDownloads(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scholion-build-'));
  cpSync(resolve(ROOT, 'dist-test'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[]; optional_permissions: string[] };
  manifest.permissions.push('downloads');
  manifest.optional_permissions = manifest.optional_permissions.filter((one) => one !== 'downloads');
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

test('switched on, a backup is written where something changed, and not again where nothing did', async ({ web }) => {
  const folder = withDownloads();
  const ext = new Extension(web, { build: 'dist-test', dark: false, keepWelcome: false, folder });
  await ext.start();
  try {
    await savePapers(await openLibraryDesk(ext), 1, 7);
    const page = await ext.open('options', '#backups');
    await page.getByRole('radio', { name: 'Daily' }).check();
    await expect(page.getByText('The first is made within the hour after a change.')).toBeVisible();
    const made = () =>
      page.evaluate(async () =>
        (await chrome.downloads.search({})).map(({ filename, state, fileSize }) => ({ filename, state, fileSize })),
      );
    /** The alarm rings now instead of in a minute. */
    const ring = () => page.evaluate(() => chrome.alarms.create('backup', { when: Date.now() }));
    await expect.poll(() => page.evaluate(async () => (await chrome.alarms.get('backup'))?.periodInMinutes)).toBe(60);
    await ring();
    await expect.poll(async () => (await made()).map(({ state }) => state)).toEqual(['complete']);
    await expect(page.getByText(/^Last made \d/)).toBeVisible();
    const [file] = await made();
    expect(JSON.parse(readFileSync(file?.filename ?? '', 'utf8').split('\n')[0] ?? '')).toMatchObject({
      scholion: 'library',
      count: 7,
    });
    await ring();
    await page.waitForTimeout(2_000);
    expect(await made()).toHaveLength(1);
    await page.getByRole('radio', { name: 'Never' }).check();
    await expect.poll(() => page.evaluate(async () => (await chrome.alarms.get('backup')) === undefined)).toBe(true);
  } finally {
    await ext.stop();
    rmSync(folder, { recursive: true });
  }
});
