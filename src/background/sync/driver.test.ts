/** When places are synced: real library, a clock and a network of the test's. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Place, PlaceState } from '../../core/sync/place.ts';
import type { SyncReport } from '../../core/sync/report.ts';
import type { SyncOrder } from '../../messaging/sync-calls.ts';
import { keepReport, noteRunning } from '../../storage/library/commands/place-states.ts';
import { addPlace, changePlace, removePlace } from '../../storage/library/commands/places.ts';
import { save } from '../../storage/library/commands/save.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { moment, openMemory, paper, request } from '../../storage/library/library.testing.ts';
import { type Driver, makeDriver } from './driver.ts';

const MINUTE = 60_000;
const NOTHING = { pulled: 0, changed: 0, unreadable: 0, pushed: 0, waiting: [], waitingCount: 0 };

let db: LibraryDb;
let orders: SyncOrder[] = [];
let now = 1_764_000_000_000;
let alarm: number | undefined;
let online = true;
let allowed = true;
let driver: Driver;
let faults: unknown[] = [];

/** The background after a start. What the engine is told comes to `orders`. */
const start = (): Driver =>
  makeDriver({
    library: (work) => work(db),
    look: async () => undefined,
    order: async (order) => orders.push(order),
    secrets: async (id) => ({ password: `of ${id}` }),
    isAllowed: async () => allowed,
    online: () => online,
    now: () => now,
    alarm: async (when) => {
      alarm = when;
    },
    report: (error) => faults.push(error),
  });

const place = (id: string, more: Partial<Place> = {}): Place => ({
  id,
  kind: 'couch',
  name: id,
  address: 'https://couch.example',
  database: 'library',
  encrypted: false,
  paused: false,
  addedAt: 1,
  ...more,
});
const ends = (id: string, report: Partial<SyncReport>): Promise<void> =>
  keepReport(db, id, { state: 'synced', ...NOTHING, ...report }, { at: now, ms: 10, chance: 0.5 });
const stateOf = (id: string): Promise<PlaceState | undefined> => db.targetStates.get(id);
const asked = (): string[] => orders.splice(0).map((order) => order.place.id);

beforeEach(async () => {
  db = await openMemory();
  [orders, faults, online, allowed, alarm] = [[], [], true, true, undefined];
  now = 1_764_000_000_000;
  driver = start();
});
afterEach(() => {
  vi.useRealTimers();
  expect(faults).toEqual([]);
});

test('without places no alarm is set and nothing is asked', async () => {
  await driver.goOn();
  expect([orders, alarm]).toEqual([[], undefined]);
});

test('a new place is synced at once with its secrets; then every quarter of an hour, several beside one another', async () => {
  await addPlace(db, place('first-place'));
  await addPlace(db, place('other-place'));
  await driver.goOn();
  expect(orders.map((order) => [order.place.id, order.secrets.password])).toEqual([
    ['first-place', 'of first-place'],
    ['other-place', 'of other-place'],
  ]);
  asked();
  for (const id of ['first-place', 'other-place']) await ends(id, {});
  await driver.goOn();
  expect([asked(), alarm]).toEqual([[], now + 15 * MINUTE]);
  now += 15 * MINUTE;
  await start().goOn();
  expect(asked()).toEqual(['first-place', 'other-place']);
});

test('a paused place and a bundle file are left alone, unless the person asks for them', async () => {
  await addPlace(db, place('paused-place', { paused: true }));
  await addPlace(db, place('bundle-place', { kind: 'bundle' }));
  await driver.goOn();
  await driver.run({});
  expect([asked(), alarm]).toEqual([[], undefined]);
  await driver.run({ id: 'paused-place' });
  expect(asked()).toEqual(['paused-place']);
});

test('a sync that was cut off goes on with the next alarm, one that runs is let be', async () => {
  await addPlace(db, place('first-place'));
  await noteRunning(db, 'first-place', { since: now, beat: now, phase: 'reading', pulled: 1, pushed: 0 });
  await driver.goOn();
  expect(asked()).toEqual([]);
  expect(alarm).toBe(now + 2 * MINUTE + 1_000);
  now += 3 * MINUTE;
  await start().goOn();
  expect(asked()).toEqual(['first-place']);
});

test('a change of the library is sent when it has been quiet for 5 s, also by a worker that starts later', async () => {
  await addPlace(db, place('first-place'));
  await ends('first-place', {});
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  driver.written();
  driver.written();
  await vi.waitFor(() => expect(alarm).toBe(now + 30_000));
  vi.advanceTimersByTime(4_999);
  expect(orders).toEqual([]);
  vi.advanceTimersByTime(1);
  await vi.waitFor(() => expect(asked()).toEqual(['first-place']));
  await start().goOn();
  expect(asked()).toEqual(['first-place']);
});

test('D02: a change does not shorten the wait after a failure', async () => {
  await addPlace(db, place('first-place'));
  await ends('first-place', { state: 'failed', fault: 'busy', retryAfter: 20 * MINUTE });
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  await driver.goOn();
  expect([asked(), alarm]).toEqual([[], now + 20 * MINUTE]);
});

test('D19: without the permission nothing is sent, the state says so, and nothing is tried until it is given', async () => {
  await addPlace(db, place('first-place'));
  await ends('first-place', {});
  allowed = false;
  now += 16 * MINUTE;
  await driver.goOn();
  expect(asked()).toEqual([]);
  expect((await stateOf('first-place'))?.report).toMatchObject({ state: 'failed', fault: 'not-allowed' });
  for (const minutes of [1, 60, 60 * 24]) {
    now += minutes * MINUTE;
    await start().goOn();
    expect([asked(), alarm]).toEqual([[], undefined]);
  }
  expect(await db.syncLog.count()).toBe(1);
  allowed = true;
  await driver.allowed();
  expect(asked()).toEqual(['first-place']);
});

test('D20: a login that is not accepted is tried twice, then not before the person does something', async () => {
  await addPlace(db, place('first-place'));
  await ends('first-place', { state: 'failed', fault: 'signed-out' });
  now += MINUTE;
  await driver.goOn();
  expect(asked()).toEqual(['first-place']);
  await ends('first-place', { state: 'failed', fault: 'signed-out' });
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  now += 60 * 24 * MINUTE;
  await driver.goOn();
  expect([asked(), alarm]).toEqual([[], undefined]);
  await driver.run({ id: 'first-place' });
  expect(asked()).toEqual(['first-place']);
});

test('F10: offline at the start nothing is asked; a network that flaps every 2 s leads to one sync, 5 s after it is there', async () => {
  online = false;
  await addPlace(db, place('far-away-place'));
  await addPlace(db, place('near-by-place', { address: 'http://127.0.0.1:5984' }));
  await driver.goOn();
  expect(asked()).toEqual(['near-by-place']);
  expect(alarm).toBe(now + MINUTE);
  await ends('near-by-place', {});
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let i = 0; i < 10; i++) {
    online = !online;
    driver.network();
    vi.advanceTimersByTime(2_000);
  }
  online = true;
  driver.network();
  vi.advanceTimersByTime(4_999);
  expect(orders).toEqual([]);
  vi.advanceTimersByTime(1);
  await vi.waitFor(() => expect(asked()).toEqual(['far-away-place']));
  vi.advanceTimersByTime(60_000);
  expect(orders).toEqual([]);
});

test('an address that is none is told, and never asked', async () => {
  await addPlace(db, place('first-place', { address: 'http://couch.example' }));
  await driver.goOn();
  expect(asked()).toEqual([]);
  expect((await stateOf('first-place'))?.report?.fault).toBe('bad-address');
});

test('a place that was taken away leaves nothing, and what its last sync says is not kept', async () => {
  await addPlace(db, place('first-place'));
  await addPlace(db, place('other-place'));
  await changePlace(db, 'first-place', { name: 'Another name' });
  expect((await db.targets.get('first-place'))?.name).toBe('Another name');
  for (const target of ['first-place', 'other-place']) {
    await db.marks.bulkPut([1, 2, 3].map((n) => ({ target, kind: 'paper', id: `p${n}`, seq: n })));
    await db.held.put({ target, kind: 'paper', id: 'p1' });
    await ends(target, { pulled: 3 });
  }
  await removePlace(db, 'first-place');
  await ends('first-place', { pulled: 3 });
  await noteRunning(db, 'first-place', { since: now, beat: now, phase: 'reading', pulled: 1, pushed: 0 });
  const left = [db.targets, db.targetStates, db.marks, db.held, db.syncLog];
  expect(await Promise.all(left.map((table) => table.count()))).toEqual([1, 1, 3, 1, 1]);
});

test('of each place the last 200 lines are kept, and syncs in which nothing happened have none', async () => {
  await addPlace(db, place('first-place'));
  for (let i = 0; i < 205; i++) await ends('first-place', { pushed: i + 1 });
  await ends('first-place', {});
  const lines = await db.syncLog.toArray();
  expect([lines.length, lines.at(-1)?.report.pushed]).toEqual([200, 205]);
});
