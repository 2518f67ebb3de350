/**
 * A local https server that answers under the names of real sites with pages of our own. The browser is told to look for
 * those names here (`--host-resolver-rules`), so that origin, secure context, policies and permissions are the real ones.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../tools/certificate.ts';
import type { PageRecord } from '../pages/record.ts';
import { sampleRecords } from '../pages/sample.ts';
import { type Answer, pageAt } from '../pages/site.ts';

export const HOSTS = ['arxiv.org', '*.arxiv.org', 'huggingface.co', '*.huggingface.co', 'hf.co'] as const;

export interface Request {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly origin: string | undefined;
  /** `document` for a page that was opened, `empty` for fetch, `image` …; undefined where the browser does not say. */
  readonly destination: string | undefined;
  /** The page's own script asked, and says so. */
  readonly island: boolean;
}

export interface Web {
  readonly port: number;
  /** Public key of the certificate, for --ignore-certificate-errors-spki-list. */
  readonly spki: string;
  /** Every request since the start or the last `requests.length = 0`, whatever its host. */
  readonly requests: Request[];
  /** The papers that pages tell of; replace them to serve others. */
  papers: readonly PageRecord[];
  /** Pages of a test's own, by path, on whatever host. */
  readonly extra: Map<string, string>;
  /** Requests that neither an opened page nor the browser itself made: what the extension would have to answer for. */
  unexpected(): readonly Request[];
  close(): Promise<void>;
}

/** Starts on a free port of 127.0.0.1. */
export async function startWeb(papers: readonly PageRecord[] = sampleRecords()): Promise<Web> {
  const { key, cert, spki } = makeCertificate([...HOSTS, 'localhost']);
  const requests: Request[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    requests.push(noted(request));
    answer(request, response, web);
  });
  await listen(server);
  const web: Web = {
    port: (server.address() as AddressInfo).port, // a TCP server that listens has one
    spki,
    requests,
    papers,
    extra: new Map(),
    unexpected: () => requests.filter((r) => !ours(r)),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return web;
}

const listen = (server: Server): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });

const noted = (request: IncomingMessage): Request => ({
  method: request.method ?? '',
  host: (request.headers.host ?? '').replace(/:\d+$/, ''),
  path: request.url ?? '',
  origin: request.headers.origin,
  destination: header(request, 'sec-fetch-dest'),
  island: header(request, 'x-island') !== undefined,
});

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Chromium asks its maker about updates, forms and accounts by itself; these hosts are none that an extension of ours may reach. */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/;

/** Hosts that tests open pages of: the two sites, and one that is none of them. */
const PAGE_HOST = /(^|\.)(arxiv\.org|huggingface\.co|hf\.co|example\.org)$/;

/** Pages that were opened, their pictures, what their own script fetches, and the browser's own questions; never an extension's. */
const ours = (r: Request): boolean => {
  if (/^(chrome|moz)-extension:/.test(r.origin ?? '')) return false;
  if (!PAGE_HOST.test(r.host)) return BROWSERS_OWN.test(r.host);
  return (
    r.destination === 'document' ||
    r.destination === 'iframe' ||
    r.path === '/favicon.ico' ||
    r.path.startsWith('/thumbnails/') ||
    (r.destination === 'empty' && r.island && r.path.startsWith('/papers'))
  );
};

function answer(request: IncomingMessage, response: ServerResponse, { papers, extra }: Web): void {
  const host = request.headers.host ?? 'unknown.example';
  const url = new URL(request.url ?? '/', `https://${host.replace(/:\d+$/, '')}`);
  if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
  const own = extra.get(url.pathname);
  if (own !== undefined) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(own);
  const page = pageAt(url, papers);
  if (!page) return void response.writeHead(404, { 'content-type': 'text/plain' }).end(`no page for ${url.href}`);
  response.writeHead(page.status, {
    'content-type': `${page.type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...policyOf(page),
  });
  response.end(page.body);
}

/** The policies of FAULTS C07: nothing but the page's own style and script, Trusted Types, and a sandbox if asked. */
function policyOf({ variant, nonce }: Answer): Record<string, string> {
  if (variant.csp === 'none') return {};
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return { 'content-security-policy': variant.csp === 'sandbox' ? `${policy}; sandbox allow-scripts` : policy };
}
