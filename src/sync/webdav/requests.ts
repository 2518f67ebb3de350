import { type Ask, faultOfRequest, faultOfStatus, type Reply, type Signal, timeOf } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';

/** Requests to a folder on a WebDAV server. */

export interface WebdavFolder {
  /** Of the folder; with or without a slash at its end. */
  readonly url: string;
  /** The `Authorization` header; undefined where the folder is open. */
  readonly authorization?: string;
  readonly ask: Ask;
  /** ms since 1970. */
  readonly now: () => number;
  /** 0 to 1; for names of files that are not published yet. */
  readonly random: () => number;
}

export interface Call {
  readonly method: 'GET' | 'PUT' | 'DELETE' | 'MKCOL' | 'MOVE' | 'PROPFIND';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: Signal;
}

/** A listing of 100,000 names is some 30 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

export class Requests {
  /** Of the last answer, ms since 1970. */
  serverTime: number | undefined;
  readonly #folder: WebdavFolder;
  readonly #base: string;

  constructor(folder: WebdavFolder) {
    this.#folder = folder;
    this.#base = folder.url.replace(/\/+$/, '');
  }

  get random(): () => number {
    return this.#folder.random;
  }

  /** Of a file; empty: the folder itself. */
  url(path: string): string {
    return `${this.#base}${path === '' ? '' : `/${path.split('/').map(encodeURIComponent).join('/')}`}`;
  }
  /** Of a folder, as servers want it: without its slash some redirect, which is not followed. */
  folderUrl(path: string): string {
    return `${this.url(path)}/`;
  }

  async send({ method, url, headers = {}, body, signal }: Call): Promise<Outcome<Reply>> {
    const { ask, authorization } = this.#folder;
    const reply = await ask({
      method,
      url,
      headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
      ...(body === undefined ? {} : { body }),
      maxBytes: MAX_BYTES,
      signal,
    });
    if (!reply.ok) return faultOfRequest(reply.error);
    this.serverTime = timeOf(reply.value) ?? this.serverTime;
    return { ok: true, value: reply.value };
  }

  faultOf(reply: Reply): ReturnType<typeof faultOfStatus> {
    return faultOfStatus(reply, this.#folder.now());
  }

  async get(path: string, signal: Signal): Promise<Outcome<Uint8Array | null>> {
    const reply = await this.send({ method: 'GET', url: this.url(path), signal });
    if (!reply.ok) return reply;
    const { status, bytes } = reply.value;
    if (status === 404 || status === 410) return { ok: true, value: null };
    if (status !== 200) return this.faultOf(reply.value);
    return isPage(reply.value) ? fault('not-a-library', 'a page') : { ok: true, value: bytes };
  }
}

/**
 * A login page, a captive portal (FAULTS.md D04): nothing of ours is HTML, whatever type the server gives it. Pages that come with another
 * status say the same as the status: "201 Created", "401 Unauthorized".
 */
export function isPage({ status, header, bytes }: Reply): boolean {
  if (status !== 200 || !/^text\/html|^application\/xhtml/i.test(header('content-type')?.trim() ?? '')) return false;
  return /^\ufeff?\s*<(?:!doctype|html|head|body|!--|\?xml)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

export const isDone = ({ status }: Reply): boolean => status >= 200 && status < 300;

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
