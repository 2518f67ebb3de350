/** Requests against a real server that is rude in every way a server can be. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startZotero, type ZoteroServer } from '../../e2e/harness/zotero-server.ts';
import { type Asked, guardedFetch, type NetworkDeps } from './guarded-fetch.ts';
import { boundedJson } from './json.ts';
import { type LogEntry, requestLog } from './log.ts';

let server: ZoteroServer;
let entries: LogEntry[] = [];
let allowed = true;
const asked: string[] = [];
const deps: NetworkDeps = {
  fetch: (url, init) => fetch(url, init),
  isAllowed: async (pattern) => {
    asked.push(pattern);
    return allowed;
  },
  log: requestLog(
    {
      read: async () => entries,
      write: async (rows) => {
        entries = [...rows];
      },
    },
    () => undefined,
  ),
  now: () => 1_764_000_000_000,
  timeout: 5_000,
};
beforeAll(async () => {
  server = await startZotero();
});
afterAll(() => server.close());
beforeEach(() => {
  entries = [];
  allowed = true;
  asked.length = 0;
  server.seen.length = 0;
  server.faults.length = 0;
});

const get = (more: Partial<Asked> = {}): ReturnType<typeof guardedFetch> =>
  guardedFetch(deps, {
    url: `${server.base}/api/users/0/items?q=S3CR3T-title`,
    purpose: 'test',
    accept: ['application/json'],
    headers: { 'Zotero-API-Key': 'S3CR3T-key' },
    ...more,
  });

test('an answer comes with its status and text, and stands in the log without a secret', async () => {
  const answer = await get();
  expect(answer).toMatchObject({ ok: true, value: { status: 200, text: '[]' } });
  expect(entries).toEqual([
    { at: 1_764_000_000_000, host: `127.0.0.1:${server.port}`, purpose: 'test', outcome: 200, bytes: 2 },
  ]);
  expect(JSON.stringify(entries)).not.toContain('S3CR3T');
  expect(asked).toEqual(['http://127.0.0.1/*']);
});

test('without the permission nothing leaves, and nothing is logged', async () => {
  allowed = false;
  expect(await get()).toEqual({ ok: false, error: 'not-allowed' });
  expect([server.seen.length, entries.length]).toEqual([0, 0]);
});

test('a user and password in an address go nowhere', async () => {
  await get({ url: `http://ada:S3CR3T@127.0.0.1:${server.port}/api/` });
  expect(server.seen).toHaveLength(1);
  expect(JSON.stringify(server.seen)).not.toContain('S3CR3T@');
  expect(server.seen[0]?.headers.authorization).toBeUndefined();
});

test('an address that is none is refused before the permission is looked at', async () => {
  expect(await get({ url: 'http://example.org/' })).toEqual({ ok: false, error: 'bad-address' });
  expect(asked).toEqual([]);
});

test('a redirect is not followed: the place it names hears nothing, least of all the key', async () => {
  const other = await startZotero({ kind: 'other' });
  server.faults.push({ does: 'redirect', to: `${other.base}/steal` });
  expect(await get()).toEqual({ ok: false, error: 'unreachable' });
  expect(other.seen).toEqual([]);
  expect(server.seen).toHaveLength(1);
  await other.close();
});

test.each([
  ['silence', 'timeout'],
  ['drip', 'timeout'],
  ['drop', 'unreachable'],
  ['cut', 'unreachable'],
  ['huge', 'too-large'],
  ['bomb', 'too-large'],
  ['html', 'wrong-type'],
] as const)('%s ends as %s, soon, and is logged', async (does, error) => {
  server.faults.push({ does });
  const start = performance.now();
  expect(await get({ timeout: does === 'huge' || does === 'bomb' ? 10_000 : 300 })).toEqual({ ok: false, error });
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(entries).toMatchObject([{ outcome: error }]);
});

test('a packed answer that grows more than 200 times is given up long before it is all there', async () => {
  server.faults.push({ does: 'bomb' });
  await get({ maxBytes: 64 * 1024 * 1024, timeout: 10_000 });
  expect(entries[0]?.outcome).toBe('too-large');
  expect(entries[0]?.bytes).toBeLessThan(20 * 1024 * 1024);
});

test('errors of the server are answers', async () => {
  server.faults.push({ does: 'error' }, { does: 'too-many' });
  expect(await get()).toMatchObject({ ok: true, value: { status: 500 } });
  expect(await get()).toMatchObject({ ok: true, value: { status: 429 } });
});

test('what the caller stops is cancelled, not late', async () => {
  server.faults.push({ does: 'silence' });
  const stop = new AbortController();
  const answer = get({ signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  expect(await answer).toEqual({ ok: false, error: 'cancelled' });
});

test('nobody there is unreachable', async () => {
  const gone = await startZotero();
  await gone.close();
  expect(await get({ url: `${gone.base}/` })).toEqual({ ok: false, error: 'unreachable' });
});

test('JSON that is deeper or longer than any honest answer is none, and pollutes nothing', () => {
  expect(boundedJson('{"a":[1,{"b":"c"}]}')).toEqual({ a: [1, { b: 'c' }] });
  expect(boundedJson('{"a"')).toBeUndefined();
  expect(boundedJson(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toBeUndefined();
  expect(boundedJson(JSON.stringify(['x'.repeat(1024 * 1024 + 1)]))).toBeUndefined();
  boundedJson('{"__proto__":{"polluted":1}}');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
