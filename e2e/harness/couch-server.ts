import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CouchDatabase } from '../../src/sync/couchdb/couch-database.testing.ts';

/**
 * A server on loopback that speaks CouchDB's protocol over databases in memory (src/sync/couchdb/couch-database.testing.ts), with a login.
 * Requests may be cut before or after their effect.
 */

export interface CouchServer {
  /** Of a database, made at its first request. */
  readonly url: (database: string) => string;
  readonly database: (name: string) => CouchDatabase;
  /** `before`: the request is cut unread; `after`: its effect is there, its answer is not. Undefined lets it be. */
  cut: (method: string, path: string) => 'before' | 'after' | undefined;
  /** Requests so far, and bytes of bodies in and out. */
  readonly counts: { requests: number; bytesIn: number; bytesOut: number };
  readonly close: () => Promise<void>;
}

/** @param login user and password; anyone may come without */
export async function startCouch(login?: { readonly user: string; readonly password: string }): Promise<CouchServer> {
  const databases = new Map<string, CouchDatabase>();
  const database = (name: string): CouchDatabase => {
    const found = databases.get(name) ?? new CouchDatabase();
    databases.set(name, found);
    return found;
  };
  const wanted = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const counts = { requests: 0, bytesIn: 0, bytesOut: 0 };
  const server: Server = createServer(async (request, response) => {
    counts.requests += 1;
    const [, name = '', path = ''] = /^\/([^/]+)\/(.*)$/.exec(request.url ?? '') ?? [];
    const cut = couch.cut(request.method ?? '', path);
    if (cut === 'before') {
      request.socket.destroy();
      return;
    }
    const body = await bodyOf(request);
    counts.bytesIn += body.length;
    const answer =
      wanted !== undefined && request.headers.authorization !== wanted
        ? { status: 401, body: { error: 'unauthorized', reason: 'Name or password is incorrect.' } }
        : (aboutOf(name, path) ??
          database(name).handle(request.method ?? 'GET', path, body === '' ? undefined : JSON.parse(body)));
    if (cut === 'after') {
      request.socket.destroy();
      return;
    }
    const text = JSON.stringify(answer.body);
    counts.bytesOut += text.length;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const couch: CouchServer = {
    url: (name) => `http://127.0.0.1:${port}/${name}`,
    database,
    cut: () => undefined,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return couch;
}

/** What it says of itself, and of a database. */
function aboutOf(name: string, path: string): { readonly status: number; readonly body: object } | undefined {
  if (name === '') return { status: 200, body: { couchdb: 'Welcome', version: '3.5.0', vendor: { name: 'a test' } } };
  return path === '' ? { status: 200, body: { db_name: name } } : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer); // no encoding is set
  return Buffer.concat(pieces).toString('utf8');
}
