import { err, ok, type Result } from '../core/result.ts';
import { type AddressRules, placeAddress } from '../core/sync/address.ts';
import { exchange, type FetchFault, type Patience } from './exchange.ts';
import type { LogEntry } from './log.ts';

/**
 * Requests of a sync. They leave from the engine's worker, which cannot ask for permissions: the background has seen before that the
 * browser's permission for the host is there, and without one the browser lets no answer through.
 */

export interface SyncRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Most bytes of the answer, decompressed. */
  readonly maxBytes?: number;
  readonly signal: AbortSignal;
}

export interface SyncReply {
  readonly status: number;
  /** Undefined where the header is missing. */
  readonly header: (name: string) => string | undefined;
  readonly bytes: Uint8Array;
}

export type SyncAsk = (request: SyncRequest) => Promise<Result<SyncReply, FetchFault>>;

export interface SyncAskDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly rules: AddressRules;
  /** The origin of the place: nothing else is asked, whatever an answer says. */
  readonly origin: string;
  /** For the log, a word of ours. */
  readonly purpose: string;
  readonly note: (entry: LogEntry) => void;
  /** Ms since the epoch. */
  readonly now: () => number;
  /** Ms; of an answer to begin, and between its pieces. Default 30 s. */
  readonly patience?: number;
  /** Ms; before it is looked at whether an answer drips. Default a minute. */
  readonly fair?: number;
}

const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PROPFIND', 'MKCOL', 'MOVE']);
const MAX_BYTES = 64 * 1024 * 1024;
const PATIENCE = 30_000;
/** What is sent may go up a slow line: so many bytes a second are still patience. */
const SLOWEST_UP = 10_000;

/** The worker's own fetch. */
export const ownFetch: typeof globalThis.fetch = (input, init) => fetch(input, init);

export function syncAsk({ fetch, rules, origin, purpose, note, now, patience = PATIENCE, fair }: SyncAskDeps): SyncAsk {
  return async (request) => {
    const address = placeAddress(request.url, rules);
    if (!address.ok) return address;
    if (address.value.origin !== origin || !METHODS.has(request.method)) return err('bad-address');
    if (request.signal.aborted) return err('cancelled');
    const at = now();
    const { method, headers = {}, body, maxBytes = MAX_BYTES, signal } = request;
    const out = { url: address.value, method, headers, maxBytes, signal, ...(body === undefined ? {} : { body }) };
    const up = ((body?.length ?? 0) / SLOWEST_UP) * 1_000;
    const wait: Patience = { answer: patience + up, piece: patience, ...(fair === undefined ? {} : { fair }) };
    const { result, bytes } = await exchange(fetch, out, wait);
    const outcome = result.ok ? result.value.status : result.error;
    note({ at, host: address.value.host, purpose, outcome, bytes });
    if (!result.ok) return result;
    const { status, headers: told, bytes: answer } = result.value;
    return ok({ status, header: (name) => told.get(name) ?? undefined, bytes: answer });
  };
}
