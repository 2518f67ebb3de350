/**
 * FAULTS E16: a Firefox that keeps nothing ("never remember history"). There every page of an extension is in a private window, IndexedDB
 * and the private file system refuse. Our extension asks not to run in private windows at all; here a copy of it does.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../e2e/harness/worker.ts';
import { ADDON, deskOf, OWN_HOST } from './desk.ts';
import { startFirefox } from './marionette.ts';

/** @param path of Firefox @param built folder of the extension @returns what was seen @throws what should not be */
export async function keepsNothing(path: string, built: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'scholion-private-'));
  cpSync(built, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const { incognito, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // a manifest is an object
  if (incognito !== 'not_allowed') throw new Error(`the manifest says of private windows: ${String(incognito)}`);
  writeFileSync(file, JSON.stringify(manifest));
  const firefox = await startFirefox(path, {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: OWN_HOST }),
    'browser.privatebrowsing.autostart': true,
  });
  try {
    await firefox.install(copy, true);
    const desk = deskOf(firefox);
    const { state, count } = await desk.call('library.health', {});
    if (state !== 'unwritable') throw new Error(`the library is said to be ${state}`);
    const papers = [{ ids: ['arxiv:2511.00001'], title: 'One' } as never]; // ids are branded; the protocol checks them
    const saved = await desk.call('library.save', { request: crypto.randomUUID(), papers }).then(
      () => 'a save was acknowledged',
      (error: unknown) => String(error),
    );
    if (!saved.includes('read-only')) throw new Error(saved);
    await desk.own('popup');
    const text = (): Promise<string> => firefox.evaluate('return document.body.innerText;');
    await until(async () => (await text()).includes('Nothing can be saved'), 'the notice in the popup');
    const tabs = 'return [...gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec);';
    const open = await firefox.inBrowser<readonly string[]>(tabs);
    if (open.some((url) => url.includes('/restore/'))) throw new Error('the restore screen opened by itself');
    return `${state}, ${count} papers; the popup says so, a save is refused`;
  } finally {
    await firefox.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
