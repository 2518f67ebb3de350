/** Whole syncs of libraries in the browser's database. Numbers: SYNC.md 8; E: FAULTS.md. */
import { afterEach, expect, test } from 'vitest';
import { CouchDatabase } from '../../../sync/couchdb/couch-database.testing.ts';
import { purge } from '../commands/purge.ts';
import { consistent } from '../consistent.testing.ts';
import { LibraryFault } from '../fault.ts';
import { withFaults } from '../faulty.testing.ts';
import { moment, request } from '../library.testing.ts';
import { fill, later, papers, profileOf, type Syncing, set, syncing, text, value } from './copies.testing.ts';

const opened: Syncing[] = [];
const copy: typeof syncing = (...given) => {
  const made = syncing(...given);
  opened.push(made);
  return made;
};
/** Whatever was done to it, a library is consistent. */
afterEach(async () => {
  for (const { store } of opened.splice(0)) {
    const db = await store.db();
    await consistent(db);
    db.close();
  }
});
const two = (): readonly [Syncing, Syncing, CouchDatabase] => {
  const database = new CouchDatabase();
  return [copy('a', database), copy('b', database), database];
};

test('the first sync of two libraries is their union, and the second one moves nothing', async () => {
  const [a, b] = two();
  await fill(a, 30);
  await fill(b, 30, 20);
  await set(b, 'p25', 'reading');
  await a.sync();
  expect(await b.sync()).toMatchObject({ state: 'synced', joined: 'first' });
  expect(await a.sync()).toMatchObject({ state: 'synced', changed: 30 });
  expect([await papers(a), await value(a, 'p25')]).toEqual([50, 'reading']);
  expect(await text(a)).toBe(await text(b));
  for (const one of [a, b]) expect(await one.sync()).toMatchObject({ state: 'synced', pulled: 0, pushed: 0 });
  expect(b.store.snapshots).toEqual(['first-sync']);
  expect(new Set(a.store.written).size).toBe(30);
});

test('SYNC 12: killed at every third step of a sync in turn, the next sync ends it', async () => {
  let steps = 0;
  for (let kill = 1; ; kill += 3) {
    const database = new CouchDatabase();
    let [at, armed] = [0, false];
    const step = async (): Promise<void> => {
      if (!armed) return;
      at += 1;
      if (at === kill) throw new Error('killed');
    };
    const [a, b] = [copy('a', database, { step }), copy('b', database)];
    await fill(b, 6);
    await b.sync();
    await fill(a, 6, 3);
    await set(a, 'p9', 'text', { kind: 'bib', field: 'title' });
    armed = true;
    const killed = await a.sync({ batch: 4 }).then(
      () => false,
      () => true,
    );
    armed = false;
    if (!killed) break;
    steps = kill;
    await set(a, 'p4', 'after the kill');
    expect((await a.sync({ batch: 4 })).state).toBe('synced');
    await b.sync();
    expect(await text(b)).toBe(await text(a));
    expect([await value(b, 'p4'), await papers(b)]).toEqual(['after the kill', 9]);
    expect((await a.store.self()).device).toBe('a'); // a kill is not taken for a copied profile
  }
  expect(steps).toBeGreaterThan(60);
}, 30_000);

test('SYNC 13: a full disk in the middle of a transaction leaves nothing half-written, and the cursor where it was', async () => {
  let steps = 0;
  for (let fail = 1; ; fail += 2) {
    const [a, b] = two();
    await fill(b, 6);
    await set(b, 'p1', 'text', { kind: 'bib', field: 'title' });
    await b.sync();
    await fill(a, 3, 5);
    const db = await a.store.db();
    const faults = await withFaults(db);
    const tables = () => Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]));
    const calls: (readonly unknown[][])[] = [];
    const { commit } = a.store;
    a.store.commit = async (target, incoming) => {
      faults.failAt(0, '');
      calls.push((await tables()) as unknown[][]); // names and rows
      faults.failAt(fail, 'QuotaExceededError');
      const done = await commit(target, incoming);
      faults.failAt(0, '');
      return done;
    };
    const failure = await a.sync({ batch: 4 }).catch((error: unknown) => error);
    const failed = faults.failed();
    a.store.commit = commit;
    faults.failAt(0, '');
    if (!failed) break;
    steps = fail;
    expect(failure).toBeInstanceOf(LibraryFault);
    expect((failure as LibraryFault).fault).toBe('quota'); // just checked
    expect(await tables()).toEqual(calls.at(-1));
    await consistent(db);
    expect((await a.sync()).state).toBe('synced');
    expect(await papers(a)).toBe(8);
    await b.sync();
    expect(await text(b)).toBe(await text(a));
  }
  expect(steps).toBeGreaterThan(10);
}, 30_000);

test('SYNC 14: two syncs of one library with one target at once do no harm', async () => {
  const [a, b] = two();
  await fill(b, 20);
  await b.sync();
  await fill(a, 20, 10);
  await Promise.all([a.sync({ batch: 3 }), a.sync({ batch: 4 })]);
  expect((await a.sync()).state).toBe('synced');
  await b.sync();
  expect(await papers(a)).toBe(30);
  expect(await text(a)).toBe(await text(b));
});

test('SYNC 15: a profile restored from a backup takes a new name, and gets back what it had sent', async () => {
  const [a, b, database] = two();
  await fill(a, 10);
  await a.sync();
  const backup = await profileOf(a);
  await set(a, 'p1', 'reading');
  await fill(a, 5, 20);
  await a.sync();
  const restored = copy('a', database, { store: backup });
  await set(restored, 'p2', 'after the restore');
  expect(await restored.sync()).toMatchObject({ state: 'synced', joined: 'copied' });
  expect((await restored.store.self()).device).not.toBe('a');
  expect([await value(restored, 'p1'), await papers(restored)]).toEqual(['reading', 15]);
  await b.sync();
  expect(await text(b)).toBe(await text(restored));
});

test('SYNC 16: two profiles that are copies of one end with names of their own and equal libraries', async () => {
  const [a, , database] = two();
  await fill(a, 10);
  await a.sync();
  const clone = copy('a', database, { store: await profileOf(a) });
  await set(a, 'p1', 'by the one');
  await set(clone, 'p2', 'by the other');
  await a.sync();
  await clone.sync();
  await a.sync();
  expect((await clone.store.self()).device).not.toBe((await a.store.self()).device);
  expect(await text(a)).toBe(await text(clone));
  for (const one of [a, clone]) expect(await one.sync()).toMatchObject({ state: 'synced', pushed: 0 });
});

/** Out of the library, and out of the trash. */
async function destroy(of: Syncing, id: string): Promise<void> {
  await set(of, id, 1, { field: 'deleted' });
  await purge(await of.store.db(), { request: request(), keys: [id] }, { ...moment(), now: later() });
}

const record = { kind: 'bib', field: 'title' } as const;

test('a record that was to be sent and is deleted for good is not sent, and nothing waits for it', async () => {
  const [a, b] = two();
  await fill(a, 3);
  await set(a, 'p1', 'Title', record);
  await destroy(a, 'p1');
  expect(await a.sync()).toMatchObject({ state: 'synced', waitingCount: 0 });
  await b.sync();
  expect([await papers(b), await b.store.state({ kind: 'bib', id: 'p1' })]).toEqual([2, undefined]);
});

test('a paper deleted for good elsewhere goes here with its record, which does not come back', async () => {
  const [a, b] = two();
  await fill(a, 3);
  await set(a, 'p1', 'Title', record);
  await a.sync();
  await b.sync();
  expect(await value(b, 'p1', record)).toBe('Title');
  await destroy(b, 'p1');
  await b.sync();
  await a.sync();
  expect([await papers(a), await a.store.state({ kind: 'bib', id: 'p1' })]).toEqual([2, undefined]);
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 0 });
  expect(await (await a.store.db()).history.where('[kind+ref]').equals(['paper', 'p1']).count()).toBe(0);
});

test('a paper deleted for good here and edited elsewhere later comes back with its record and its note', async () => {
  const [a, b] = two();
  await fill(a, 3);
  await set(a, 'p1', 'Title', record);
  await set(a, 'p1', 'Mine', { kind: 'note', field: 'x' });
  await a.sync();
  await b.sync();
  await destroy(a, 'p1');
  await set(b, 'p1', 'reading');
  await a.sync();
  await b.sync();
  await a.sync();
  await b.sync();
  expect([await value(a, 'p1'), await value(a, 'p1', record)]).toEqual(['reading', 'Title']);
  expect(await text(a)).toBe(await text(b));
  for (const one of [a, b]) expect(await one.sync()).toMatchObject({ state: 'synced', pushed: 0 });
});

test('SYNC 19: large deletions are held, and a decision is carried out to its end', async () => {
  const [a, b] = two();
  await fill(a, 60);
  await a.sync();
  await b.sync();
  for (let i = 0; i < 30; i++) await set(b, `p${i}`, 1, { field: 'deleted' });
  await b.sync();
  const paused = await a.sync();
  expect([paused.state, paused.held?.deleted.length, await papers(a)]).toEqual(['paused', 30, 60]);
  const { release } = a.store;
  let calls = 0;
  a.store.release = async (target, limit) => {
    calls += 1;
    if (calls === 3) throw new Error('killed');
    return release(target, limit);
  };
  await expect(a.sync({ decision: 'keep-mine', batch: 5 })).rejects.toThrow('killed');
  a.store.release = release;
  expect(await a.sync({ batch: 5 })).toMatchObject({ state: 'synced' });
  expect(await papers(a)).toBe(60);
  expect((await a.store.memory('t'))?.decision).toBeUndefined();
});

test('E14: a frozen library sends nothing', async () => {
  const [a] = two();
  await fill(a, 3);
  await (await a.store.db()).device.put({ key: 'frozen', value: 'lost' });
  expect(await a.sync()).toMatchObject({ state: 'frozen', pushed: 0 });
});
