import type { RequestFault } from '../core/request-fault.ts';
import type { Result } from '../core/result.ts';
import { type Fault, fault } from './outcome.ts';

export type { RequestFault } from '../core/request-fault.ts';

/** One request as drivers make it; the guarded fetch of `network` is given to them, with permission, https, limits and log. */

/** An `AbortSignal`, as far as it is looked at here; drivers hand it on. */
export type Signal = AbortSignal;

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Most bytes of the answer, decompressed. */
  readonly maxBytes?: number;
  readonly signal: Signal;
}

export interface Reply {
  readonly status: number;
  /** Undefined where the header is missing. */
  readonly header: (name: string) => string | undefined;
  readonly bytes: Uint8Array;
}

/** Never follows a redirect, never sends cookies. An answer with any status is an answer. */
export type Ask = (request: Request) => Promise<Result<Reply, RequestFault>>;

export function faultOfRequest(error: RequestFault): Fault {
  if (error === 'unreachable') return fault('offline');
  if (error === 'too-large') return fault('too-large', 'answer');
  if (error === 'wrong-type') return fault('not-a-library', error);
  return fault(error);
}

/** Most that a server may ask to wait, ms: `Retry-After: 1e9` is not obeyed. */
const LONGEST_WAIT = 3_600_000;

/**
 * What a status that is no success means (RFC 9110, RFC 4918); FAULTS.md D02. Drivers look at those that mean something of their own to
 * them (409, 412) before.
 * @param now ms, for a `Retry-After` that is a date
 */
export function faultOfStatus(reply: Reply, now: number): Fault {
  const { status } = reply;
  const detail = `HTTP ${status}`;
  if (status === 401 || status === 407) return fault('signed-out', detail);
  if (status === 403) return fault('forbidden', detail);
  if (status === 404 || status === 410) return fault('not-found', detail);
  if (status === 413) return fault('too-large', detail);
  if (status === 423) return fault('locked', detail);
  if (status === 507) return fault('full', detail);
  if (status === 405 || status === 501) return fault('unsupported', detail);
  if (status === 429 || status === 503) return fault('busy', detail, retryAfter(reply, now));
  if (status >= 500 || status === 408 || status === 409 || status === 412 || status === 425)
    return fault('server-error', detail, retryAfter(reply, now));
  return fault('not-a-library', detail);
}

/** `Retry-After` in ms: seconds, or a date; undefined where it is neither; at most an hour. */
export function retryAfter(reply: Reply, now: number): number | undefined {
  const text = reply.header('retry-after')?.trim() ?? '';
  const ms = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT) : undefined;
}

/** The server's clock, ms since 1970; undefined where it does not tell. */
export function timeOf(reply: Reply): number | undefined {
  const ms = Date.parse(reply.header('date') ?? '');
  return Number.isFinite(ms) ? ms : undefined;
}
