import { expect, test, vi } from 'vitest';
import { Copy } from './copy.testing.ts';
import { CouchDatabase } from './couchdb/couch-database.testing.ts';

/** The engine: first syncs, large changes, copies of profiles, a frozen library. Numbers: SYNC.md 8; D, E: FAULTS.md. */

const two = (): readonly [Copy, Copy, CouchDatabase] => {
  const database = new CouchDatabase();
  return [new Copy('a', database), new Copy('b', database), database];
};

test('17: the first sync of two libraries is their union, after a snapshot', async () => {
  const [a, b] = two();
  a.fill(30);
  b.fill(30, 20);
  b.set('p25', 'reading');
  await a.sync();
  expect(await b.sync()).toMatchObject({ state: 'synced', joined: 'first' });
  await a.sync();
  expect(a.store.papers.length).toBe(50);
  expect(a.store.text()).toBe(b.store.text());
  expect(a.value('p25')).toBe('reading');
  expect(b.store.snapshots).toContain('first-sync');
});

test('18: another, empty place is filled; nothing is taken away here', async () => {
  const [a] = two();
  a.fill(30);
  await a.sync();
  const other = new Copy('a', new CouchDatabase(), a);
  expect(await other.sync()).toMatchObject({ state: 'synced', joined: 'new-epoch', pushed: 30 });
  expect(other.store.papers.length).toBe(30);
});

test('19, D06: more than 20 papers deleted elsewhere are held back until the person agrees', async () => {
  const [a, b] = two();
  a.fill(100);
  await a.sync();
  await b.sync();
  for (let i = 0; i < 21; i++) b.remove(`p${i}`);
  b.set('p50', 'reading');
  await b.sync();
  a.set('p60', 'mine');
  const report = await a.sync({ batch: 5 });
  expect(report).toMatchObject({ state: 'paused', pushed: 0 });
  expect(report.held?.deleted.length).toBe(21);
  expect(a.store.papers.length).toBe(100);
  expect((await a.sync()).state).toBe('paused');
  expect(await a.sync({ decision: 'apply', batch: 5 })).toMatchObject({ state: 'synced' });
  expect(a.store.snapshots).toContain('large-change');
  expect(a.store.papers.length).toBe(79);
  expect(a.value('p50')).toBe('reading');
  await b.sync();
  expect(b.store.text()).toBe(a.store.text());
});

test('19: "keep mine" brings all of it back everywhere, and what is new from there stays', async () => {
  const [a, b] = two();
  a.fill(100);
  await a.sync();
  await b.sync();
  for (let i = 0; i < 40; i++) b.remove(`p${i}`);
  for (let i = 40; i < 90; i++) b.set(`p${i}`, 'overwritten');
  b.set('new', 'read');
  await b.sync();
  const report = await a.sync();
  expect(report.state).toBe('paused');
  expect(report.held?.fields.get('paper f.status')?.length).toBe(50);
  expect(await a.sync({ decision: 'keep-mine' })).toMatchObject({ state: 'synced' });
  expect(a.store.papers.length).toBe(101);
  expect(a.value('p45')).toBe('read');
  // b is asked in turn: to it, the answer is a large change.
  expect(await b.sync()).toMatchObject({ state: 'paused' });
  expect((await b.sync({ decision: 'apply' })).state).toBe('synced');
  await a.sync();
  expect(b.store.text()).toBe(a.store.text());
  expect(b.store.papers.length).toBe(101);
});

test('19: a decision is carried out to its end though the worker is killed in its middle', async () => {
  const [a, b] = two();
  a.fill(60);
  await a.sync();
  await b.sync();
  for (let i = 0; i < 30; i++) b.remove(`p${i}`);
  await b.sync();
  await a.sync();
  const { release } = a.store;
  let calls = 0;
  a.store.release = async (target, limit) => {
    calls += 1;
    if (calls === 3) throw new Error('killed');
    return release(target, limit);
  };
  await expect(a.sync({ decision: 'keep-mine', batch: 5 })).rejects.toThrow('killed');
  a.store.release = release;
  // 20 are left, which alone would not be asked about.
  expect(await a.sync({ batch: 5 })).toMatchObject({ state: 'synced' });
  expect(a.store.papers.length).toBe(60);
});

test('few deletions and changes are merged without a question', async () => {
  const [a, b] = two();
  a.fill(60);
  await a.sync();
  await b.sync();
  for (let i = 0; i < 20; i++) b.remove(`p${i}`);
  for (let i = 20; i < 40; i++) b.set(`p${i}`, 'reading');
  await b.sync();
  expect(await a.sync()).toMatchObject({ state: 'synced', changed: 40 });
  expect(a.store.papers.length).toBe(40);
});

test('E14: while a loss is not settled nothing leaves, and the target can give everything back', async () => {
  const [a, b] = two();
  a.fill(30);
  await a.sync();
  b.store.frozen = true;
  b.fill(1, 500);
  expect(await b.sync()).toMatchObject({ state: 'frozen', pulled: 0, pushed: 0 });
  expect(b.requests).toEqual([]);
  expect(await b.sync({ pullOnly: true })).toMatchObject({ pulled: 30, pushed: 0 });
  expect(b.store.papers.length).toBe(31);
  expect(b.requests.every((one) => !one.includes('_bulk_docs'))).toBe(true);
  expect((await b.sync()).state).toBe('frozen');
});

test('a library that is frozen in mid-sync sends no further batch', async () => {
  const [a] = two();
  a.fill(30);
  const { settle } = a.store;
  a.store.settle = async (target, settled) => {
    a.store.frozen = true;
    return settle(target, settled);
  };
  expect(await a.sync({ batch: 10 })).toMatchObject({ state: 'frozen', pushed: 10 });
});

test('4: an edit made while its record is on the way is sent as well', async () => {
  const [a, b] = two();
  a.fill(3);
  let once = true;
  a.between = ({ path }) => {
    if (path === '_bulk_docs' && once) {
      once = false;
      a.set('p1', 'changed meanwhile');
    }
    return undefined;
  };
  expect((await a.sync()).state).toBe('synced');
  await b.sync();
  expect(b.value('p1')).toBe('changed meanwhile');
});

test('5: a batch that was stored though its answer was lost is neither lost nor doubled', async () => {
  const [a, b, database] = two();
  a.fill(10);
  const { push } = a.target;
  const lossy = vi.spyOn(a.target, 'push').mockImplementation(async (batch, signal) => {
    await push(batch, signal);
    return { ok: false, error: 'cancelled' };
  });
  expect((await a.sync()).state).toBe('failed');
  lossy.mockRestore();
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 0 });
  expect(database.documents().filter(({ id }) => id.startsWith('paper:')).length).toBe(10);
  await b.sync();
  expect(b.store.text()).toBe(a.store.text());
});

test('15: a profile restored from a backup takes a new name, and gets back what it had sent', async () => {
  const [a, b, database] = two();
  a.fill(10);
  await a.sync();
  const restored = new Copy('a', database, a);
  a.set('p1', 'reading');
  a.fill(5, 20);
  await a.sync();
  restored.set('p2', 'after the restore');
  expect(await restored.sync()).toMatchObject({ state: 'synced', joined: 'copied' });
  expect(restored.store.clock.device).not.toBe('a');
  expect(restored.value('p1')).toBe('reading');
  expect(restored.store.papers.length).toBe(15);
  await b.sync();
  expect(b.store.text()).toBe(restored.store.text());
});

test('16: two profiles that are copies of one end with names of their own and equal libraries', async () => {
  const [a, , database] = two();
  a.fill(10);
  await a.sync();
  const clone = new Copy('a', database, a);
  a.set('p1', 'by the one');
  clone.set('p2', 'by the other');
  await a.sync();
  await clone.sync();
  await a.sync();
  expect(clone.store.clock.device).not.toBe(a.store.clock.device);
  expect(a.store.text()).toBe(clone.store.text());
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 0 });
  expect(await clone.sync()).toMatchObject({ state: 'synced', pushed: 0 });
});

test('two copies that write the same record at once both end in it', async () => {
  const [a, b] = two();
  a.fill(5);
  await a.sync();
  await b.sync();
  a.set('p1', 'a', { field: 'one' });
  b.set('p1', 'b', { field: 'two' });
  const reports = await Promise.all([a.sync(), b.sync()]);
  expect(reports.map(({ state }) => state)).toEqual(['synced', 'synced']);
  await a.sync();
  await b.sync();
  expect(a.store.text()).toBe(b.store.text());
  expect([a.value('p1', { field: 'one' }), a.value('p1', { field: 'two' })]).toEqual(['a', 'b']);
});

test('12: killed at each step of a sync in turn, the next sync ends it', async () => {
  let steps = 0;
  for (let kill = 1; ; kill++) {
    const [a, b] = two();
    b.fill(6);
    await b.sync();
    a.fill(6, 3);
    a.set('p9', 'text', { kind: 'bib', field: 'title' });
    let at = 0;
    a.step = () => {
      at += 1;
      if (at === kill) throw new Error('killed');
    };
    const killed = await a.sync({ batch: 4 }).then(
      () => false,
      () => true,
    );
    a.step = () => undefined;
    if (!killed) break;
    steps = kill;
    a.set('p4', 'after the kill');
    expect((await a.sync({ batch: 4 })).state).toBe('synced');
    await b.sync();
    expect(b.store.text()).toBe(a.store.text());
    expect(b.value('p4')).toBe('after the kill');
    expect(b.store.papers.length).toBe(9);
    expect(a.store.clock.device).toBe('a'); // a kill is not taken for a copied profile
  }
  expect(steps).toBeGreaterThan(60);
});

test('14: two syncs of one library with one target at once do no harm', async () => {
  const [a, b] = two();
  b.fill(20);
  await b.sync();
  a.fill(20, 10);
  await Promise.all([a.sync({ batch: 3 }), a.sync({ batch: 4 })]);
  expect((await a.sync()).state).toBe('synced');
  await b.sync();
  expect(a.store.papers.length).toBe(30);
  expect(a.store.text()).toBe(b.store.text());
});
