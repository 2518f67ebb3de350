/** Papers to a Zotero that takes writes: what is there afterwards, over real HTTP. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startZotero, type ZoteroServer } from '../../../e2e/harness/zotero-server.ts';
import { type Desk, deskAt, papers, tally, toSend } from './zotero.testing.ts';

let server: ZoteroServer;
let desk: Desk;
beforeEach(async () => {
  server = await startZotero();
  desk = deskAt(server.base);
});
afterEach(() => server.close());

const items = (): readonly Readonly<Record<string, unknown>>[] => [...server.local.items.values()];
const tops = (): number => items().filter((item) => item['itemType'] !== 'note').length;
const posts = (path = '/api/users/0/items'): number =>
  server.seen.filter((request) => request.method === 'POST' && request.path === path).length;
const only = (): Record<string, unknown> => {
  const [item] = items();
  if (item === undefined) throw new Error('there is an item');
  return item as Record<string, unknown>; // the server's own, to be changed as a person would
};
/** Somebody edits an item in Zotero's window. */
const editThere = (change: object): void => {
  const item = only();
  server.local.version += 1;
  Object.assign(item, change, { version: server.local.version });
};

test('a paper with tags and a note arrives whole, the note below it', async () => {
  const end = await desk.send(papers(1, { note: 'Read <this>.', tags: ['nets'], abstract: 'We net.' }));
  expect(end).toMatchObject({ cursor: 1, results: [{ key: 'p1', outcome: 'created' }] });
  expect(end.stopped).toBeUndefined();
  const [item, note] = items();
  expect(item).toMatchObject({
    itemType: 'preprint',
    archiveID: 'arXiv:2511.00001',
    DOI: '10.48550/arXiv.2511.00001',
    creators: [{ lastName: 'Lovelace' }, { lastName: 'Hopper' }],
    tags: [{ tag: 'nets' }],
  });
  expect(note).toMatchObject({ itemType: 'note', parentItem: item?.['key'], note: '<p>Read &lt;this&gt;.</p>' });
});

test('120 papers, half of them with notes, go in requests of at most 50 objects', async () => {
  const many = [...papers(60, { note: 'n' }), ...papers(120).slice(60)];
  const cursors: number[] = [];
  const end = await desk.send(many, { onBatch: async (_, cursor) => void cursors.push(cursor) });
  expect(tally(end.results)).toEqual({ created: 120 });
  expect([tops(), items().length]).toEqual([120, 180]);
  const sizes = server.seen
    .filter(({ method, path }) => method === 'POST' && path === '/api/users/0/items')
    .map(({ body }) => (JSON.parse(body) as unknown[]).length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
  expect(cursors).toEqual([25, 50, 90, 120]);
});

test('the person is asked once where they said "Always Allow", and for every request where they said "Allow"', async () => {
  await desk.send(papers(120));
  expect([posts('/api/local/authorize'), desk.keys.kept.size]).toEqual([1, 1]);
  server.seen.length = 0;
  server.local.allow = 'once';
  server.local.keys.clear();
  const end = await desk.send(papers(170).slice(120));
  expect(tally(end.results)).toEqual({ created: 50 });
  // the key that was kept is refused and forgotten; the one for one write is not kept
  expect([posts('/api/local/authorize'), desk.keys.kept.size]).toEqual([1, 0]);
});

test('"Deny" stops, says so and leaves nothing', async () => {
  server.local.allow = 'deny';
  expect(await desk.send(papers(3))).toEqual({ cursor: 0, stopped: { why: 'denied' }, results: [] });
  expect(items()).toEqual([]);
});

test('after five dialogs in a minute Zotero wants a pause: waited for, when it is short', async () => {
  server.local.allow = 'once';
  const end = await desk.send(papers(300), { twins: false });
  expect(end).toMatchObject({ cursor: 250, stopped: { why: 'busy', retryAfter: 60_000 } });
  expect(desk.waits).toEqual([60_000, 60_000, 60_000]);
});

test('what was sent is not sent again: one look, no write', async () => {
  await desk.send(papers(30, { note: 'n' }));
  server.seen.length = 0;
  const end = await desk.send(papers(30, { note: 'n' }));
  expect(tally(end.results)).toEqual({ already: 30 });
  expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
  expect(tops()).toBe(30);
});

test('a change of ours is sent, what it does not touch stays, and a value we no longer have goes', async () => {
  await desk.send(papers(1, { abstract: 'Old.', tags: ['a'], note: 'one' }));
  const item = only();
  Object.assign(item, { collections: ['ABCD2345'], language: 'en' }); // without a new version: Zotero's own housekeeping
  const end = await desk.send(papers(1, { title: 'Another quite telling title', tags: ['b'], note: 'two' }));
  expect(tally(end.results)).toEqual({ updated: 1 });
  expect(only()).toMatchObject({
    title: 'Another quite telling title',
    tags: [{ tag: 'b' }],
    collections: ['ABCD2345'],
    language: 'en',
  });
  expect(only()['abstractNote']).toBeUndefined();
  expect(items()[1]).toMatchObject({ note: '<p>two</p>' });
  expect(items()).toHaveLength(2);
});

test('a note that is written later is sent then', async () => {
  await desk.send(papers(1));
  expect(tally((await desk.send(papers(1, { note: 'later' }))).results)).toEqual({ updated: 1 });
  expect(items()).toHaveLength(2);
});

test('what was changed in Zotero is left as it is', async () => {
  await desk.send(papers(1));
  editThere({ title: 'My own title', tags: [{ tag: 'mine' }] });
  const end = await desk.send(papers(1, { abstract: 'New.' }));
  expect(tally(end.results)).toEqual({ 'changed-there': 1 });
  expect(only()).toMatchObject({ title: 'My own title', tags: [{ tag: 'mine' }] });
  expect(posts()).toBe(1);
});

test('a note that was changed in Zotero is left as it is, the paper is updated', async () => {
  await desk.send(papers(1, { note: 'one' }));
  const note = items()[1] as Record<string, unknown>; // the server's own
  server.local.version += 1;
  Object.assign(note, { note: '<p>mine</p>', version: server.local.version });
  expect(tally((await desk.send(papers(1, { note: 'two', abstract: 'New.' }))).results)).toEqual({ updated: 1 });
  expect(items()).toMatchObject([{ abstractNote: 'New.' }, { note: '<p>mine</p>' }]);
});

test('a paper in Zotero’s trash stays there', async () => {
  await desk.send(papers(1));
  editThere({ deleted: true });
  expect(tally((await desk.send(papers(1, { abstract: 'New.' }))).results)).toEqual({ 'in-trash': 1 });
  expect(items()).toHaveLength(1);
});

test('a paper that was deleted in Zotero for good and is sent again gets a new item', async () => {
  const [first] = (await desk.send(papers(1, { note: 'n' }))).results;
  server.local.items.clear();
  const [second] = (await desk.send(papers(1, { note: 'n' }))).results;
  expect(second).toMatchObject({ outcome: 'created', sent: { turn: 1 } });
  expect(items()).toHaveLength(2);
  expect(JSON.stringify(second)).not.toContain(JSON.stringify(first).slice(60, 90));
  expect(tally((await desk.send(papers(1, { note: 'n' }))).results)).toEqual({ already: 1 });
});

test('without any record, as on another device, the items are found again by their keys', async () => {
  await desk.send(papers(10, { note: 'n' }));
  desk.records.clear();
  const end = await desk.send(papers(10, { note: 'n' }), { twins: false });
  expect(tally(end.results)).toEqual({ already: 10 });
  expect(tops()).toBe(10);
  // and are still ours to update
  expect(tally((await desk.send(papers(10, { abstract: 'x' }))).results)).toEqual({ updated: 10 });
});

test('a paper that came to Zotero by another way is not doubled and never written to', async () => {
  const { work } = toSend({ key: 'p1', title: 'A quite telling title about networks, number 1' });
  const theirs = { ...work.item, key: 'THEIRS22', version: 3, title: work.item.title.toUpperCase(), extra: 'mine' };
  server.local.items.set('THEIRS22', theirs);
  expect(await desk.send(papers(2))).toMatchObject({
    results: [
      { key: 'p1', outcome: 'already', sent: { itemKey: 'THEIRS22', theirs: true } },
      { key: 'p2', outcome: 'created' },
    ],
  });
  await desk.send(papers(2, { abstract: 'New.' }));
  expect(server.local.items.get('THEIRS22')).toBe(theirs);
});

test('a key that belongs to somebody else’s item is passed over', async () => {
  await desk.send(papers(1));
  const [key = ''] = server.local.items.keys();
  server.local.items.set(key, {
    ...only(),
    title: 'Soup',
    creators: [],
    DOI: '10.1/soup',
    date: '1999',
    key,
    version: 1,
  });
  desk.records.clear();
  expect(tally((await desk.send(papers(1), { twins: false })).results)).toEqual({ created: 1 });
  expect(server.local.items.get(key)?.['title']).toBe('Soup');
  expect(items()).toHaveLength(2);
});

test('another Zotero database has its own records', async () => {
  await desk.send(papers(2));
  server.local.serverId = 'another-profile';
  server.local.items.clear();
  expect(tally((await desk.send(papers(2))).results)).toEqual({ created: 2 });
  expect(desk.records.get('p1')).toHaveLength(2);
});

test('what Zotero refuses is told with its words, the rest arrives', async () => {
  const [first, second] = papers(2);
  if (first === undefined || second === undefined) throw new Error('there are two');
  const good = toSend(second);
  const bad = toSend(first);
  const wrong = { ...bad, work: { item: { ...bad.work.item, itemType: 'preprint' as const, university: 'x' } } };
  const end = await desk.send([], { items: [wrong, good] });
  expect(end.results).toMatchObject([
    {
      key: 'p1',
      outcome: 'failed',
      reason: 'refused',
      detail: "'university' is not a valid field for type 'preprint'",
    },
    { key: 'p2', outcome: 'created' },
  ]);
});

test('nothing is ever deleted in Zotero: no such request exists', async () => {
  await desk.send(papers(3, { note: 'n' }));
  await desk.send(papers(2));
  expect(new Set(server.seen.map(({ method }) => method))).toEqual(new Set(['GET', 'POST']));
});

test('neither the log nor the records hold a key, a title or a path', async () => {
  await desk.send(papers(2, { note: 'S3CR3T' }));
  const [key = ''] = desk.keys.kept.values();
  const shown = JSON.stringify([desk.entries, [...desk.records]]);
  expect(key).not.toBe('');
  for (const secret of [key, 'S3CR3T', 'telling', '/api/']) expect(shown).not.toContain(secret);
});
