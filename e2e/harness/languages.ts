/**
 * A browser in another language. The interface of Chromium, and with it `chrome.i18n`, is in the language of LANGUAGE (Linux) or --lang
 * (elsewhere), but only where the browser has words of that language: `locales/de.pak`. Distributions leave these out of the main package,
 * and then every extension stays in English. The words of menus do not matter here, so a browser without them gets a folder of links to its
 * own files in which the English words stand under the other name.
 */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from '../../tools/find-browser.ts';
import { ROOT } from '../../tools/run.ts';

export interface Speaking {
  readonly browser: Browser;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Where distributions keep the browser itself, of which the program on the path is a script. */
const LIBRARIES = ['/usr/lib/chromium', '/usr/lib/chromium-browser'];
const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/;

/** @param language as Chromium names it: `de`, `ar`, `ja`, `pt-BR` */
export function speaking(browser: Browser, language: string): Speaking {
  const args = [`--lang=${language}`];
  const env = { LANGUAGE: language };
  const folder = [dirname(realpathSync(browser.path)), ...LIBRARIES].find((f) =>
    existsSync(join(f, 'locales/en-US.pak')),
  );
  // Elsewhere --lang alone chooses the sentences; the direction of the interface is then said by itself.
  if (process.platform !== 'linux' || folder === undefined)
    return { browser, args: RIGHT_TO_LEFT.test(language) ? [...args, '--force-ui-direction=rtl'] : args, env };
  if (existsSync(join(folder, 'locales', `${language}.pak`))) return { browser, args, env };
  return { browser: { ...browser, path: join(withWords(folder, browser.version, language), 'chromium') }, args, env };
}

/** @returns a folder of links to the browser's files, with words for `language` */
function withWords(folder: string, version: string, language: string): string {
  const made = join(ROOT, '.cache', `languages-${version.replaceAll(' ', '-')}`);
  if (!existsSync(made)) {
    const draft = `${made}-${process.pid}`;
    mkdirSync(join(draft, 'locales'), { recursive: true });
    for (const name of readdirSync(folder)) {
      if (name === 'locales') continue;
      if (name === 'chromium' || name === 'chrome') twin(join(folder, name), join(draft, 'chromium'));
      else symlinkSync(join(folder, name), join(draft, name));
    }
    try {
      renameSync(draft, made);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // another worker was first
    }
  }
  link(join(folder, 'locales/en-US.pak'), join(made, 'locales/en-US.pak'));
  link(join(folder, 'locales/en-US.pak'), join(made, 'locales', `${language}.pak`));
  return made;
}

/** The program looks for its files beside itself, links resolved: hence a second name of the same file, or a copy on another disk. */
function twin(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function link(from: string, to: string): void {
  try {
    symlinkSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
