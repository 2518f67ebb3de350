import { runtime } from '../platform/browser.ts';
import type { Party } from './calls.ts';
import { answer, type Handlers } from './server.ts';

/**
 * Answers every call addressed to a party, in the background or the engine's document. Must run in the first turn of a worker,
 * so that the message which woke it is heard.
 */
export function serve<P extends Party>(
  party: P,
  handlers: Handlers<P>,
  report: (error: unknown, call: string) => void,
): void {
  const own = { id: runtime.id, origin: runtime.getURL('').replace(/\/$/, '') };
  // sendResponse with `return true` works in every browser tested; a returned promise does not (TOOLCHAIN.md 7).
  const listener = (message: unknown, sender: unknown, sendResponse: (value: unknown) => void): true | undefined => {
    // The browser makes the sender; the class is worked out from its fields alone.
    const reply = answer(party, handlers, message, sender as Parameters<typeof answer>[3], own, report);
    if (reply === undefined) return undefined;
    void reply.then(sendResponse);
    return true;
  };
  // The polyfill's types know only promise-returning listeners; at run time sendResponse is the common form.
  runtime.onMessage.addListener(listener as Parameters<typeof runtime.onMessage.addListener>[0]);
}
