/** What the parts of the stand-in for Zotero say to each other: a request as it came, and the answer to it. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Incoming {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer: status, headers beside those of every answer, and a body. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  type: 'text/plain',
  body,
  headers,
});

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
  headers,
});

/** @returns undefined for what is no JSON object */
export function jsonObject(body: string): Readonly<Record<string, unknown>> | undefined {
  const value = jsonValue(body);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>) // an object: each of its values is looked at
    : undefined;
}

export function jsonValue(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
