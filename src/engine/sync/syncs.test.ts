/** Syncs as the engine runs them: real library, real requests to a server that speaks CouchDB's protocol. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CouchServer, startCouch } from '../../../e2e/harness/couch-server.ts';
import type { Place, PlaceState } from '../../core/sync/place.ts';
import type { In } from '../../messaging/calls.ts';
import { edit } from '../../storage/library/commands/edit.ts';
import { addPlace, removePlace } from '../../storage/library/commands/places.ts';
import { save } from '../../storage/library/commands/save.ts';
import { moment, paper, request } from '../../storage/library/library.testing.ts';
import type { Engine } from '../context.ts';
import { engineOn, freshGround } from '../engine.testing.ts';
import { makeSyncs, type Syncs } from './syncs.ts';

const login = { user: 'ann', password: 'S3CR3T' };
const secrets = { password: login.password };
let couch: CouchServer;
beforeEach(async () => {
  couch = await startCouch(login);
});
afterEach(() => couch.close());

const place = (more: Partial<Place> = {}): Place => ({
  id: 'first-place',
  kind: 'couch',
  name: 'Group',
  address: new URL(couch.url('library')).origin,
  database: 'library',
  login: login.user,
  encrypted: false,
  paused: false,
  addedAt: 1,
  ...more,
});

interface Computer {
  readonly engine: Engine;
  readonly syncs: Syncs;
  readonly ended: In<'sync.ended'>[];
  readonly written: string[];
  readonly snapshots: string[];
  /** Syncs and waits for the end. */
  readonly sync: (order?: Partial<In<'engine.sync'>>) => Promise<PlaceState | undefined>;
  readonly fill: (from: number, to: number) => Promise<unknown>;
  readonly keys: () => Promise<readonly string[]>;
}

/** A browser with a library. */
async function computer(): Promise<Computer> {
  const ended: In<'sync.ended'>[] = [];
  const written: string[] = [];
  const snapshots: string[] = [];
  const held = new Set<string>();
  const plain = await engineOn(freshGround());
  const engine: Engine = {
    ...plain,
    now: () => Date.now(),
    written: (keys) => written.push(...keys),
    sync: {
      ...plain.sync,
      fetch: (url, init) => fetch(url, init),
      ended: (one) => ended.push(one),
      snapshot: async () => void snapshots.push('one'),
      alone: async (name, work) => {
        if (held.has(name)) return false;
        held.add(name);
        await work().finally(() => held.delete(name));
        return true;
      },
    },
  };
  const busy: boolean[] = [];
  const syncs = makeSyncs(engine, (is) => busy.push(is));
  return {
    engine,
    syncs,
    ended,
    written,
    snapshots,
    async sync(order = {}) {
      const one = { place: place(), secrets, ...order };
      await engine.library((db) => addPlace(db, one.place));
      const before = ended.length;
      await syncs.start(one);
      await expect.poll(() => ended.length, { timeout: 20_000 }).toBeGreaterThan(before);
      await expect.poll(() => busy.filter(Boolean).length * 2 - busy.length).toBe(0);
      return engine.library((db) => db.targetStates.get(one.place.id));
    },
    fill: (from, to) =>
      engine.library((db) => {
        const papers = Array.from({ length: to - from + 1 }, (_, i) => paper(from + i));
        return save(db, { request: request(), papers }, moment());
      }),
    keys: () => engine.library(async (db) => (await db.papers.toCollection().primaryKeys()).toSorted()),
  };
}
const keyOf = (n: number): string => `arxiv:2511.${String(n).padStart(5, '0')}`;
const trash = ({ engine }: Computer, keys: readonly string[]) =>
  engine.library((db) => edit(db, { request: request(), keys, edits: [{ do: 'delete' }] }, moment()));

test('two computers end with the same papers; state, log, snapshot and requests say what was done', async () => {
  const [a, b] = [await computer(), await computer()];
  await a.fill(1, 30);
  await b.fill(21, 40);
  expect((await a.sync())?.report).toMatchObject({ state: 'synced', joined: 'first' });
  const state = await b.sync();
  expect(state).toMatchObject({ tries: 0, report: { state: 'synced', joined: 'first' } });
  expect([state?.running, state?.lastOk]).toEqual([undefined, state?.reportAt]);
  expect(state?.nextAt).toBeGreaterThan(Date.now() + 10 * 60_000);
  await a.sync();
  expect(await a.keys()).toEqual(await b.keys());
  expect(await a.keys()).toHaveLength(40);
  expect(new Set(b.written)).toContain(keyOf(1));
  expect([a.snapshots.length, b.snapshots.length]).toEqual([1, 1]);
  const [line] = await b.engine.library((db) => db.syncLog.toArray());
  expect(line).toMatchObject({ target: 'first-place', report: { state: 'synced', joined: 'first' } });
  const [{ id, requests } = { id: '', requests: [] }] = b.ended;
  expect([id, requests[0]?.purpose, requests[0]?.outcome]).toEqual(['first-place', 'sync-couch', 404]);
  expect(JSON.stringify([a.ended, b.ended, state, line])).not.toMatch(/S3CR3T|_changes|arxiv/);
});

test('SYNC 14: a second order for a place that is syncing is one sync more, not one beside it', async () => {
  const a = await computer();
  await a.fill(1, 5);
  let [now, most] = [0, 0];
  const { alone } = a.engine.sync;
  Object.assign(a.engine.sync, {
    alone: (name: string, work: () => Promise<void>) =>
      alone(name, async () => {
        now += 1;
        most = Math.max(most, now);
        await work();
        now -= 1;
      }),
  });
  await a.engine.library((db) => addPlace(db, place()));
  for (let i = 0; i < 5; i++) await a.syncs.start({ place: place(), secrets });
  await expect.poll(() => a.ended.length).toBe(2);
  await new Promise((done) => setTimeout(done, 50));
  expect([a.ended.length, most]).toEqual([2, 1]);
});

test('stopped, it ends at once; what was sent stays, and the next one goes on', async () => {
  const a = await computer();
  await a.fill(1, 60);
  const ended = a.sync();
  await expect.poll(() => couch.counts.requests).toBeGreaterThan(0);
  await a.syncs.stop('first-place');
  const state = await ended;
  expect(state?.running).toBeUndefined();
  if (state?.report?.state !== 'synced') expect(state).toMatchObject({ tries: 0, report: { fault: 'cancelled' } });
  expect((await a.sync())?.report?.state).toBe('synced');
});

test('a wrong password ends it with one request', async () => {
  const a = await computer();
  const state = await a.sync({ secrets: { password: 'wrong' } });
  expect(state).toMatchObject({ tries: 1, report: { state: 'failed', fault: 'signed-out' } });
  expect(couch.counts.requests).toBe(1);
});

test('a place that is taken away while it syncs is not written of again', async () => {
  const a = await computer();
  await a.fill(1, 40);
  const ended = a.sync();
  await expect.poll(() => couch.counts.requests).toBeGreaterThan(0);
  await a.engine.library((db) => removePlace(db, 'first-place'));
  expect(await ended).toBeUndefined();
  expect(await a.engine.library((db) => db.syncLog.count())).toBe(0);
});

test('E14: a frozen library asks nothing', async () => {
  const a = await computer();
  await a.fill(1, 3);
  await a.engine.library((db) => db.device.put({ key: 'frozen', value: 'empty-loss' }));
  expect((await a.sync())?.report).toMatchObject({ state: 'frozen', pushed: 0 });
  expect(couch.counts.requests).toBe(0);
});

test('SYNC 19: a mass deletion waits for the person; with `keep-mine` the papers stay and come back elsewhere', async () => {
  const [a, b] = [await computer(), await computer()];
  await a.fill(1, 60);
  await a.sync();
  await b.sync();
  await trash(b, (await b.keys()).slice(0, 40));
  await b.sync();
  const state = await a.sync();
  expect([state?.report?.state, state?.nextAt, (await a.keys()).length]).toEqual(['paused', undefined, 60]);
  expect(state?.report?.held?.deleted).toHaveLength(40);
  expect((await a.sync({ decision: 'keep-mine' }))?.report?.state).toBe('synced');
  expect([(await a.keys()).length, a.snapshots.length]).toEqual([60, 2]);
  await b.sync();
  expect(await b.keys()).toHaveLength(60);
});
