import { native } from '../platform/content.ts';
import type { CallName, Envelope, In, Out, Reply } from './calls.ts';
import { callWith } from './retry.ts';

/** A call from a content script to the background. Never rejects, also after the extension was updated under the page. */
export const call = <N extends CallName>(name: N, body: In<N>): Promise<Reply<Out<N>>> =>
  callWith((envelope) => native.send(envelope), 'background', name, body);

/** Random id for an action that must have one effect, however often it is sent. */
export const newRequest = (): string => crypto.randomUUID();

/**
 * Answers calls made to this page's script. Only the extension itself can send runtime messages here; the page cannot.
 * @param handle returns undefined for a call it does not know
 */
export function answerCalls(handle: (name: CallName, body: unknown) => unknown, signal: AbortSignal): void {
  native.listen((message) => {
    const m = message as Partial<Envelope> | null; // read defensively: fields are compared before use
    if (m?.scholion !== 1 || m.to !== 'content' || m.call === undefined) return undefined;
    return { ok: true, value: handle(m.call, m.body) };
  }, signal);
}
