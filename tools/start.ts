/**
 * `npm start [-- --live] [-- --headless]`: builds, finds or installs a browser, opens it with the extension in a profile of its own, and
 * shows annotated pages. Where there is no display it visits them, writes pictures and prints what was annotated.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext } from 'playwright';
import { openDesk } from '../e2e/harness/digests.ts';
import { launch } from '../e2e/harness/launch.ts';
import { startWeb } from '../e2e/harness/server.ts';
import { build } from './build.ts';
import { annotated } from './demo/annotated.ts';
import { FIRST_TABS, LIVE_PAGES, OWN_PAGES } from './demo/pages.ts';
import { prepare } from './demo/prepare.ts';
import { tryThis, type Visit, visitTable } from './demo/words.ts';
import { needBrowser } from './find-browser.ts';
import { ROOT } from './run.ts';

const live = process.argv.includes('--live');
const headless =
  process.argv.includes('--headless') ||
  (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);
const pages = live ? LIVE_PAGES : OWN_PAGES;

console.log('Building …');
const fault = await build('release', { quiet: true });
if (fault) {
  console.error(fault);
  process.exit(1);
}
const browser = await needBrowser((line) => console.log(line)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
console.log(`Opening ${browser.version} …`);
const web = live ? undefined : await startWeb();
const { context, id } = await launch({
  extension: 'dist',
  profile: resolve(ROOT, '.profile'),
  web,
  onlySites: true,
  headless,
  viewport: headless ? { width: 1280, height: 900 } : null,
  browser,
  ownSignals: true,
});

/** Ends everything that was started, once. */
let stopping: Promise<void> | undefined;
const stop = (code: number): Promise<void> => {
  stopping ??= (async () => {
    await context.close().catch(() => undefined); // the window may have been closed by hand
    await web?.close();
    process.exit(code);
  })();
  return stopping;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(0));

try {
  const desk = await openDesk(context, id);
  await prepare(desk);
  await desk.close();
  if (headless) {
    await visitAll(context);
    await stop(0);
  } else {
    for (const { name, url } of pages) if (live || FIRST_TABS.includes(name)) await (await context.newPage()).goto(url);
    console.log(tryThis(live));
    await new Promise((done) => context.once('close', done));
    await stop(0);
  }
} catch (error) {
  if (!stopping) console.error(error);
  await stop(1);
}

async function visitAll(context: BrowserContext): Promise<void> {
  const folder = resolve(ROOT, '.cache/start');
  mkdirSync(folder, { recursive: true });
  const page = await context.newPage();
  const visits: Visit[] = [];
  for (const { name, url } of pages) {
    await page.goto(url);
    await page.waitForSelector('scholion-note', { state: 'attached', timeout: 15_000 }).catch(() => undefined); // a page without notes is a row of zeros
    const counts = await annotated(page);
    await page.screenshot({ path: resolve(folder, `${name}.png`) });
    visits.push({ name, url, ...counts });
  }
  console.log(tryThis(live));
  console.log(`There is no display, so the pages were visited without one. Pictures: ${folder}\n`);
  console.log(visitTable(visits));
  if (visits.every((visit) => visit.notes === 0)) throw new Error('No page was annotated.');
}
