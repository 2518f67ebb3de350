/**
 * Finds a browser that can load the extension, and installs one where that is possible. Order: `CHROMIUM_PATH`, an installed
 * Chromium, Playwright's own, and last an installed Chrome: branded Chrome ignores --load-extension since version 137, so
 * the extension then has to be loaded over the debugging protocol (see e2e/harness/launch.ts).
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { run } from './run.ts';

export interface Browser {
  readonly path: string;
  /** `chrome`: branded, takes extensions only over the debugging protocol. */
  readonly kind: 'chromium' | 'chrome';
  /** As the browser says it: "Chromium 156.0.8078.79". */
  readonly version: string;
}

const NAMES = ['chromium', 'chromium-browser'];
const BRANDED = ['google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable', 'microsoft-edge'];
const MAC = '/Applications';
const FIXED = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  `${MAC}/Chromium.app/Contents/MacOS/Chromium`,
];
const FIXED_BRANDED = [
  '/opt/google/chrome/chrome',
  `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
  join(process.env['PROGRAMFILES'] ?? 'C:\\Program Files', 'Google/Chrome/Application/chrome.exe'),
];

/** Oldest version with all that the extension needs (manifest: minimum_chrome_version). */
const OLDEST = 122;

/** @returns the best browser that is there and starts, or undefined */
export async function findBrowser(): Promise<Browser | undefined> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    const browser = await probe(asked);
    if (!browser) throw new Error(`CHROMIUM_PATH is ${asked}, which does not start as a browser.`);
    return browser;
  }
  const candidates = [...onPath(NAMES), ...FIXED, playwrightPath(), ...onPath(BRANDED), ...FIXED_BRANDED];
  for (const path of new Set(candidates)) {
    const browser = path ? await probe(path) : undefined;
    if (browser) return browser;
  }
  return undefined;
}

/** Installs a browser: Playwright's own, or Debian's where this process is root. @returns it, or undefined */
export async function installBrowser(say: (line: string) => void): Promise<Browser | undefined> {
  const root = process.getuid?.() === 0;
  if (root && existsSync('/usr/bin/apt-get')) {
    say('No browser found. Installing Chromium with apt-get (about 115 MB) …');
    const update = await run('apt-get', ['update', '-q'], { quiet: true });
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
    });
    if (update.code === 0 && install.code === 0) return findBrowser();
    say(`apt-get could not install it: ${lastLine(install.output || update.output)}`);
  }
  say('Installing the Chromium of Playwright (about 170 MB) …');
  const args = ['node_modules/playwright/cli.js', 'install', ...(root ? ['--with-deps'] : []), 'chromium'];
  const playwright = await run(process.execPath, args, { quiet: true, env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' } });
  if (playwright.code === 0) return findBrowser();
  say(`Playwright could not install it: ${lastLine(playwright.output)}`);
  return undefined;
}

/** Finds or installs. @throws with a message that says what to do where neither works */
export async function needBrowser(say: (line: string) => void): Promise<Browser> {
  const browser = (await findBrowser()) ?? (await installBrowser(say));
  if (browser) return browser;
  throw new Error(
    'No Chromium was found and none could be installed.\n' +
      'Install Chromium (Debian, Ubuntu: sudo apt install chromium; macOS: brew install --cask chromium)\n' +
      'or name one that you have: CHROMIUM_PATH=/path/to/chromium npm start',
  );
}

/** Does the file start as a browser new enough? Its kind and version come from its own word. */
async function probe(path: string): Promise<Browser | undefined> {
  if (!existsSync(path)) return undefined;
  const { code, output } = await run(path, ['--version'], { quiet: true });
  const version = /(?:Chromium|Google Chrome(?: for Testing)?|Microsoft Edge)\s+(\d+)[\d.]*/.exec(output);
  if (code !== 0 || !version || Number(version[1]) < OLDEST) return undefined;
  const open = /Chromium|for Testing/.test(version[0]);
  return { path, kind: open ? 'chromium' : 'chrome', version: version[0] };
}

const onPath = (names: readonly string[]): readonly string[] =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));

/** Playwright names the file even where it was never downloaded. */
function playwrightPath(): string {
  try {
    return chromium.executablePath();
  } catch {
    return ''; // unknown platform: Playwright has no build for it
  }
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
