import type { CDPSession, Page } from 'playwright';
import { TargetSession } from './target-session.ts';
import { targets, until } from './worker.ts';

/**
 * The popup as the browser itself opens it over the toolbar button. It is no page of Playwright's, so it is driven over the debugging
 * protocol: text and state by evaluation, keys and clicks as real input.
 */
export class RealPopup {
  readonly #session: CDPSession;
  readonly #targetId: string;
  readonly #inside: TargetSession;

  private constructor(session: CDPSession, targetId: string, inside: TargetSession) {
    this.#session = session;
    this.#targetId = targetId;
    this.#inside = inside;
  }

  /** Presses the toolbar button for `page` and waits for the popup. */
  static async open(session: CDPSession, extensionId: string, page: Page): Promise<RealPopup> {
    await page.bringToFront();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find((t) => t.url === page.url());
    if (!tab) throw new Error(`No tab shows ${page.url()}.`);
    // Not in Playwright's protocol types: https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
    const send = session.send.bind(session) as unknown as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
    const open = async (): Promise<string | undefined> =>
      (await targets(session)).find((t) => t.url.includes(`${extensionId}/`) && t.url.includes('/popup/'))?.targetId;
    await until(async () => (await open()) !== undefined, 'the popup');
    const targetId = (await open()) ?? '';
    return new RealPopup(session, targetId, await TargetSession.attach(session, targetId));
  }

  /** Evaluates an expression in the popup; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T> {
    return this.#inside.evaluate(expression);
  }

  text(): Promise<string> {
    return this.evaluate("document.body ? document.body.innerText : ''"); // it may have no body yet
  }

  /** Waits until the popup's text holds `words`. */
  async shows(words: string | RegExp): Promise<void> {
    const holds = (text: string): boolean => (typeof words === 'string' ? text.includes(words) : words.test(text));
    let text = '';
    const look = async (): Promise<boolean> => {
      text = await this.text();
      return holds(text);
    };
    await until(look, `the popup to show ${words}`).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : String(error)} It shows: ${text}`);
    });
  }

  /** One key as a person presses it: `Enter`, `ArrowDown`, `Escape`, `Tab`, or a letter. */
  async press(key: string, modifiers: { shift?: boolean; control?: boolean } = {}): Promise<void> {
    const bits = (modifiers.control ? 2 : 0) + (modifiers.shift ? 8 : 0);
    const letter = key.length === 1;
    const common = {
      key,
      modifiers: bits,
      code: letter ? `Key${key.toUpperCase()}` : key,
      windowsVirtualKeyCode: codeOf(key),
    };
    const text = letter && !modifiers.control ? { text: key } : key === 'Enter' ? { text: '\r' } : {};
    await this.#inside.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...text });
    await this.#inside.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  }

  /** Waits until what is typed goes there: focus comes after the view is drawn. */
  async focuses(selector: string): Promise<void> {
    const there = `!!document.activeElement && document.activeElement.matches(${JSON.stringify(selector)})`;
    await until(() => this.evaluate<boolean>(there), `${selector} to have the focus`);
  }

  async type(text: string): Promise<void> {
    await this.#inside.send('Input.insertText', { text });
  }

  /** Clicks the middle of the first element that matches. */
  async click(selector: string): Promise<void> {
    const at = await this.evaluate<{ x: number; y: number } | null>(
      `(() => { const e = document.querySelector(${JSON.stringify(selector)}); if (!e) return null; e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`,
    );
    if (!at) throw new Error(`The popup has no ${selector}.`);
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#inside.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
  }

  /** Did the popup close, by itself or by losing focus? */
  async closed(): Promise<boolean> {
    return !(await targets(this.#session)).some((t) => t.targetId === this.#targetId);
  }

  async close(): Promise<void> {
    await this.#session.send('Target.closeTarget', { targetId: this.#targetId });
    await until(() => this.closed(), 'the popup to close');
  }
}

const CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  Tab: 9,
  ArrowDown: 40,
  ArrowUp: 38,
  Backspace: 8,
};
const codeOf = (key: string): number => CODES[key] ?? key.toUpperCase().charCodeAt(0);
