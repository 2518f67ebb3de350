import type { CDPSession } from 'playwright';
import { TargetSession } from './target-session.ts';
import { targets, until } from './worker.ts';

/** The side panel as the browser itself opens it. It is no page of Playwright's, so it is read over the debugging protocol. */
export class RealPanel {
  readonly #inside: TargetSession;

  private constructor(inside: TargetSession) {
    this.#inside = inside;
  }

  /** Waits until the browser has opened it. */
  static async opened(session: CDPSession, extensionId: string): Promise<RealPanel> {
    const find = async (): Promise<string | undefined> =>
      (await targets(session)).find((t) => t.type === 'page' && t.url.includes(`${extensionId}/src/ui/panel/`))
        ?.targetId;
    await until(async () => (await find()) !== undefined, 'the side panel');
    return new RealPanel(await TargetSession.attach(session, (await find()) ?? ''));
  }

  /** Text of the first element that matches; empty where there is none. */
  text(selector: string): Promise<string> {
    return this.#inside.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
  }
}
