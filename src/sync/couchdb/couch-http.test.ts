import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CouchServer, startCouch } from '../../../e2e/harness/couch-server.ts';
import { Draft } from '../../core/library/draft.ts';
import type { Ask } from '../http.ts';
import { MemoryStore } from '../memory-store.testing.ts';
import { chanceOf } from '../replicas.testing.ts';
import { type SyncReport, syncOnce } from '../sync-once.ts';
import { couchTarget } from './couch-target.ts';

/**
 * The driver over real connections. COUCH_URL names a database on a real server or cluster instead, with user and password in it; it is made
 * for the test, and emptied nowhere.
 */
const real = process.env['COUCH_URL'];
const login = { user: 'ann', password: 'pä:ss' };
let server: CouchServer;

beforeAll(async () => {
  server = await startCouch(login);
});
afterAll(() => server.close());

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** As the guarded fetch asks. @param chance that a request is never sent, or that its answer is not heard */
function asks(chance: () => number, faults: number): Ask {
  return async ({ method, url, headers, body, signal }) => {
    if (chance() < faults) return { ok: false, error: 'unreachable' };
    try {
      const given = { method, headers: { ...headers }, redirect: 'error', signal } as const;
      const response = await fetch(url, body === undefined ? given : { ...given, body: body as string }); // the driver sends text
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (chance() < faults) return { ok: false, error: 'timeout' };
      return {
        ok: true,
        value: { status: response.status, header: (name) => response.headers.get(name) ?? undefined, bytes },
      };
    } catch {
      return { ok: false, error: 'unreachable' };
    }
  };
}

async function database(name: string): Promise<{ readonly url: string; readonly authorization: string }> {
  if (real === undefined) return { url: server.url(name), authorization: basic(login.user, login.password) };
  const url = new URL(real);
  const authorization = basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
  const whole = `${url.origin}/${name}`;
  await fetch(whole, { method: 'PUT', headers: { authorization } });
  return { url: whole, authorization };
}

const unique = `scholion-test-${Date.now().toString(36)}`;

test('22: three copies, requests cut on their way and answers lost, edits in mid-sync: equal, and nothing is lost', async () => {
  const at = await database(`${unique}-a`);
  const chance = chanceOf(7);
  let time = Date.now();
  let faults = 0.15;
  const written: { readonly id: string; readonly field: string; readonly value: string }[] = [];
  const stores = ['x', 'y', 'z'].map((device) => {
    const edit = (): void => {
      const [id, field, value] = [`p${Math.floor(chance() * 60)}`, `own-${device}`, `v${written.length}`];
      time += 1;
      store.edit({ kind: 'paper', id }, (old, next) => {
        const draft = new Draft(old ?? { v: 1, f: {}, t: {}, c: {} }, next);
        draft.set('f', field, value);
        return draft.state;
      });
      written.push({ id, field, value });
    };
    const store = new MemoryStore(
      device,
      () => time,
      async () => {
        if (faults > 0 && chance() < 0.1) edit();
      },
    );
    for (let i = 0; i < 40; i++) edit();
    return store;
  });
  const sync = (store: MemoryStore): Promise<SyncReport> => {
    const ask: Ask = (request) => asks(chance, faults)(request);
    const target = couchTarget('t', { ...at, ask, now: () => time });
    const timer = { now: () => time, sleep: async () => undefined, random: chance };
    return syncOnce(target, store, timer, {
      signal: new AbortController().signal,
      batch: 20,
      decision: 'apply', // so many edits of so few papers are a large change
    });
  };
  for (let round = 0; round < 6; round++) await Promise.all(stores.map(sync));
  faults = 0;
  for (const store of [...stores, ...stores, ...stores]) await sync(store);
  for (const store of stores) expect((await sync(store)).state).toBe('synced');
  expect(new Set(stores.map((store) => store.text())).size).toBe(1);
  const last = new Map(written.map(({ id, field, value }) => [`${id} ${field}`, value]));
  for (const [key, value] of last) {
    const [id = '', field = ''] = key.split(' ');
    const fields = stores[0]?.state({ kind: 'paper', id })?.['f'] as Record<string, readonly unknown[]>; // set above
    expect(fields[field]?.[0]).toBe(value);
  }
}, 120_000);

test('a wrong password is told as such after one request', async () => {
  const { url } = await database(`${unique}-b`);
  const ask = asks(() => 1, 0);
  const target = couchTarget('t', { url, authorization: basic('ann', 'wrong'), ask, now: () => 0 });
  const timer = { now: () => 0, sleep: async () => undefined, random: () => 0.5 };
  const report = await syncOnce(target, new MemoryStore('x', () => 0), timer, { signal: new AbortController().signal });
  expect(report).toMatchObject({ state: 'failed', fault: 'signed-out' });
});

test("the server's clock is told against ours", async () => {
  const at = await database(`${unique}-c`);
  const ten = 10 * 60_000;
  const target = couchTarget('t', { ...at, ask: asks(() => 1, 0), now: Date.now });
  const timer = { now: () => Date.now() + ten, sleep: async () => undefined, random: Math.random };
  const store = new MemoryStore('x', () => Date.now() + ten);
  const report = await syncOnce(target, store, timer, { signal: new AbortController().signal });
  expect(Math.abs((report.clockOff ?? 0) + ten)).toBeLessThan(5000);
});
