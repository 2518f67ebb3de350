/**
 * `npm run firefox`: builds the extension for Firefox, runs it in a real one, headless and in a profile of its own, on pages of our own
 * under the real host names, and tells what works. `-- --pictures FOLDER` also keeps a picture of the tab after each check.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startWeb } from '../../e2e/harness/server.ts';
import { build, folderOf } from '../build.ts';
import { ROOT } from '../run.ts';
import { checks, IDLE } from './checks.ts';
import { ADDON, deskOf, OWN_HOST } from './desk.ts';
import { findFirefox, HOW_TO_INSTALL } from './find-firefox.ts';
import { startFirefox } from './marionette.ts';
import { keepsNothing } from './private-check.ts';

interface Row {
  readonly name: string;
  readonly good: boolean;
  readonly said: string;
}

const at = process.argv.indexOf('--pictures');
const pictures = at < 0 ? undefined : resolve(process.argv[at + 1] ?? 'firefox-pictures');

const found = await findFirefox().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
if (!found) {
  console.error(HOW_TO_INSTALL);
  process.exit(1);
}
const fault = await build('firefox', { quiet: true });
if (fault) {
  console.error(fault);
  process.exit(1);
}
const rows = [
  ...(await runChecks(found.path)),
  await result('E16: a Firefox that keeps nothing is told as read-only', () =>
    keepsNothing(found.path, resolve(ROOT, folderOf('firefox'))),
  ),
];
const width = Math.max(...rows.map(({ name }) => name.length));
console.log(`\n${found.version} (${found.path}), ${folderOf('firefox')}/\n`);
for (const { name, good, said } of rows) console.log(`${good ? 'ok    ' : 'FAILED'}  ${name.padEnd(width)}  ${said}`);
const failed = rows.filter(({ good }) => !good).length;
console.log(`\n${failed === 0 ? `All ${rows.length} checks hold.` : `${failed} of ${rows.length} checks failed.`}`);
process.exitCode = failed === 0 ? 0 : 1;

async function runChecks(path: string): Promise<readonly Row[]> {
  const web = await startWeb();
  const firefox = await startFirefox(path, {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: OWN_HOST }),
    'extensions.background.idle.timeout': IDLE,
    // Every name is this machine, and the port of https is our server's.
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${web.port}`,
  }).catch(async (error: unknown) => {
    await web.close();
    throw error;
  });
  const done: Row[] = [];
  try {
    const desk = deskOf(firefox);
    await firefox.install(resolve(ROOT, folderOf('firefox')));
    if (pictures) mkdirSync(pictures, { recursive: true });
    for (const { name, run } of checks) {
      done.push(await result(name, () => run(desk, web)));
      if (pictures) await firefox.picture(join(pictures, `${name.replaceAll(/\W+/g, '-')}.png`)).catch(() => undefined);
    }
  } finally {
    await firefox.close();
    await web.close();
  }
  return done;
}

async function result(name: string, run: () => Promise<string>): Promise<Row> {
  try {
    return { name, good: true, said: await run() };
  } catch (error) {
    return { name, good: false, said: error instanceof Error ? error.message : String(error) };
  }
}
