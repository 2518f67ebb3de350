import { err, ok, type Result } from '../core/result.ts';
import { askable, patternOf } from './address.ts';
import type { RequestLog } from './log.ts';
import { readBody } from './read-body.ts';

/** The one place from which requests leave: permission, https, limits and log. Its callers are the providers in this folder. */

export interface NetworkDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Has the person allowed this host? A match pattern such as `https://example.org/*`. */
  readonly isAllowed: (pattern: string) => Promise<boolean>;
  readonly log: RequestLog;
  /** Ms since the epoch. */
  readonly now: () => number;
  /** Patience where a request names none, ms. Default 30 s. */
  readonly timeout?: number;
}

export interface Asked {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the log, a word of ours. */
  readonly purpose: string;
  /** Types the answer may have: `application/json`. Looked at where the answer is a success and has a body. */
  readonly accept: readonly string[];
  /** Of the answer, decompressed. Default 8 MiB. */
  readonly maxBytes?: number;
  /** From the first byte sent to the last one read, ms. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** `unreachable` is a refused connection, a broken one, and a redirect: browsers do not say which. */
export type FetchFault =
  | 'bad-address'
  | 'not-allowed'
  | 'unreachable'
  | 'timeout'
  | 'cancelled'
  | 'too-large'
  | 'wrong-type';

const MAX_BYTES = 8 * 1024 * 1024;
const TIMEOUT = 30_000;

/**
 * Asks once. No redirect is followed, no cookie and no referrer is sent, nothing is cached. An answer with any status is an answer.
 * Nothing leaves where the address or the permission forbids it; everything else stands in the log when this resolves.
 */
export async function guardedFetch(deps: NetworkDeps, asked: Asked): Promise<Result<Answer, FetchFault>> {
  const address = askable(asked.url);
  if (!address.ok) return address;
  if (!(await deps.isAllowed(patternOf(address.value)))) return err('not-allowed');
  const at = deps.now();
  const { result, bytes } = await exchange(deps, address.value, asked);
  const outcome = result.ok ? result.value.status : result.error;
  await deps.log.add({ at, host: address.value.host, purpose: asked.purpose, outcome, bytes });
  return result;
}

interface Exchanged {
  readonly result: Result<Answer, FetchFault>;
  readonly bytes: number;
}

async function exchange(deps: NetworkDeps, url: URL, asked: Asked): Promise<Exchanged> {
  const given = asked.signal;
  const late = AbortSignal.timeout(asked.timeout ?? deps.timeout ?? TIMEOUT);
  const failed = (error: FetchFault, bytes = 0): Exchanged => ({ result: err(error), bytes });
  try {
    const response = await deps.fetch(url.href, {
      method: asked.method ?? 'GET',
      headers: { ...asked.headers },
      ...(asked.body === undefined ? {} : { body: asked.body }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: given === undefined ? late : AbortSignal.any([given, late]),
    });
    if (response.redirected || response.type === 'opaqueredirect') return failed('unreachable');
    const body = await readBody(response, asked.maxBytes ?? MAX_BYTES);
    if (!body.ok) return failed('too-large', body.bytes);
    const { status, headers } = response;
    if (response.ok && body.bytes > 0 && !hasType(headers, asked.accept)) return failed('wrong-type', body.bytes);
    return { result: ok({ status, headers, text: body.value.text }), bytes: body.bytes };
  } catch {
    // a fetch rejects for what the outside did; which of it, the signals know
    return failed(given?.aborted ? 'cancelled' : late.aborted ? 'timeout' : 'unreachable');
  }
}

function hasType(headers: Headers, accept: readonly string[]): boolean {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  return type !== undefined && accept.includes(type);
}
