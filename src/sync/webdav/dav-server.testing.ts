import type { Ask, Reply, Request, RequestFault } from '../http.ts';
import { chanceOf } from '../replicas.testing.ts';
import type { BlobTarget } from '../target.ts';
import { webdavBlobs } from './webdav-blobs.ts';

/** A WebDAV server in memory that can be as odd as real ones are, and worse. */

export const HOST = 'https://cloud.example';
export const BASE = '/remote.php/dav/files/ann m';
export const NOW = Date.parse('2026-11-20T10:00:00Z');

export interface Oddities {
  /** How it writes an href in a listing; given a path without escapes, folders with a slash at the end. */
  readonly href?: (path: string) => string;
  readonly sizeless?: boolean;
  /** PUT into a missing folder: a status, or it makes the folder. */
  readonly orphan?: 404 | 409 | 'made';
  /** MKCOL of a folder that is there. */
  readonly again?: number;
  readonly noMove?: 405 | 501;
  /** What it stores of an upload. */
  readonly stores?: (bytes: Uint8Array) => Uint8Array | undefined;
  readonly prefix?: string;
}

type Cut = Reply | RequestFault | undefined;

export class DavServer {
  readonly files = new Map<string, { readonly bytes: Uint8Array; modified: string }>();
  readonly folders = new Set<string>(['']);
  odd: Oddities = {};
  requests: string[] = [];
  /** Instead of the request. */
  before: (request: Request, path: string) => Cut = () => undefined;
  /** Instead of its answer: its effect is there. */
  after: (request: Request, path: string) => Cut = () => undefined;

  readonly ask: Ask = async (request) => {
    const path = this.pathOf(request.url);
    this.requests.push(`${request.method} ${path}`);
    const said = (cut: Cut): ReturnType<Ask> | undefined =>
      cut === undefined
        ? undefined
        : Promise.resolve(typeof cut === 'string' ? { ok: false, error: cut } : { ok: true, value: cut });
    const instead = said(this.before(request, path));
    if (instead !== undefined) return instead;
    const answer = this.#handle(request, path);
    return said(this.after(request, path)) ?? { ok: true, value: answer };
  };

  get target(): BlobTarget {
    const url = `${HOST}${encodeURI(BASE)}`;
    return webdavBlobs({ url, ask: this.ask, now: () => NOW, random: chanceOf(this.requests.length + 1) });
  }
  /** Paths that are there. */
  get paths(): readonly string[] {
    return [...this.files.keys()].sort();
  }
  put(path: string, text: string, modified = new Date(NOW).toUTCString()): void {
    this.files.set(path, { bytes: new TextEncoder().encode(text), modified });
  }
  pathOf(url: string): string {
    const path = decodeURIComponent(new URL(url, HOST).pathname);
    return path.slice(BASE.length).replace(/^\/|\/$/g, '');
  }

  #handle(request: Request, path: string): Reply {
    const { method } = request;
    const dir = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (method === 'PROPFIND')
      return this.folders.has(path) ? answer(207, this.#listing(path), XML) : answer(404, 'no', HTML);
    if (method === 'GET') {
      const found = this.files.get(path);
      return found === undefined ? answer(404, '<html>', HTML) : { ...answer(200, ''), bytes: found.bytes.slice() };
    }
    if (method === 'PUT') {
      if (!this.folders.has(dir) && this.odd.orphan !== 'made') return answer(this.odd.orphan ?? 409, '');
      this.folders.add(dir);
      const bytes = request.body as Uint8Array; // the driver sends bytes
      const stored = this.odd.stores === undefined ? bytes.slice() : this.odd.stores(bytes);
      if (stored !== undefined) this.files.set(path, { bytes: stored, modified: new Date(NOW).toUTCString() });
      return answer(201, '');
    }
    if (method === 'MKCOL') {
      if (this.folders.has(path)) return answer(this.odd.again ?? 405, '');
      if (!this.folders.has(dir)) return answer(409, '');
      this.folders.add(path);
      return answer(201, '');
    }
    if (method === 'DELETE') {
      const gone = this.files.delete(path) || this.folders.delete(path);
      return answer(gone ? 204 : 404, '');
    }
    if (method !== 'MOVE' || this.odd.noMove !== undefined) return answer(this.odd.noMove ?? 405, '');
    const to = this.pathOf(request.headers?.['destination'] ?? '');
    const from = this.files.get(path);
    if (from === undefined) return answer(404, '');
    if (this.files.has(to)) return answer(412, '');
    this.files.set(to, from);
    this.files.delete(path);
    return answer(201, '');
  }

  #listing(dir: string): string {
    const href = this.odd.href ?? ((path: string) => encodeURI(path));
    const place = (path: string): string => href(`${this.odd.prefix ?? BASE}/${path}`);
    const inDir = (path: string): boolean => path.slice(0, Math.max(path.lastIndexOf('/'), 0)) === dir && path !== '';
    const folders = [dir, ...[...this.folders].filter(inDir)].map((path) => {
      const type = '<d:resourcetype><d:collection/></d:resourcetype>';
      return responseOf(place(path === '' ? '' : `${path}/`), type);
    });
    const files = [...this.files]
      .filter(([path]) => inDir(path))
      .map(([path, { bytes, modified }]) => {
        const size = this.odd.sizeless ? '' : `<d:getcontentlength>${bytes.length}</d:getcontentlength>`;
        return responseOf(place(path), `<d:resourcetype/>${size}<d:getlastmodified>${modified}</d:getlastmodified>`);
      });
    return multistatus([...folders, ...files].join(''));
  }
}

export const multistatus = (inner: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<d:multistatus xmlns:d="DAV:">${inner}</d:multistatus>`;
export const responseOf = (href: string, props: string, status = '200 OK'): string =>
  `<d:response><d:href>${href.replaceAll('&', '&amp;')}</d:href><d:propstat><d:prop>${props}</d:prop>` +
  `<d:status>HTTP/1.1 ${status}</d:status></d:propstat></d:response>`;

const XML = { 'content-type': 'application/xml; charset="utf-8"' };
const HTML = { 'content-type': 'text/html; charset=utf-8' };
export const answer = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  header: (name) => ({ date: new Date(NOW).toUTCString(), ...headers })[name],
  bytes: new TextEncoder().encode(text),
});
export const page = answer(200, '<!DOCTYPE html><html><body>Sign in</body></html>', HTML);
