import type { CallName, Envelope, In, Out, Party, Reply } from './calls.ts';

/** Sends an envelope and gives back whatever came: a reply, `undefined` from a killed worker, or a rejection. */
export type Send = (envelope: Envelope) => Promise<unknown>;

const TRIES = 3;
/** Between tries, in ms: a worker starts in 30 to 190 ms. */
const WAITS = [60, 250] as const;

/**
 * One call. A killed worker answers `undefined` (measured, not a rejection): tried again with the same body, hence the same
 * request id, hence one effect. Never rejects.
 */
export async function callWith<N extends CallName>(
  send: Send,
  to: Party,
  call: N,
  body: In<N>,
): Promise<Reply<Out<N>>> {
  for (let n = 0; n < TRIES; n += 1) {
    try {
      const reply = await send({ scholion: 1, to, call, body });
      if (isReply(reply)) return reply as Reply<Out<N>>; // the answering side builds it from a handler typed Out<N>
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (/context invalidated/i.test(text)) return { ok: false, error: 'reload-page', detail: text };
      if (/exceeded maximum allowed size/i.test(text)) return { ok: false, error: 'too-large', detail: text };
      // "Could not establish connection": nobody listens yet. Try again.
    }
    const wait = WAITS[n];
    if (wait !== undefined) await new Promise((done) => setTimeout(done, wait));
  }
  return { ok: false, error: 'no-answer' };
}

function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
