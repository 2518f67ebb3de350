/** Zotero quits, hangs, lies: whatever happens, a later send ends with every paper there once, and the truth is told. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rudeness } from '../../../e2e/harness/zotero-faults.ts';
import { startZotero, type ZoteroServer } from '../../../e2e/harness/zotero-server.ts';
import { runs } from '../../core/identity/runs.testing.ts';
import { type Desk, deskAt, papers, tally } from './zotero.testing.ts';

const WRITE = 'POST /api/users/0/items';
/** Long for a busy machine; where the server says nothing, the test says less. */
const PATIENCE = 5_000;
const patienceFor = (does: Rudeness): number => (does === 'silence' || does === 'drip' ? 400 : PATIENCE);
let server: ZoteroServer;
let desk: Desk;
beforeEach(async () => {
  server = await startZotero();
  desk = deskAt(server.base, { timeout: PATIENCE });
});
afterEach(() => server.close());

const tops = (): number => [...server.local.items.values()].filter((item) => item['itemType'] !== 'note').length;

describe('one bad answer to a write is tried again, and every paper is there once', () => {
  const rude: readonly Rudeness[] = [
    ...(['silence', 'drop', 'cut', 'drip', 'redirect', 'huge', 'bomb', 'not-json', 'deep-json', 'wrong-json'] as const),
    ...(['html', 'error', 'too-many', 'locked', 'no-key'] as const),
  ];
  test.each(rude)('%s before it was done', async (does) => {
    desk = deskAt(server.base, { timeout: patienceFor(does) });
    server.faults.push({ does, on: WRITE });
    expect(tally((await desk.send(papers(5, { note: 'n' }))).results)).toEqual({ created: 5 });
    expect([tops(), server.local.items.size]).toEqual([5, 10]);
  });
  test.each(rude)('%s after it was done', async (does) => {
    desk = deskAt(server.base, { timeout: patienceFor(does) });
    server.faults.push({ does, on: WRITE, after: true });
    expect(tally((await desk.send(papers(5, { note: 'n' }))).results)).toEqual({ created: 5 });
    expect([tops(), server.local.items.size]).toEqual([5, 10]);
  });
});

test('`Retry-After` is waited for', async () => {
  server.faults.push({ does: 'too-many', on: WRITE });
  await desk.send(papers(1));
  expect(desk.waits).toEqual([1000]);
});

test('a pause of an hour is not: the person is told when', async () => {
  server.faults.push({ does: 'too-many-long', on: WRITE });
  expect(await desk.send(papers(1))).toMatchObject({ cursor: 0, stopped: { why: 'busy', retryAfter: 3_600_000 } });
});

test('too much in one request is sent in halves; what is too much alone is told', async () => {
  server.faults.push({ does: 'too-big', on: WRITE }, { does: 'too-big', on: WRITE });
  expect(tally((await desk.send(papers(8))).results)).toEqual({ created: 8 });
  for (let i = 0; i < 9; i++) server.faults.push({ does: 'too-big', on: WRITE });
  expect(tally((await desk.send(papers(9).slice(8))).results)).toEqual({ 'too-large': 1 });
});

test('a server that stays rude ends the run after three more tries, and the cursor goes on from there', async () => {
  const cursors: number[] = [];
  const end = await desk.send(papers(150), {
    onBatch: async (_, cursor) => {
      cursors.push(cursor);
      if (cursor === 50) for (let i = 0; i < 20; i++) server.faults.push({ does: 'drop', on: WRITE });
    },
  });
  expect(end).toMatchObject({ cursor: 50, stopped: { why: 'unreachable' } });
  expect(desk.waits).toEqual([500, 2000, 8000]);
  server.faults.length = 0;
  const rest = await desk.send(papers(150), { from: end.cursor });
  expect([rest.cursor, tally(rest.results), tops()]).toEqual([150, { created: 100 }, 150]);
});

test('Zotero quits between batches and comes back: nothing is lost, nothing is doubled', async () => {
  const { port, local } = server;
  const end = await desk.send(papers(120), { onBatch: async () => server.close() });
  expect(end).toMatchObject({ cursor: 50, stopped: { why: 'unreachable' } });
  server = await startZotero({ port });
  server.local = local;
  const rest = await desk.send(papers(120), { from: end.cursor });
  expect([rest.stopped, tops()]).toEqual([undefined, 120]);
});

test('another profile is opened in mid-send: it gets nothing', async () => {
  const end = await desk.send(papers(100), {
    onBatch: async () => {
      server.local.serverId = 'another-profile';
      server.local.items.clear();
    },
  });
  expect(end).toMatchObject({ cursor: 50, stopped: { why: 'other-library' } });
  expect(server.local.items.size).toBe(0);
});

test('the local API is switched off in mid-send', async () => {
  const end = await desk.send(papers(100), {
    onBatch: async () => {
      server.kind = 'api-off';
    },
  });
  expect(end).toMatchObject({ cursor: 50, stopped: { why: 'off' } });
});

test('the person stops: what was sent is kept, the cursor says where', async () => {
  const stop = new AbortController();
  const end = await desk.send(papers(100), { signal: stop.signal, onBatch: async () => stop.abort() });
  expect(end).toMatchObject({ cursor: 50, stopped: { why: 'cancelled' } });
  expect(tops()).toBe(50);
});

test('a key that is refused twice is not asked for a third time', async () => {
  for (let i = 0; i < 5; i++) server.faults.push({ does: 'no-key', on: WRITE });
  expect(await desk.send(papers(1))).toMatchObject({ stopped: { why: 'denied' } });
  expect(server.seen.filter(({ path }) => path === '/api/local/authorize')).toHaveLength(2);
});

test.each(['not-json', 'wrong-json', 'html', 'error', 'redirect', 'huge'] as const)(
  'a grant that is %s is no key',
  async (does) => {
    for (let i = 0; i < 4; i++) server.faults.push({ does, on: 'POST /api/local/authorize' });
    expect((await desk.send(papers(1))).stopped?.why).toMatch(/^(unexpected|unreachable)$/);
    expect(desk.keys.kept.size).toBe(0);
  },
);

test('with records lost after any request, and any rudeness anywhere, every paper ends there once', async () => {
  const does = fc.constantFrom<Rudeness>('drop', 'cut', 'error', 'not-json', 'wrong-json', 'too-many', 'locked');
  const fault = fc.record({ does, after: fc.boolean(), skip: fc.nat({ max: 6 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 6 }), fc.boolean(), async (faults, forget) => {
      server.local.items.clear();
      server.faults.length = 0;
      server.local.prompts = [];
      const many = papers(60, { note: 'n' });
      const mine = deskAt(server.base, { timeout: PATIENCE });
      for (const { does: rudeness, after, skip } of faults)
        server.faults.push({ does: rudeness, after, on: skip < 4 ? WRITE : 'GET /api/users' });
      for (let round = 0; round < 8; round++) {
        const end = await mine.send(many, { twins: false });
        if (forget) mine.records.clear();
        if (end.stopped === undefined) break;
      }
      const last = await mine.send(many, { twins: false });
      expect([last.stopped, tally(last.results)]).toEqual([undefined, { already: 60 }]);
      expect([tops(), server.local.items.size]).toEqual([60, 120]);
    }),
    { numRuns: runs(12) },
  );
}, 60_000);

test('an item in Zotero that is too big to be looked at stops its own paper, no other', async () => {
  await desk.send(papers(1));
  const [key = ''] = server.local.items.keys();
  for (const size of [2, 9]) {
    const item = server.local.items.get(key);
    if (item === undefined) throw new Error('it was sent');
    server.local.items.set(key, { ...item, extra: 'x'.repeat(size * 1024 * 1024) });
    server.local.version += 1;
    const end = await desk.send(papers(7 + size), { twins: false });
    expect(end.stopped).toBeUndefined();
    expect(end.results.filter(({ outcome }) => outcome === 'failed')).toEqual([
      { key: 'p1', outcome: 'failed', reason: 'too-large' },
    ]);
  }
});
