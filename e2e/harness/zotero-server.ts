/**
 * A stand-in for Zotero in tests: a real HTTP server on this machine that keeps the contract of Zotero's documents, and breaks it on
 * demand. Written from https://www.zotero.org/support/dev/web_api/v3/local_api and …/write_requests, and from what Zotero 7 to 10
 * were seen to answer; `tools/real-zotero.ts` runs the same client against a real one.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answerConnector, type ConnectorLibrary, newConnectorLibrary } from './zotero-connector.ts';
import { type Fault, misbehave } from './zotero-faults.ts';
import { answerLocalApi, type LocalLibrary, newLocalLibrary } from './zotero-local.ts';
import { type Incoming, json, type Reply, text } from './zotero-replies.ts';

/** `zotero-7`: local API reads only. `api-off`: Zotero 10 as it is installed. `other`: some server that is neither. */
export type ZoteroKind = 'zotero-10' | 'zotero-7' | 'api-off' | 'zotero-7-off' | 'jabref' | 'other';

export interface SeenRequest extends Incoming {
  /** 0 where none was sent. */
  readonly status: number;
}

export interface ZoteroServer {
  readonly port: number;
  readonly base: string;
  kind: ZoteroKind;
  /** What Zotero 10's local API serves and keeps. */
  local: LocalLibrary;
  readonly connector: ConnectorLibrary;
  /** Every request that was answered, or was to be. */
  readonly seen: SeenRequest[];
  /** Each is used once, by the first request it is for. */
  readonly faults: Fault[];
  /** How long the person looks at the dialog, ms. */
  dialogMs: number;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly kind?: ZoteroKind;
  /** 0 for any that is free. */
  readonly port?: number;
}

const VERSIONS: Partial<Record<ZoteroKind, string>> = {
  'zotero-10': '10.0.1',
  'api-off': '10.0.1',
  'zotero-7': '7.0.30',
  'zotero-7-off': '7.0.30',
};

export async function startZotero({ kind = 'zotero-10', port = 0 }: StartOptions = {}): Promise<ZoteroServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => void serve(zotero, request, response));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, port);
  const bound = (server.address() as AddressInfo).port; // a TCP server that listens has one
  const zotero: ZoteroServer = {
    port: bound,
    base: `http://127.0.0.1:${bound}`,
    kind,
    local: newLocalLibrary(),
    connector: newConnectorLibrary(),
    seen: [],
    faults: [],
    dialogMs: 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return zotero;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });

async function serve(zotero: ZoteroServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const { method = '', url: path = '/', headers } = request;
  const note = (status: number): void => void zotero.seen.push({ method, path, headers, body, status });
  const index = zotero.faults.findIndex((fault) => fault.on === undefined || `${method} ${path}`.startsWith(fault.on));
  const [fault] = index < 0 ? [] : zotero.faults.splice(index, 1);
  if (fault !== undefined && !fault.after) {
    note(0);
    return misbehave(fault, response);
  }
  const reply = replyTo(zotero, { method, path, headers, body });
  note(reply === 'drop' ? 0 : reply.status);
  if (fault !== undefined) return misbehave(fault, response);
  if (reply === 'drop') return void response.destroy();
  if (path === '/api/local/authorize') await new Promise((done) => setTimeout(done, zotero.dialogMs));
  const version = VERSIONS[zotero.kind];
  response.writeHead(reply.status, {
    ...(version === undefined ? {} : { 'X-Zotero-Version': version, 'X-Zotero-Connector-API-Version': '3' }),
    ...(reply.type === undefined ? {} : { 'Content-Type': reply.type }),
    ...reply.headers,
  });
  response.end(reply.body ?? '');
}

function replyTo(zotero: ZoteroServer, request: Incoming): Reply | 'drop' {
  if (zotero.kind === 'jabref') return jabref(request);
  if (zotero.kind === 'other') return text(200, 'hello');
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return text(400, 'Invalid Host header');
  if (isFromBrowser(request) && !isMarked(request)) return 'drop';
  const { pathname } = new URL(request.path, zotero.base);
  if (pathname.startsWith('/connector/')) return answerConnector(zotero.connector, request, pathname);
  if (!pathname.startsWith('/api/')) return text(404, 'No endpoint found');
  if (zotero.kind === 'api-off' || zotero.kind === 'zotero-7-off') return text(403, 'Local API is not enabled');
  return answerLocalApi(zotero.local, request, zotero.kind === 'zotero-10' ? 10 : 7);
}

const isFromBrowser = ({ headers }: Incoming): boolean =>
  headers.origin !== undefined || (headers['user-agent'] ?? '').startsWith('Mozilla/');

const isMarked = ({ headers }: Incoming): boolean =>
  headers['x-zotero-connector-api-version'] !== undefined || headers['zotero-allowed-request'] !== undefined;

/** JabRef's server, as far as telling it apart needs. */
function jabref({ path, method }: Incoming): Reply {
  if (path === '/' && method === 'GET') return { status: 200, type: 'text/html', body: '<p>JabRef http API runs.</p>' };
  if (path === '/libraries') return json(200, ['demo']);
  return { status: 404, body: '' };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer); // a stream without encoding gives buffers
  return Buffer.concat(pieces).toString('utf8');
}
