/** Opens a browser with the extension in a profile of its own. Used by tests, the demo, the screenshots and the benches. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { type Browser, needBrowser } from '../../tools/find-browser.ts';
import { ROOT } from '../../tools/run.ts';
import { speaking } from './languages.ts';
import type { Web } from './server.ts';

export interface LaunchOptions {
  /** Folder of the built extension below the repository root, or an absolute path; undefined: no extension. */
  readonly extension: string | undefined;
  /** Folder of the profile; made where it does not exist. */
  readonly profile: string;
  /** All hosts lead here, or only the two sites where `onlySites` is set; undefined: the real net. */
  readonly web?: Web | undefined;
  readonly onlySites?: boolean;
  /** Hosts that lead where they lead: a server of the test on this machine. */
  readonly direct?: readonly string[] | undefined;
  readonly headless?: boolean;
  readonly dark?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly args?: readonly string[];
  /** The browser's own language, as Chromium names it: `de`. Undefined: English, or the machine's own where a person looks on. */
  readonly language?: string | undefined;
  /** Zone of the whole browser, workers included. Undefined: UTC in pages. */
  readonly zone?: string | undefined;
  readonly browser?: Browser;
  /** The caller stops the browser itself on Ctrl+C; otherwise Playwright does and ends the process. */
  readonly ownSignals?: boolean;
}

export interface Launched {
  readonly context: BrowserContext;
  readonly browser: Browser;
  /** Extension id; empty where none was loaded. */
  readonly id: string;
}

/** @throws where the extension was not built or the browser does not start it within 30 s */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const found = options.browser ?? (await needBrowser((line) => console.error(line)));
  const language = options.language ?? (options.headless === false ? undefined : 'en-US');
  const spoken = language === undefined ? undefined : speaking(found, language);
  const browser = spoken?.browser ?? found;
  const folder = options.extension === undefined ? undefined : resolve(ROOT, options.extension);
  if (folder !== undefined && !existsSync(resolve(folder, 'manifest.json')))
    throw new Error(
      `${folder} holds no built extension: run "npm run build" (dist) or "npm run build -- test" (dist-test).`,
    );
  const byFlag = folder !== undefined && browser.kind === 'chromium';
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: browser.path,
    headless: options.headless ?? true,
    chromiumSandbox: process.getuid?.() !== 0, // root, as in containers, cannot have it
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    locale: language ?? 'en-US',
    ...(options.zone === undefined ? { timezoneId: 'UTC' } : {}),
    env: { ...definedEnv(), ...spoken?.env, ...(options.zone === undefined ? {} : { TZ: options.zone }) },
    colorScheme: options.dark ? 'dark' : 'light',
    ignoreDefaultArgs: ['--disable-extensions', ...(options.headless === false ? ['--enable-automation'] : [])],
    ...(options.ownSignals ? { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } : {}),
    args: [
      ...(byFlag ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : []),
      ...(options.web ? routing(options.web, options.onlySites ?? false, options.direct ?? []) : []),
      '--enable-unsafe-extension-debugging', // for Extensions.* over the debugging pipe: loadUnpacked, triggerAction
      ...(spoken?.args ?? []),
      ...(options.args ?? []),
    ],
  });
  const id = folder === undefined ? '' : byFlag ? await startedId(context) : await loadOverPipe(context, folder);
  return { context, browser, id };
}

/** The environment without what is not set: Playwright takes texts only. */
const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Names lead to our server, whatever their port, and its certificate, and no other, is trusted. */
function routing(web: Web, onlySites: boolean, direct: readonly string[]): readonly string[] {
  const hosts = onlySites ? ['arxiv.org', '*.arxiv.org', 'huggingface.co', '*.huggingface.co', 'hf.co'] : ['*'];
  return [
    `--host-resolver-rules=${[...hosts.map((host) => `MAP ${host} 127.0.0.1:${web.port}`), ...direct.map((host) => `EXCLUDE ${host}`)].join(',')}`,
    `--ignore-certificate-errors-spki-list=${web.spki}`,
  ];
}

/** The id comes from the folder's path; the running worker tells it. */
async function startedId(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  return new URL(worker.url()).host;
}

/** Branded Chrome ignores --load-extension since version 137 and takes extensions over the debugging pipe alone. */
async function loadOverPipe(context: BrowserContext, folder: string): Promise<string> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser gives no debugging session.');
  // Not in Playwright's protocol types: https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
  const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<{ id: string }>;
  const { id } = await send('Extensions.loadUnpacked', { path: folder });
  return id;
}
