/** Looks at a place before it is kept, bundle files, and what is held back, as the engine's calls answer them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CouchServer, startCouch } from '../../../e2e/harness/couch-server.ts';
import type { PlaceSettings } from '../../core/sync/place.ts';
import { edit } from '../../storage/library/commands/edit.ts';
import { addPlace } from '../../storage/library/commands/places.ts';
import { save } from '../../storage/library/commands/save.ts';
import { moment, paper, request } from '../../storage/library/library.testing.ts';
import { MemoryBlobs } from '../../sync/blob/memory-blob.testing.ts';
import { engineOn, freshGround } from '../engine.testing.ts';
import { makeEngine, type RunningEngine } from '../engine.ts';
import { syncWork } from './answer.ts';
import { testBlob } from './test-blob.ts';

const login = { user: 'ann', password: 'S3CR3T' };
const secrets = { password: login.password };
let couch: CouchServer;
beforeEach(async () => {
  couch = await startCouch(login);
});
afterEach(() => couch.close());

const settings = (): PlaceSettings => ({
  kind: 'couch',
  name: 'Group',
  address: new URL(couch.url('library')).origin,
  database: 'library',
  login: login.user,
  encrypted: false,
});
const couchPlace = () => ({ ...settings(), id: 'first-place', paused: false, addedAt: 1 });
const bundle = {
  id: 'a-file-place',
  kind: 'bundle',
  name: 'File',
  encrypted: false,
  paused: false,
  addedAt: 1,
} as const;

interface Computer extends RunningEngine {
  ended: number;
}

async function computer(papers: readonly [from: number, to: number]): Promise<Computer> {
  const plain = await engineOn(freshGround());
  const sync = {
    ...plain.sync,
    fetch: ((url, init) => fetch(url, init)) as typeof fetch,
    ended: () => {
      one.ended += 1;
    },
  };
  const one: Computer = { ...makeEngine({ ...plain, sync }, () => undefined), ended: 0 };
  await fill(one, ...papers);
  return one;
}
const fill = ({ engine }: Computer, from: number, to: number) =>
  engine.library((db) =>
    save(
      db,
      { request: request(), papers: Array.from({ length: to - from + 1 }, (_, i) => paper(from + i)) },
      moment(),
    ),
  );
const trash = ({ engine }: Computer, keys: readonly string[]) =>
  engine.library((db) => edit(db, { request: request(), keys, edits: [{ do: 'delete' }] }, moment()));
const keys = ({ engine }: Computer) => engine.library((db) => db.papers.toCollection().primaryKeys());
async function runs(one: Computer, order: Parameters<(typeof syncWork)['engine.sync']>[1]) {
  await one.engine.library((db) => addPlace(db, order.place));
  const before = one.ended;
  await syncWork['engine.sync'](one, order);
  await expect.poll(() => one.ended, { timeout: 20_000 }).toBeGreaterThan(before);
  return (await one.engine.library((db) => db.targetStates.get(order.place.id)))?.report;
}

test('a look at a database says what it is, what is in it, and leaves nothing there', async () => {
  const a = await computer([1, 3]);
  const look = () => syncWork['engine.syncTest'](a, { place: settings(), secrets });
  expect(await look()).toMatchObject({
    server: 'CouchDB 3.5.0',
    holds: 'nothing',
    steps: [{ what: 'answers' }, { what: 'login' }, { what: 'library' }, { what: 'write' }],
  });
  expect(couch.database('library').handle('GET', '_changes', undefined).body).toMatchObject({ results: [] });
  await runs(a, { place: couchPlace(), secrets });
  expect((await look()).holds).toBe('library');
});

test('a look tells at which step it ended, and why', async () => {
  const a = await computer([1, 1]);
  const look = (more: Partial<PlaceSettings>, password = login.password) =>
    syncWork['engine.syncTest'](a, { place: { ...settings(), ...more }, secrets: { password } });
  expect((await look({}, 'wrong')).steps).toMatchObject([{ what: 'answers' }, { what: 'login', fault: 'signed-out' }]);
  expect((await look({ address: 'http://couch.example' })).steps).toMatchObject([
    { what: 'answers', fault: 'bad-address' },
  ]);
  expect((await look({ address: 'http://127.0.0.1:9' })).steps.at(-1)?.fault).toBe('bad-address');
  await couch.close();
  expect((await look({})).steps).toMatchObject([{ what: 'answers', fault: 'offline' }]);
});

test('a preview counts papers here, there, in both and afterwards, and changes nothing here', async () => {
  const [a, b] = [await computer([1, 30]), await computer([21, 40])];
  await trash(a, [(await keys(a))[0] ?? '']);
  await runs(a, { place: couchPlace(), secrets });
  const before = await b.engine.library((db) => db.states.toArray());
  const preview = await syncWork['engine.syncPreview'](b, { place: settings(), secrets });
  expect(preview).toEqual({ here: 20, there: 29, both: 10, after: 39 });
  expect(await b.engine.library((db) => db.states.toArray())).toEqual(before);
  await runs(b, { place: couchPlace(), secrets });
  expect(await keys(b)).toHaveLength(preview.after);
});

test('what is held back is shown with its papers', async () => {
  const [a, b] = [await computer([1, 60]), await computer([61, 62])];
  await runs(a, { place: couchPlace(), secrets });
  await runs(b, { place: couchPlace(), secrets });
  await trash(b, (await keys(b)).slice(0, 40));
  await runs(b, { place: couchPlace(), secrets });
  expect((await runs(a, { place: couchPlace(), secrets }))?.state).toBe('paused');
  const held = await syncWork['engine.syncHeld'](a, { id: 'first-place' });
  expect([held.deletedCount, held.deleted.length, held.fields]).toEqual([40, 20, []]);
  expect(held.deleted[0]?.title).toContain('A Paper');
});

test('SYNC 21: a bundle file that is read brings what it has and deletes nothing; a large change in it waits for the person', async () => {
  const [a, b] = [await computer([1, 60]), await computer([51, 70])];
  const first = await syncWork['engine.writeBundle'](a, { place: bundle, secrets: {} });
  expect(first).toMatchObject({ papers: 60 });
  expect(first.name).toMatch(/^scholion-\d{4}-\d{2}-\d{2}\.scholion$/);
  const give = async (staged: string): Promise<string> => {
    const file = await a.engine.files.open(staged);
    await b.engine.files.write('given-file', file ?? '');
    return 'given-file';
  };
  const staged = await give(first.staged);
  expect(await runs(b, { place: bundle, secrets: {}, staged })).toMatchObject({ state: 'synced', unreadable: 0 });
  expect(await keys(b)).toHaveLength(70);
  expect(await b.engine.files.open('given-file')).toBeUndefined();
  await fill(b, 71, 80);
  await trash(a, (await keys(a)).slice(0, 40));
  const second = await syncWork['engine.writeBundle'](a, { place: bundle, secrets: {} });
  expect(second.papers).toBe(20);
  expect((await runs(b, { place: bundle, secrets: {}, staged: await give(second.staged) }))?.state).toBe('paused');
  expect(await keys(b)).toHaveLength(80);
  expect(await runs(b, { place: bundle, secrets: {}, decision: 'apply' })).toMatchObject({ state: 'synced' });
  expect(await keys(b)).toHaveLength(40);
});

test('a file that is no bundle is told', async () => {
  const a = await computer([1, 1]);
  await a.engine.files.write('given-file', 'Dear diary');
  expect(await runs(a, { place: bundle, secrets: {}, staged: 'given-file' })).toMatchObject({ fault: 'not-a-library' });
  expect(await runs(a, { place: bundle, secrets: {}, staged: 'none-there' })).toMatchObject({ fault: 'not-found' });
});

test('a look at a folder leaves nothing there', async () => {
  const files = new MemoryBlobs();
  const blob = files.target(async () => false, Math.random);
  const found = await testBlob(blob, { now: () => 1, chance: 0.5 });
  expect(found).toMatchObject({ holds: 'nothing', steps: [{}, {}, {}, { what: 'write' }] });
  expect(found.steps.map(({ fault }) => fault).filter((fault) => fault !== undefined)).toEqual([]);
  expect(files.paths).toEqual([]);
});
