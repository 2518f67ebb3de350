/** Requests of a sync against a real server that is rude in every way a server can be. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEntry } from './log.ts';
import { type SyncRequest, syncAsk } from './sync-ask.ts';

const SECRET = 'Basic S3CR3T';
let log: LogEntry[] = [];
let seen: { readonly method: string; readonly url: string; readonly body: Buffer; readonly cookie: unknown }[] = [];
let does: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let origin = '';

async function listen(hear: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const made = createServer(hear);
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}
const originOf = (made: Server): string => `http://127.0.0.1:${(made.address() as AddressInfo).port}`; // it listens on a port

beforeEach(async () => {
  log = [];
  seen = [];
  does = (_, response) => response.end('{}');
  server = await listen(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer); // no encoding is set
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, body: Buffer.concat(pieces), cookie: headers.cookie });
    does(request, response);
  });
  origin = originOf(server);
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (more: Partial<SyncRequest> = {}, patience = 5_000, fair = 60_000) =>
  syncAsk({
    fetch: (url, init) => fetch(url, init),
    rules: { plainHttp: false },
    origin,
    purpose: 'sync-couch',
    note: (entry) => log.push(entry),
    now: () => 1,
    patience,
    fair,
  })({
    method: 'GET',
    url: `${origin}/library/_changes?since=S3CR3T-title`,
    headers: { authorization: SECRET },
    signal: new AbortController().signal,
    ...more,
  });

test('bytes go and come as they are, and the log has neither path nor secret', async () => {
  const body = new Uint8Array([0, 255, 128, 10, 13]);
  does = (_, response) => response.writeHead(201, { etag: '"x"' }).end(Buffer.from(body));
  const answer = await ask({ method: 'PUT', body });
  if (!answer.ok) throw new Error(answer.error);
  expect([answer.value.status, answer.value.header('ETag'), answer.value.header('none')]).toEqual([
    201,
    '"x"',
    undefined,
  ]);
  expect(new Uint8Array(answer.value.bytes)).toEqual(body);
  expect(new Uint8Array(seen[0]?.body ?? [])).toEqual(body);
  const host = new URL(origin).host;
  expect(log).toEqual([{ at: 1, host, purpose: 'sync-couch', outcome: 201, bytes: 5 }]);
});

test.each(['GET', 'PUT', 'POST', 'DELETE', 'PROPFIND', 'MKCOL', 'MOVE', 'HEAD', 'OPTIONS'])(
  '%s is sent',
  async (method) => {
    expect(await ask({ method })).toMatchObject({ ok: true });
    expect(seen.map((one) => one.method)).toEqual([method]);
  },
);

test('other methods, other servers and addresses that are none are not asked', async () => {
  expect(await ask({ method: 'PATCH' })).toEqual({ ok: false, error: 'bad-address' });
  expect(await ask({ url: 'https://couch.example/' })).toEqual({ ok: false, error: 'bad-address' });
  expect(await ask({ url: 'file:///etc/passwd' })).toEqual({ ok: false, error: 'bad-address' });
  expect([seen.length, log.length]).toEqual([0, 0]);
});

test.each([301, 302, 303, 307, 308])(
  'D01: a redirect (%i) is refused, and the place it names hears nothing',
  async (status) => {
    let heard = 0;
    const other = await listen((_, response) => {
      heard += 1;
      response.end('{}');
    });
    for (const location of [
      `${originOf(other)}/x`,
      `${origin}/again`,
      'http://169.254.169.254/',
      'http://couch.example/',
    ]) {
      seen = [];
      does = (_, response) => response.writeHead(status, { location }).end();
      expect(await ask()).toEqual({ ok: false, error: 'unreachable' });
      expect(seen).toHaveLength(1);
    }
    expect(heard).toBe(0);
    other.close();
  },
);

test('D03: nobody there', async () => {
  const gone = await listen(() => undefined);
  const url = originOf(gone);
  await new Promise((done) => gone.close(done));
  const there = origin;
  origin = url;
  expect(await ask({ url: `${url}/` })).toEqual({ ok: false, error: 'unreachable' });
  origin = there;
  expect(log.map(({ outcome }) => outcome)).toEqual(['unreachable']);
});

test.each([0, 1, 500])('D03: the connection is cut after %i bytes', async (bytes) => {
  does = (request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('x'.repeat(bytes), () => setTimeout(() => request.socket.destroy(), 20));
  };
  expect(await ask()).toEqual({ ok: false, error: 'unreachable' });
});

test('D03: silence, before the answer and in the middle of it', async () => {
  does = () => undefined;
  expect(await ask({}, 100)).toEqual({ ok: false, error: 'timeout' });
  does = (_, response) => void response.writeHead(200).write('half');
  expect(await ask({}, 100)).toEqual({ ok: false, error: 'timeout' });
});

test('D03: an answer that drips is given up', async () => {
  does = (_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  };
  expect(await ask({}, 5_000, 200)).toEqual({ ok: false, error: 'timeout' });
});

test('an answer that keeps coming is waited for, however long it takes', async () => {
  does = (_, response) => {
    let sent = 0;
    const timer = setInterval(() => {
      sent += 1;
      response.write('x');
      if (sent < 12) return;
      clearInterval(timer);
      response.end();
    }, 50);
  };
  const answer = await ask({}, 400);
  expect(answer.ok && answer.value.bytes.length).toBe(12);
});

test('too much is not read to its end, and the person can stop it', async () => {
  does = (_, response) => response.end('x'.repeat(5_000));
  expect(await ask({ maxBytes: 1_000 })).toEqual({ ok: false, error: 'too-large' });
  const stop = new AbortController();
  does = () => stop.abort();
  expect(await ask({ signal: stop.signal })).toEqual({ ok: false, error: 'cancelled' });
  expect(await ask({ signal: stop.signal })).toEqual({ ok: false, error: 'cancelled' });
});

test('cookies of the browser are not sent', async () => {
  await ask();
  expect(seen[0]?.cookie).toBeUndefined();
});
