/** The fixture: the built extension in a browser of its own, pages of our own under the real host names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, type CDPSession, expect, type Page } from '@playwright/test';
import type { CallName, In, Out, Party, Reply } from '../../src/messaging/calls.ts';
import { inventedRecords } from '../pages/invented.ts';
import { sampleRecords } from '../pages/sample.ts';
import { type Damage, damageProfile, type Store } from './damage.ts';
import { openDesk } from './digests.ts';
import { launch } from './launch.ts';
import { RealPanel } from './real-panel.ts';
import { RealPopup } from './real-popup.ts';
import { startWeb, type Web } from './server.ts';
import { browserSession, until, WorkerControl } from './worker.ts';

export { expect, inventedRecords };

/** Pages of the extension below its root. */
export const PAGES = {
  popup: 'src/ui/popup/index.html',
  add: 'src/ui/add/index.html',
  options: 'src/ui/options/index.html',
  welcome: 'src/ui/welcome/index.html',
  restore: 'src/ui/restore/index.html',
  paper: 'src/ui/paper/index.html',
  panel: 'src/ui/panel/index.html',
  library: 'src/ui/library/index.html',
} as const;
export type PageName = keyof typeof PAGES;

export interface ExtensionOptions {
  /** `dist-test` has open shadow roots; `dist` is the release. */
  readonly build: 'dist-test' | 'dist';
  readonly dark: boolean;
  /** Leave the welcome page open, which the first install opens. */
  readonly keepWelcome: boolean;
  /** Folder of another build, as the pseudo locales are; instead of `build`. */
  readonly folder?: string;
  /** See LaunchOptions. */
  readonly language?: string;
  readonly zone?: string;
  /** See LaunchOptions. */
  readonly direct?: readonly string[] | undefined;
}

export class Extension {
  readonly profile: string;
  readonly web: Web;
  readonly #options: ExtensionOptions;
  #context!: BrowserContext;
  #session!: CDPSession;
  #worker!: WorkerControl;
  #id = '';

  constructor(web: Web, options: ExtensionOptions) {
    this.profile = mkdtempSync(join(tmpdir(), 'scholion-e2e-'));
    this.web = web;
    this.#options = options;
  }

  get context(): BrowserContext {
    return this.#context;
  }
  get id(): string {
    return this.#id;
  }
  get worker(): WorkerControl {
    return this.#worker;
  }

  async start(): Promise<void> {
    const { context, id } = await launch({
      extension: this.#options.folder ?? this.#options.build,
      language: this.#options.language,
      zone: this.#options.zone,
      direct: this.#options.direct,
      profile: this.profile,
      web: this.web,
      dark: this.#options.dark,
    });
    this.#context = context;
    this.#id = id;
    this.#session = await browserSession(context);
    this.#worker = new WorkerControl(context, id, this.#session);
  }

  /** The page that opens by itself on first install. */
  async welcome(): Promise<Page> {
    const is = (page: Page): boolean => page.url() === this.url('welcome');
    await until(async () => this.#context.pages().some(is), 'the welcome page');
    const page = this.#context.pages().find(is);
    if (!page) throw new Error('The welcome page closed.');
    return page;
  }

  url(page: PageName | (string & {})): string {
    const path = page in PAGES ? PAGES[page as PageName] : page; // checked: it is a key
    return `chrome-extension://${this.#id}/${path}`;
  }

  /** Opens a page of the extension, or any address, in a new tab. */
  async open(page: PageName | (string & {}), query = ''): Promise<Page> {
    const tab = await this.#context.newPage();
    await tab.goto(/^https?:/.test(page) ? page : this.url(page) + query);
    return tab;
  }

  /** The popup as a tab, told which tab it speaks of. */
  async openPopup(page: Page): Promise<Page> {
    return this.open('popup', `?tab=${await this.tabId(page)}`);
  }

  /** The popup as the toolbar button opens it. */
  openRealPopup(page: Page): Promise<RealPopup> {
    return RealPopup.open(this.#session, this.#id, page);
  }

  /** The browser's own side panel, once somebody opened it. */
  realPanel(): Promise<RealPanel> {
    return RealPanel.opened(this.#session, this.#id);
  }

  /** The browser's number of a tab, found by its address. */
  async tabId(page: Page): Promise<number> {
    await this.#awake();
    const ids = await this.#worker.handle.evaluate(
      async (url) => (await chrome.tabs.query({})).filter((tab) => tab.url === url).map((tab) => tab.id ?? -1),
      page.url(),
    );
    const id = ids.at(-1);
    if (id === undefined) throw new Error(`No tab shows ${page.url()}.`);
    return id;
  }

  /** Makes one call as an extension page would, from a tab that is closed again. */
  async call<N extends CallName>(call: N, body: In<N>, to: Party = 'background'): Promise<Reply<Out<N>>> {
    const tab = await openDesk(this.#context, this.#id);
    try {
      const message = { scholion: 1, to, call, body };
      return await tab.evaluate((m) => chrome.runtime.sendMessage(m), message);
    } finally {
      await tab.close();
    }
  }

  /** Closes the browser, damages its databases where asked, and starts it again with the same profile. */
  async relaunch(damage?: { readonly store: Store; readonly how: Damage }): Promise<void> {
    await this.#context.close();
    if (damage) damageProfile(this.profile, this.#id, damage.store, damage.how);
    await this.start();
  }

  /** Starts anew and ends as a crash would, so many ms after the extension is there; then starts again. */
  async relaunchAndCrash(after: number): Promise<void> {
    await this.relaunch();
    await new Promise((done) => setTimeout(done, after));
    await this.crash();
  }

  /** Ends the browser as a crash would, by SIGKILL to its own process, and starts it again with the same profile. */
  async crash(): Promise<void> {
    const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find((p) => p.type === 'browser')?.id;
    if (!pid) throw new Error('The browser does not tell its process.');
    const gone = new Promise((done) => this.#context.once('close', done));
    process.kill(pid, 'SIGKILL');
    await gone;
    await this.start();
  }

  /** Closes the browser and removes its profile. */
  async stop(): Promise<void> {
    await this.#context.close().catch(() => undefined); // it may have been killed by the test itself
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #awake(): Promise<void> {
    if (!(await this.#worker.running())) await this.#worker.start();
  }
}

export const test = base.extend<ExtensionOptions & { ext: Extension }, { web: Web }>({
  build: ['dist-test', { option: true }],
  dark: [false, { option: true }],
  keepWelcome: [false, { option: true }],
  direct: [undefined, { option: true }],

  web: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern
    async ({}, use) => {
      const web = await startWeb();
      await use(web);
      await web.close();
    },
    { scope: 'worker' },
  ],

  ext: async ({ web, build, dark, keepWelcome, direct }, use) => {
    web.requests.length = 0;
    web.papers = sampleRecords();
    const ext = new Extension(web, { build, dark, keepWelcome, direct });
    await ext.start();
    if (!keepWelcome) await (await ext.welcome()).close();
    await use(ext);
    await ext.stop();
    // Every test is one of these too: whatever was done, only pages and the browser itself asked for anything.
    expect(web.unexpected(), 'requests that no page made').toEqual([]);
  },
});
