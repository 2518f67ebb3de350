/** Finds a Firefox new enough for the extension. Any channel will do: add-ons are installed for one session only, unsigned. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../run.ts';

export interface FoundFirefox {
  readonly path: string;
  /** As Firefox says it: "Mozilla Firefox 153.7.0esr". */
  readonly version: string;
}

/** Oldest version that the manifest takes (browser_specific_settings.gecko.strict_min_version). */
const OLDEST = 142;

const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];
const FIXED = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox-esr/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(process.env['PROGRAMFILES'] ?? 'C:\\Program Files', 'Mozilla Firefox/firefox.exe'),
];

export const HOW_TO_INSTALL = `No Firefox ${OLDEST} or newer was found.
Install it (Debian: sudo apt install firefox-esr; Ubuntu: sudo snap install firefox; macOS: brew install --cask firefox)
or name one that you have: FIREFOX_PATH=/path/to/firefox npm run firefox`;

/** @returns FIREFOX_PATH or the first one found that starts, or undefined. @throws where FIREFOX_PATH does not start */
export async function findFirefox(): Promise<FoundFirefox | undefined> {
  const asked = process.env['FIREFOX_PATH'];
  if (asked) {
    const found = await probe(asked);
    if (!found) throw new Error(`FIREFOX_PATH is ${asked}, which is no Firefox ${OLDEST} or newer.`);
    return found;
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  for (const path of new Set([...onPath, ...FIXED])) {
    const found = await probe(path);
    if (found) return found;
  }
  return undefined;
}

async function probe(path: string): Promise<FoundFirefox | undefined> {
  if (!existsSync(path)) return undefined;
  const { code, output } = await run(path, ['--version'], { quiet: true });
  const version = /Mozilla Firefox (\d+)[\w.]*/.exec(output);
  if (code !== 0 || !version || Number(version[1]) < OLDEST) return undefined;
  return { path, version: version[0] };
}
