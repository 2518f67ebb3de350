import { expect, test } from 'vitest';
import type { Reply, RequestFault } from '../http.ts';
import { answer, DavServer, HOST, NOW, page } from './dav-server.testing.ts';

/** Files of a folder on servers that behave, and on others. */

const { signal } = new AbortController();
const bytes = new TextEncoder().encode('a segment');
const PATH = 'lib/a.seg';
const created = { ok: true, value: 'created' };

function withLib(): DavServer {
  const server = new DavServer();
  server.folders.add('lib');
  return server;
}
const methods = (server: DavServer): string => server.requests.map((one) => one.split(' ')[0]).join(' ');
const on = (method: string, said: Reply | RequestFault, times = Number.POSITIVE_INFINITY) => {
  let left = times;
  return (request: { readonly method: string }) => (request.method === method && left-- > 0 ? said : undefined);
};
const textAt = (server: DavServer, path = PATH): string => new TextDecoder().decode(server.files.get(path)?.bytes);

test('a file is uploaded, read back and moved: three requests, and nothing else stays there', async () => {
  const server = withLib();
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual(created);
  expect(methods(server)).toBe('PUT GET MOVE');
  expect(server.paths).toEqual([PATH]);
  expect(await server.target.get(PATH, signal)).toEqual({ ok: true, value: bytes });
  expect(await server.target.get('lib/none', signal)).toEqual({ ok: true, value: null });
  expect(await server.target.remove(PATH, signal)).toEqual({ ok: true, value: undefined });
  expect(await server.target.remove(PATH, signal)).toEqual({ ok: true, value: undefined });
});

test('what is there is never overwritten; the same bytes count as created', async () => {
  const server = withLib();
  server.put(PATH, 'theirs');
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual({ ok: true, value: 'exists' });
  expect(textAt(server)).toBe('theirs');
  server.put(PATH, 'a segment');
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual(created);
  expect(server.paths).toEqual([PATH]);
});

test.each([404, 409, 'made'] as const)(
  'SYNC 37: into a folder that is not there, on a server that says %s',
  async (orphan) => {
    const server = new DavServer();
    server.odd = { orphan };
    expect(await server.target.createExclusive('lib/deep/a.seg', bytes, signal)).toEqual(created);
    expect(server.paths).toEqual(['lib/deep/a.seg']);
  },
);

test.each([201, 301, 403, 405, 409])('a folder that is there, on a server that says %i', async (again) => {
  const server = withLib();
  server.odd = { again };
  expect(await server.target.mkdir('lib', signal)).toEqual({ ok: true, value: undefined });
});

test('a folder is made with its parents; one that may not be made is told', async () => {
  const server = new DavServer();
  expect(await server.target.mkdir('a/b/c', signal)).toEqual({ ok: true, value: undefined });
  expect([...server.folders]).toEqual(['', 'a', 'a/b', 'a/b/c']);
  server.before = on('MKCOL', answer(403, ''));
  expect(await server.target.mkdir('new', signal)).toMatchObject({ ok: false, error: 'forbidden' });
});

test.each([
  ['a cut connection', 'unreachable'],
  ['silence', 'timeout'],
  ['502', answer(502, '')],
  ['500', answer(500, '')],
  ['a proxy that asked twice: 404', answer(404, '')],
  ['a proxy that asked twice: 412', answer(412, '')],
  ['a status of its own', answer(200, '')],
] as const)('SYNC 36: a move whose answer is %s took place: created', async (_, said) => {
  const server = withLib();
  server.after = on('MOVE', said);
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual(created);
  expect(server.paths).toEqual([PATH]);
});

test.each([
  ['a cut connection', 'unreachable', 'offline'],
  ['500', answer(500, ''), 'server-error'],
  ['423', answer(423, ''), 'locked'],
  ['507', answer(507, ''), 'full'],
] as const)('SYNC 36: a move that did not take place is a fault, though its answer was %s', async (_, said, error) => {
  const server = withLib();
  server.before = on('MOVE', said);
  expect(await server.target.createExclusive(PATH, bytes, signal)).toMatchObject({ ok: false, error });
  expect(server.paths).not.toContain(PATH);
  server.put(PATH, 'theirs');
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual({ ok: true, value: 'exists' });
});

test('SYNC 36: where it stays unknown how the move went, that is a fault', async () => {
  const server = withLib();
  server.after = ({ method }) => (method === 'MOVE' ? 'timeout' : undefined);
  server.before = ({ method }, path) => (method === 'GET' && path === PATH ? 'unreachable' : undefined);
  expect(await server.target.createExclusive(PATH, bytes, signal)).toMatchObject({ ok: false, error: 'timeout' });
});

test('behind a proxy whose outer name the server does not know, the move names a path alone', async () => {
  const server = withLib();
  server.before = ({ method, headers }) =>
    method === 'MOVE' && headers?.['destination']?.startsWith(HOST) ? answer(502, '') : undefined;
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual(created);
});

test.each([405, 501] as const)('a server that cannot move (%i) is not written to', async (noMove) => {
  const server = withLib();
  server.odd = { noMove };
  const made = await server.target.createExclusive(PATH, bytes, signal);
  expect(made).toMatchObject({ ok: false, error: 'unsupported', detail: `MOVE: HTTP ${noMove}` });
  expect(server.paths).toEqual([]);
});

test.each([
  ['nothing', () => undefined, 'server-error'],
  ['half', (given: Uint8Array) => given.slice(0, 4), 'damaged'],
  ['other bytes', () => new TextEncoder().encode('old stuff'), 'damaged'],
] as const)('D09, SYNC 34: an upload of which the server stores %s is never published', async (_, stores, error) => {
  const server = withLib();
  server.odd = { stores };
  expect(await server.target.createExclusive(PATH, bytes, signal)).toMatchObject({ ok: false, error });
  expect(server.paths).toEqual([]);
});

test('SYNC 34: an upload that breaks off leaves nothing under the name', async () => {
  const server = withLib();
  server.odd = { stores: (given) => given.slice(0, 3) };
  server.after = on('PUT', 'unreachable');
  expect(await server.target.createExclusive(PATH, bytes, signal)).toMatchObject({ ok: false, error: 'offline' });
  expect(server.paths).not.toContain(PATH);
});

test('an upload left behind for a day is taken away by a later listing, a new one is not', async () => {
  const server = withLib();
  const day = 24 * 3_600_000;
  server.put('lib/tmp-0123456789abcdef0123', 'half', new Date(NOW - day - 1000).toUTCString());
  server.put('lib/tmp-00000000000000000000', 'half', new Date(NOW - day + 1000).toUTCString());
  server.put('lib/tmp-mine.txt', 'theirs', new Date(0).toUTCString());
  await server.target.list('lib', signal);
  expect(server.paths).toEqual(['lib/tmp-00000000000000000000', 'lib/tmp-mine.txt']);
});

const SAYS = [
  ['D02: 401', answer(401, ''), 'signed-out'],
  ['D02: 403', answer(403, ''), 'forbidden'],
  ['D02: 429', answer(429, '', { 'retry-after': '7' }), 'busy'],
  ['D02: 502', answer(502, ''), 'server-error'],
  ['D02: 503', answer(503, '', { 'retry-after': 'x' }), 'busy'],
  ['SYNC 38: 507', answer(507, ''), 'full'],
  ['SYNC 38: 423', answer(423, ''), 'locked'],
  ['413', answer(413, ''), 'too-large'],
  ['SYNC 38: 302 to a login', answer(302, '', { location: 'https://login.example/' }), 'not-a-library'],
  ['SYNC 38, D04: a login page', page, 'not-a-library'],
  ['SYNC 38, D03: a certificate that is not trusted', 'unreachable', 'offline'],
  ['D15: an answer without end', 'too-large', 'too-large'],
] as const;

test.each(SAYS)('%s is told as what it is, whatever was asked', async (_, said, error) => {
  const server = withLib();
  server.before = () => said;
  const { target } = server;
  const told = [
    await target.get(PATH, signal),
    await target.list('lib', signal),
    await target.createExclusive(PATH, bytes, signal),
    await target.remove(PATH, signal),
  ];
  for (const one of told) expect(one).toMatchObject({ ok: false, error });
  expect(server.paths).toEqual([]);
});

test('D02: what the server asks to wait is handed on', async () => {
  const server = withLib();
  server.before = () => answer(429, '', { 'retry-after': '7' });
  expect(await server.target.get(PATH, signal)).toMatchObject({ retryAfter: 7000 });
});

test('D08: no request relies on ETags or conditions, whatever the server says of them', async () => {
  const server = withLib();
  const headers: string[] = [];
  server.before = (request) => {
    headers.push(...Object.keys(request.headers ?? {}));
    return undefined;
  };
  await server.target.createExclusive(PATH, bytes, signal);
  await server.target.list('lib', signal);
  await server.target.get(PATH, signal);
  expect(headers.filter((name) => /^if|etag|lock/i.test(name))).toEqual([]);
});

test('pages that come with a status of success or refusal say what the status says, as those of Apache do', async () => {
  const server = withLib();
  server.after = ({ method }) => (method === 'PUT' || method === 'MKCOL' ? { ...page, status: 201 } : undefined);
  expect(await server.target.mkdir('lib', signal)).toMatchObject({ ok: true });
  expect(await server.target.createExclusive(PATH, bytes, signal)).toEqual(created);
  server.before = () => ({ ...page, status: 401 });
  expect(await server.target.list('lib', signal)).toMatchObject({ ok: false, error: 'signed-out' });
  server.requests = [];
  await server.target.createExclusive('lib/b.seg', bytes, signal);
  expect(methods(server)).toBe('PUT'); // and no more with a login that is not accepted
});

test("the server's clock is told", async () => {
  const server = withLib();
  const { target } = server;
  await target.list('lib', signal);
  expect(target.serverTime?.()).toBe(NOW);
});

test('nothing is asked any more once the sync is stopped', async () => {
  const server = withLib();
  const stop = new AbortController();
  server.after = ({ method }) => {
    if (method !== 'PUT') return undefined;
    stop.abort();
    return 'cancelled';
  };
  const made = await server.target.createExclusive(PATH, bytes, stop.signal);
  expect(made).toMatchObject({ ok: false, error: 'cancelled' });
  expect(methods(server)).toBe('PUT');
});
