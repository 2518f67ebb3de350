import type { CDPSession } from 'playwright';

/** Only what is used of the protocol's answers. */
interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

type Listener = (params: Readonly<Record<string, unknown>>) => void;

/** What a session needs of the one around it: the browser's, or another target's. */
interface Channel {
  send(method: string, params?: object): Promise<unknown>;
  on(event: string, listener: Listener): unknown;
}

/**
 * A debugging session with a target that is no page of Playwright's: the real popup, the engine's worker. Messages travel inside the
 * browser's own session, since Playwright cannot address further sessions of its pipe.
 */
export class TargetSession implements Channel {
  readonly #outer: Channel;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #heard = new Map<string, Listener[]>();
  #count = 0;

  private constructor(outer: Channel, sessionId: string) {
    this.#outer = outer;
    this.#sessionId = sessionId;
    outer.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
      if (from !== sessionId) return;
      const answer = JSON.parse(String(message)) as Answer; // the protocol's own envelope
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
      else if (answer.method)
        for (const listener of this.#heard.get(answer.method) ?? []) listener(answer.params ?? {});
    });
  }

  static async attach(browser: CDPSession, targetId: string): Promise<TargetSession> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new TargetSession(browser as unknown as Channel, sessionId); // its methods take every name of the protocol
  }

  /** A session with the first dedicated worker of this page: such a worker is known to its page only. */
  async worker(): Promise<TargetSession> {
    const attached = new Promise<string>((done) =>
      this.on('Target.attachedToTarget', (p) => done(String(p['sessionId']))),
    );
    await this.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return new TargetSession(this, await attached);
  }

  on(event: string, listener: Listener): void {
    this.#heard.set(event, [...(this.#heard.get(event) ?? []), listener]);
  }

  /** @throws with the protocol's own words */
  async send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    this.#count += 1;
    const id = this.#count;
    const answered = new Promise<Answer>((done) => this.#waiting.set(id, done));
    const message = JSON.stringify({ id, method, params });
    await this.#outer.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    const answer = await answered;
    this.#waiting.delete(id);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result ?? {};
  }

  /** Evaluates an expression there; a promise is awaited. @throws what it throws */
  async evaluate<T>(expression: string): Promise<T> {
    const found = (await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      readonly result?: { readonly value?: unknown };
      readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
    }; // Runtime.evaluate's answer
    if (found.exceptionDetails)
      throw new Error(found.exceptionDetails.exception?.description ?? found.exceptionDetails.text);
    return found.result?.value as T; // the caller knows what its expression gives
  }
}
