import type { Result } from '../../core/result.ts';
import { type Answer, type FetchFault, guardedFetch, type NetworkDeps } from '../guarded-fetch.ts';

/** How Zotero on this machine is asked. */

/** Where Zotero listens, unless a person has moved it. Its own check of the Host header takes no other names but localhost. */
export const ZOTERO_BASE = 'http://127.0.0.1:23119';

export interface Zotero {
  readonly deps: NetworkDeps;
  readonly base: string;
}

/** Zotero drops what comes from a browser without one of these: so no web page can speak to it by accident. */
const MARKS = { 'X-Zotero-Connector-API-Version': '3', 'Zotero-Allowed-Request': '1', 'Zotero-API-Version': '3' };

export interface Question {
  /** With its query. */
  readonly path: string;
  readonly purpose: string;
  /** A JSON value: makes it a POST. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accept?: readonly string[];
  /** Ms; default 30 s. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
}

const JSON_ONLY = ['application/json'] as const;

export const askZotero = (zotero: Zotero, question: Question): Promise<Result<Answer, FetchFault>> =>
  guardedFetch(zotero.deps, {
    url: `${zotero.base}${question.path}`,
    purpose: question.purpose,
    accept: question.accept ?? JSON_ONLY,
    headers: {
      ...MARKS,
      ...(question.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...question.headers,
    },
    ...(question.body === undefined ? {} : { method: 'POST', body: JSON.stringify(question.body) }),
    ...(question.timeout === undefined ? {} : { timeout: question.timeout }),
    ...(question.signal === undefined ? {} : { signal: question.signal }),
  });
