import type { RequestFault as FetchFault } from '../core/request-fault.ts';
import { err, ok, type Result } from '../core/result.ts';
import { readBody } from './read-body.ts';

/** One request as it leaves, whoever asks: no redirect is followed, no cookie and no referrer is sent, nothing is cached. */

export type { RequestFault as FetchFault } from '../core/request-fault.ts';

export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** How long is waited. All ms. */
export interface Patience {
  /** From the start to the first byte of the answer. */
  readonly answer: number;
  /** Between two pieces of the answer. */
  readonly piece: number;
  /** From the start to the end; undefined: as long as the answer does not drip. */
  readonly whole?: number;
  /** Before it is looked at how fast the answer comes. Default a minute. */
  readonly fair?: number;
}

export interface Exchanged {
  readonly result: Result<
    { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array },
    FetchFault
  >;
  /** Of the answer, read. */
  readonly bytes: number;
}

/** An answer that comes slower than this all the time drips: nobody means it so, bytes a second. */
const SLOWEST = 1_000;
const MINUTE = 60_000;

/** An answer with any status is an answer. Never rejects. */
export async function exchange(fetch: typeof globalThis.fetch, out: Outgoing, patience: Patience): Promise<Exchanged> {
  const late = new AbortController();
  const begun = performance.now();
  let timer = setTimeout(() => late.abort(), Math.min(patience.answer, patience.whole ?? Number.POSITIVE_INFINITY));
  const whole = patience.whole === undefined ? undefined : setTimeout(() => late.abort(), patience.whole);
  const failed = (error: FetchFault, bytes = 0): Exchanged => ({ result: err(error), bytes });
  const onPiece = (bytes: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), patience.piece);
    const took = performance.now() - begun;
    if (patience.whole === undefined && took > (patience.fair ?? MINUTE) && (bytes / took) * 1_000 < SLOWEST)
      late.abort();
  };
  try {
    const response = await fetch(out.url.href, {
      method: out.method,
      headers: { ...out.headers },
      // Bytes of a whole buffer of our own; TypeScript's fetch knows no shared ones.
      ...(out.body === undefined ? {} : { body: out.body as string | Uint8Array<ArrayBuffer> }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: out.signal === undefined ? late.signal : AbortSignal.any([out.signal, late.signal]),
    });
    if (response.redirected || response.type === 'opaqueredirect') return failed('unreachable');
    onPiece(0);
    const body = await readBody(response, out.maxBytes, onPiece);
    if (!body.ok) return failed('too-large', body.bytes);
    const { status, headers } = response;
    return { result: ok({ status, headers, bytes: body.value }), bytes: body.bytes };
  } catch {
    // a fetch rejects for what the outside did; which of it, the signals know
    return failed(out.signal?.aborted ? 'cancelled' : late.signal.aborted ? 'timeout' : 'unreachable');
  } finally {
    clearTimeout(timer);
    clearTimeout(whole);
  }
}
