import { isRecord } from '../../core/library/merge.ts';
import { type Ask, faultOfRequest, faultOfStatus, type Signal, timeOf } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';

/** Requests to a CouchDB database and what its answers mean (docs.couchdb.org, "HTTP API reference"). */

export interface Database {
  /** Of the database, without a slash at its end: `https://couch.example/library`. */
  readonly url: string;
  /** The `Authorization` header; undefined where the database is open. */
  readonly authorization?: string;
  readonly ask: Ask;
  /** ms since 1970. */
  readonly now: () => number;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly serverTime: number | undefined;
}

export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the database, with its query: `_changes?limit=1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly signal: Signal;
  /** Statuses that are an answer and no fault: of documents that are not there, or in the way. */
  readonly also?: readonly number[];
}

/** 500 documents with abstracts are some 3 MB; notes may be long. */
const MAX_BYTES = 64 * 1024 * 1024;

/** One request. An answer that is not JSON is no answer of a CouchDB: a login page, a captive portal. */
export async function exchange(database: Database, call: Call): Promise<Outcome<Answer>> {
  const { authorization, ask, url } = database;
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
  const reply = await ask({
    method: call.method,
    url: `${url}/${call.path}`,
    headers: {
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...body,
    maxBytes: MAX_BYTES,
    signal: call.signal,
  });
  if (!reply.ok) return faultOfRequest(reply.error);
  const { status, bytes } = reply.value;
  const good = status >= 200 && status < 300;
  if (!good && call.also?.includes(status) !== true) return faultOfStatus(reply.value, database.now());
  const text = new TextDecoder().decode(bytes);
  const value = parsed(text);
  if (value === undefined) return notJson(text, status);
  // A 404 or 409 of the database itself says so in its body; that of a proxy does not.
  if (!good && !(isRecord(value) && typeof value['error'] === 'string'))
    return fault('not-a-library', `HTTP ${status}`);
  return { ok: true, value: { status, body: value, serverTime: timeOf(reply.value) } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON: what it is instead is looked at by the caller
  }
}

const notJson = (text: string, status: number) => {
  const broken = text.trim() === '' || /^\s*[[{"]/.test(text);
  return broken ? fault('damaged', `HTTP ${status}, ${text.length} characters`) : fault('not-a-library', 'no JSON');
};
