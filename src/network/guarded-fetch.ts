import { err, ok, type Result } from '../core/result.ts';
import { askable, patternOf } from './address.ts';
import { exchange, type FetchFault } from './exchange.ts';
import type { RequestLog } from './log.ts';

export type { FetchFault } from './exchange.ts';

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
  const { result, bytes } = await answerTo(deps, address.value, asked);
  const outcome = result.ok ? result.value.status : result.error;
  await deps.log.add({ at, host: address.value.host, purpose: asked.purpose, outcome, bytes });
  return result;
}

interface Answered {
  readonly result: Result<Answer, FetchFault>;
  readonly bytes: number;
}

async function answerTo(deps: NetworkDeps, url: URL, asked: Asked): Promise<Answered> {
  const { method = 'GET', headers = {}, body, signal, accept } = asked;
  const whole = asked.timeout ?? deps.timeout ?? TIMEOUT;
  const out = {
    url,
    method,
    headers,
    maxBytes: asked.maxBytes ?? MAX_BYTES,
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  };
  const { result, bytes } = await exchange(deps.fetch, out, { answer: whole, piece: whole, whole });
  if (!result.ok) return { result, bytes };
  const { status, headers: told } = result.value;
  const success = status >= 200 && status < 300;
  if (success && bytes > 0 && !hasType(told, accept)) return { result: err('wrong-type'), bytes };
  return { result: ok({ status, headers: told, text: new TextDecoder().decode(result.value.bytes) }), bytes };
}

function hasType(headers: Headers, accept: readonly string[]): boolean {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  return type !== undefined && accept.includes(type);
}
