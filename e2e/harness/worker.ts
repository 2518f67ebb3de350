import { randomUUID } from 'node:crypto';
import type { BrowserContext, CDPSession, Worker } from 'playwright';

/** What the debugging protocol tells of a target. */
interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** Targets of the whole browser, also those that are no pages of Playwright's: workers, offscreen documents, popups. */
export async function targets(session: CDPSession): Promise<readonly TargetInfo[]> {
  return (await session.send('Target.getTargets')).targetInfos;
}

/** A debugging session of the browser itself. */
export async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('This context has no browser.');
  return browser.newBrowserCDPSession();
}

/**
 * Stops the service worker and proves that it was stopped. Playwright keeps one Worker object over restarts, and its evaluate hangs
 * while the worker is stopped (microsoft/playwright#39475): hence a mark in the worker's global, gone only in a new global.
 */
export class WorkerControl {
  readonly #context: BrowserContext;
  readonly #id: string;
  readonly #session: CDPSession;
  #mark: string | undefined;

  constructor(context: BrowserContext, id: string, session: CDPSession) {
    this.#context = context;
    this.#id = id;
    this.#session = session;
  }

  get handle(): Worker {
    const worker = this.#context.serviceWorkers().find((w) => w.url().includes(this.#id));
    if (!worker) throw new Error('The extension has no service worker.');
    return worker;
  }

  async running(): Promise<boolean> {
    return (await this.#target()) !== undefined;
  }

  /** Stops it at once, in the middle of whatever it does; it starts again with the next event. */
  async kill(): Promise<void> {
    const target = await this.#target();
    if (!target) return;
    this.#mark = randomUUID();
    await this.handle.evaluate((mark) => Object.assign(globalThis, { scholionMark: mark }), this.#mark);
    await this.#session.send('Target.closeTarget', { targetId: target.targetId });
    await until(async () => !(await this.running()) || (await this.#isAnew()), 'the service worker to stop');
  }

  /** A message that waits starts it again at once: between two looks it may have stopped and started. */
  async #isAnew(): Promise<boolean> {
    const mark = this.handle.evaluate(() => (globalThis as { scholionMark?: string }).scholionMark);
    const late = new Promise<string | undefined>((done) => setTimeout(done, 300, this.#mark)); // a stopped worker never answers
    return (await Promise.race([mark.catch(() => this.#mark), late])) === undefined;
  }

  /** Starts it where nothing has yet, and fails unless its global is a new one. */
  async assertRestarted(): Promise<void> {
    if (this.#mark === undefined) throw new Error('kill() was not called.');
    if (!(await this.running())) await this.start();
    const mark = await this.handle.evaluate(() => (globalThis as { scholionMark?: string }).scholionMark);
    if (mark !== undefined) throw new Error('The service worker was not restarted: its global still holds the mark.');
  }

  async start(): Promise<void> {
    const page = this.#context.pages()[0];
    if (!page) throw new Error('No page is open.');
    const session = await this.#context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${this.#id}/` });
    await session.detach();
    await until(() => this.running(), 'the service worker to start');
  }

  async #target(): Promise<TargetInfo | undefined> {
    return (await targets(this.#session)).find((t) => t.type === 'service_worker' && t.url.includes(this.#id));
  }
}

/** Waits for a condition. @throws after 20 s, with the words of what did not come */
export async function until(condition: () => Promise<boolean>, what: string, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${ms} ms for ${what}.`);
    await new Promise((done) => setTimeout(done, 15));
  }
}
