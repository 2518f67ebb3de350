import { expect, test } from 'vitest';
import { Copy, reply } from '../copy.testing.ts';
import { CouchDatabase } from './couch-database.testing.ts';

/** The CouchDB driver under the engine, against a database in memory. Numbers: SYNC.md 8; D: FAULTS.md. */

test('an idle sync takes 2 requests and one edit at most 5', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(1200);
  expect((await a.sync()).state).toBe('synced');
  expect(a.requests.length).toBeLessThanOrEqual(9);
  await b.sync();
  await a.sync();
  expect(await a.sync()).toMatchObject({ state: 'synced', pulled: 0, pushed: 0 });
  expect(a.requests).toEqual(['GET _local/scholion-a', 'GET _changes']);
  a.set('p1', 'reading');
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 1 });
  expect(a.requests.length).toBeLessThanOrEqual(5);
  expect(await b.sync()).toMatchObject({ state: 'synced', pulled: 1, pushed: 0 });
  expect(b.requests.length).toBeLessThanOrEqual(5);
  expect(b.value('p1')).toBe('reading');
});

test('states arrive before records', async () => {
  const database = new CouchDatabase();
  const a = new Copy('a', database);
  for (let i = 0; i < 30; i++) {
    a.set(`p${i}`, 'A title', { kind: 'bib', field: 'title' });
    a.set(`p${i}`, 'read');
  }
  await a.sync({ batch: 10 });
  const kinds = database.documents().flatMap(({ id }) => (id.startsWith('meta:') ? [] : [id.split(':')[0]]));
  expect(kinds.lastIndexOf('paper')).toBeLessThan(kinds.indexOf('bib'));
});

test('23, 18: a database that is wiped is filled again from each copy, and nothing is deleted', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(50);
  await a.sync();
  b.fill(10, 100);
  await b.sync();
  await a.sync();
  database.wipe();
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'new-epoch', pushed: 60 });
  expect(a.store.papers.length).toBe(60);
  expect(await b.sync()).toMatchObject({ state: 'synced', joined: 'new-epoch', pushed: 0 });
  expect(b.store.text()).toBe(a.store.text());
});

test('24: a database restored from an older backup gets again what it lost, also what its author sent long ago', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(5);
  await a.sync();
  const restore = database.backup();
  a.set('p0', 'reading');
  a.fill(5, 10);
  await a.sync();
  restore();
  b.fill(1, 50);
  await b.sync(); // it writes over the counts that a's cursor names
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'lost' });
  await b.sync();
  expect(b.value('p0')).toBe('reading');
  expect(b.store.text()).toBe(a.store.text());
});

test('24: what a killed sync had sent is sent again where the database was put back before the next one', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(5);
  await a.sync();
  const restore = database.backup();
  a.fill(5, 10);
  const { settle } = a.store;
  a.store.settle = async (target, settled) => {
    await settle(target, settled);
    if (settled.acked.length > 0) throw new Error('killed');
  };
  await expect(a.sync()).rejects.toThrow('killed');
  a.store.settle = settle;
  restore();
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'lost' });
  await b.sync();
  expect(b.store.papers.length).toBe(10);
});

test('25: of conflicting leaves none is lost, and only leaves that were merged are taken away', async () => {
  const database = new CouchDatabase();
  const [a, b, reader] = [new Copy('a', database), new Copy('b', database), new Copy('c', database)];
  a.set('p', 'from a', { field: 'one' });
  await a.sync();
  await b.sync();
  a.set('p', 'from a', { field: 'two' });
  b.set('p', 'from b', { field: 'three' });
  await a.sync();
  database.judge = () => 'split';
  b.store.commit = async () => ({ changed: 0, refused: 0 }); // a node that does not know of a's write yet
  await b.sync();
  database.judge = () => undefined;
  const leaves = () => database.documents().find(({ id }) => id === 'paper:p')?.leaves;
  expect(leaves()?.length).toBe(2);
  await reader.sync();
  for (const field of ['one', 'two']) expect(reader.value('p', { field })).toBe('from a');
  expect(reader.value('p', { field: 'three' })).toBe('from b');
  expect(leaves()?.length).toBe(1);
  await a.sync();
  expect(a.store.text()).toBe(reader.store.text());
});

test('26: a feed that goes back delivers again, and no body is read twice', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(30);
  await a.sync();
  await b.sync();
  database.rewind = 1000;
  expect(await b.sync()).toMatchObject({ state: 'synced', pulled: 0, pushed: 0 });
  expect(b.requests).not.toContain('POST _bulk_get');
});

test('27: rows that are refused wait with their reason, all others go, and later they are tried again', async () => {
  const database = new CouchDatabase();
  const a = new Copy('a', database);
  a.fill(10);
  database.judge = (id) =>
    id === 'paper:p3'
      ? { error: 'forbidden', reason: 'not yours' }
      : id === 'paper:p4'
        ? { error: 'document_too_large', reason: 'p4' }
        : undefined;
  const report = await a.sync();
  expect(report).toMatchObject({ state: 'waiting', pushed: 8, waitingCount: 2 });
  expect(report.waiting).toEqual([
    { kind: 'paper', id: 'p3', why: 'forbidden' },
    { kind: 'paper', id: 'p4', why: 'too-large' },
  ]);
  database.judge = () => undefined;
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 2 });
});

test('28, D20: a login that is refused in mid-sync ends it at once; what waits is kept', async () => {
  const database = new CouchDatabase();
  const a = new Copy('a', database);
  a.fill(10);
  a.between = ({ path }) => (path === '_bulk_docs' ? reply(401, '{"error":"unauthorized"}') : undefined);
  expect(await a.sync()).toMatchObject({ state: 'failed', fault: 'signed-out', pushed: 0 });
  expect(a.requests.filter((one) => one === 'POST _bulk_docs').length).toBe(1);
  a.between = () => undefined;
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 10 });
});

test.each([
  [403, {}, 'forbidden', undefined],
  [404, {}, 'not-found', undefined],
  [409, {}, 'server-error', undefined],
  [412, {}, 'server-error', undefined],
  [423, {}, 'locked', undefined],
  [429, { 'retry-after': '3600' }, 'busy', 3_600_000],
  [429, { 'retry-after': '1' }, 'busy', 1000],
  [503, { 'retry-after': 'soon' }, 'busy', undefined],
  [503, { 'retry-after': '999999999' }, 'busy', 3_600_000],
  [500, {}, 'server-error', undefined],
  [502, {}, 'server-error', undefined],
  [507, {}, 'full', undefined],
  [524, {}, 'server-error', undefined],
] as const)('29, D02: HTTP %s %o is told as %s, and nothing is lost', async (status, headers, fault, retryAfter) => {
  const a = new Copy('a', new CouchDatabase());
  a.fill(3);
  a.between = ({ path }) => (path.startsWith('_changes') ? reply(status, '<html>', headers) : undefined);
  const report = await a.sync();
  expect(report).toMatchObject({ state: 'failed', fault });
  expect(report.retryAfter).toBe(retryAfter);
  expect(a.requests.filter((one) => one === 'GET _changes').length).toBeLessThanOrEqual(4);
  a.between = () => undefined;
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 3 });
});

test('29: what is too large for one request goes in smaller ones', async () => {
  const a = new Copy('a', new CouchDatabase());
  a.fill(40);
  a.set('huge', 'x'.repeat(5000));
  a.between = ({ body }) => (body.length > 3000 ? reply(413, 'Too large') : undefined);
  const report = await a.sync();
  expect(report).toMatchObject({ state: 'waiting', pushed: 40, waitingCount: 1 });
  expect(report.waiting[0]).toMatchObject({ id: 'huge', why: 'too-large' });
});

test('an answer that is more than is read at once is asked for in parts', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(40);
  await a.sync();
  b.between = ({ path, body }) => (path === '_bulk_get' && body.length > 600 ? reply(413, 'Too large') : undefined);
  expect(await b.sync()).toMatchObject({ state: 'synced', pulled: 40 });
});

test('30: a member who may only read gets everything and is told that nothing is taken', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(10);
  await a.sync();
  b.fill(5, 20);
  database.judge = () => ({ error: 'forbidden', reason: 'members may read' });
  expect(await b.sync()).toMatchObject({ state: 'failed', fault: 'forbidden', pulled: 10 });
  expect(b.store.papers.length).toBe(15);
});

test.each([
  ['<!doctype html><title>Log in</title>', 'not-a-library'],
  ['', 'damaged'],
  ['{}', 'not-a-library'],
  ['[]', 'not-a-library'],
  ['null', 'not-a-library'],
  ['{"results":[{"id":"paper:p1","seq":"1","chan', 'damaged'],
] as const)('32, D04, D05: the answer %j is never an empty library', async (text, fault) => {
  for (const where of ['_changes', '_local', '_bulk_get', 'meta']) {
    const database = new CouchDatabase();
    const [a, b] = [new Copy('a', database), new Copy('b', database)];
    b.fill(5);
    await b.sync();
    a.fill(5);
    a.between = ({ path }) => (path.startsWith(where) ? reply(200, text) : undefined);
    expect(await a.sync()).toMatchObject({ state: 'failed', fault, pushed: 0, changed: 0 });
    expect((await a.store.memory('t'))?.cursor).toBeUndefined();
    a.between = () => undefined;
    expect((await a.sync()).state).toBe('synced');
    expect(a.store.papers.length).toBe(5);
  }
});

test('D13: documents that somebody deleted in the database come back from the copies', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(30);
  await a.sync();
  await b.sync();
  const docs = database.documents().filter(({ id }) => id.startsWith('paper:'));
  for (const { id } of docs) {
    const { _rev } = database.handle('GET', encodeURIComponent(id), undefined).body as { _rev: string };
    database.handle('POST', '_bulk_docs', { docs: [{ _id: id, _rev, _deleted: true }] });
  }
  expect(database.documents().length).toBe(1);
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 30 });
  expect(a.store.papers.length).toBe(30);
  expect((await b.sync()).state).toBe('synced');
  expect(b.store.papers.length).toBe(30);
});

test('31: a database that was compacted while a copy was away gives it the last revisions', async () => {
  const database = new CouchDatabase(); // keeps only leaves
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.fill(5);
  await a.sync();
  await b.sync();
  for (const status of ['reading', 'read', 'later']) {
    a.set('p0', status);
    await a.sync();
  }
  await b.sync();
  expect(b.value('p0')).toBe('later');
});

test('D16: ids and fields with the names of prototypes are ordinary ones', async () => {
  const database = new CouchDatabase();
  const [a, b] = [new Copy('a', database), new Copy('b', database)];
  a.set('__proto__', 'read');
  a.set('constructor', 'x', { kind: 'tag', field: '__proto__' });
  a.set('a:b/c?d#é ', 'read');
  await a.sync();
  await b.sync();
  expect(b.store.text()).toBe(a.store.text());
  expect(b.value('constructor', { kind: 'tag', field: '__proto__' })).toBe('x');
});

test('a database that is not there is said to be so', async () => {
  const a = new Copy('a', new CouchDatabase());
  a.between = () => reply(404, '{"error":"not_found","reason":"Database does not exist."}');
  expect(await a.sync()).toMatchObject({ state: 'failed', fault: 'not-found' });
});
