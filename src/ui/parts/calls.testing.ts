import './browser.testing.ts';
import type { CallError, CallName, Envelope, In, Out } from '../../messaging/calls.ts';

/**
 * The other side of the messages, for tests of containers: answers calls with what a test sets and writes down what was asked.
 * Import it before anything that imports `platform/`.
 */

type Answer<N extends CallName> =
  | Out<N>
  | CallError
  | ((body: In<N>) => Out<N> | CallError | Promise<Out<N> | CallError>);
type Answers = { readonly [N in CallName]?: Answer<N> };

let now: Answers = {};
let asked: Envelope[] = [];

/** From now on calls are answered so: a value, an error's name, or a function of the body. Forgets what was asked before. */
export function answers(given: Answers): void {
  now = given;
  asked = [];
}

/** Bodies of the calls of this name since `answers`, in their order. */
export const calls = <N extends CallName>(name: N): In<N>[] =>
  asked.filter((envelope) => envelope.call === name).map(({ body }) => body as In<N>); // the envelope's call names its body

const sendMessage = async (envelope: Envelope): Promise<unknown> => {
  asked.push(envelope);
  const given = now[envelope.call] as unknown; // looked at below
  const answer: unknown = typeof given === 'function' ? await given(envelope.body) : given;
  if (answer === undefined) return { ok: false, error: 'not-found' };
  return typeof answer === 'string' ? { ok: false, error: answer } : { ok: true, value: answer };
};

// browser.testing.ts has made the object; the polyfill takes it as it is.
Object.assign((globalThis as unknown as { browser: { runtime: object } }).browser.runtime, { sendMessage });
