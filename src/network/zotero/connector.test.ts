/** Papers to an older Zotero, or one whose local API is off: what a save through the connector leaves. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Rudeness } from '../../../e2e/harness/zotero-faults.ts';
import { startZotero, type ZoteroKind, type ZoteroServer } from '../../../e2e/harness/zotero-server.ts';
import { selectedTarget } from './connector.ts';
import { type Desk, deskAt, papers, tally } from './zotero.testing.ts';

const SAVE = 'POST /connector/saveItems';
let server: ZoteroServer;
let desk: Desk;
beforeEach(async () => {
  server = await startZotero({ kind: 'zotero-7' });
  desk = deskAt(server.base, { timeout: 5_000 });
});
afterEach(() => server.close());

test.each(['zotero-7', 'zotero-7-off', 'api-off'] satisfies ZoteroKind[])(
  '%s takes papers with their notes',
  async (kind) => {
    server.kind = kind;
    const end = await desk.send(papers(23, { note: 'n', tags: ['t'] }));
    expect([end.cursor, tally(end.results)]).toEqual([23, { created: 23 }]);
    expect(server.connector.saved).toHaveLength(23);
    expect(server.connector.saved[0]).toMatchObject({
      target: 'L1',
      item: {
        itemType: 'preprint',
        archiveID: 'arXiv:2511.00001',
        notes: [{ note: '<p>n</p>' }],
        tags: [{ tag: 't' }],
      },
    });
    expect(end.results[0]).toMatchObject({ sent: { serverId: 'connector', itemKey: '' } });
  },
);

test('they go where Zotero’s window is, which can be shown before', async () => {
  server.connector.selected = 'C23';
  expect(await selectedTarget(desk.zotero)).toEqual({ target: 'C23', name: 'Reading', editable: true });
  await desk.send(papers(1));
  expect(server.connector.saved[0]?.target).toBe('C23');
});

test('or to the collection that was named', async () => {
  await desk.send(papers(2), { target: 'C23' });
  expect(server.connector.saved.map(({ target }) => target)).toEqual(['C23', 'C23']);
  // one that is gone is no reason to send twice
  expect(tally((await desk.send(papers(3).slice(2), { target: 'C99' })).results)).toEqual({ created: 1 });
  expect(server.connector.saved).toHaveLength(3);
});

test('what has a record is there already, changed or not', async () => {
  await desk.send(papers(3));
  expect(tally((await desk.send(papers(4, { abstract: 'New.' }))).results)).toEqual({ already: 3, created: 1 });
  expect(server.connector.saved).toHaveLength(4);
});

test('a read-only library takes nothing, and says so', async () => {
  server.connector.editable = false;
  expect(await desk.send(papers(1))).toMatchObject({ cursor: 0, stopped: { why: 'read-only' } });
  expect(server.connector.saved).toEqual([]);
});

test.each(['silence', 'drop', 'cut', 'redirect', 'huge', 'html', 'error', 'not-json'] satisfies Rudeness[])(
  'a save that is done and answered by %s is not done twice: the session is known',
  async (does) => {
    if (does === 'silence') desk = deskAt(server.base, { timeout: 400 });
    server.faults.push({ does, on: SAVE, after: true });
    const end = await desk.send(papers(5));
    expect([end.stopped, tally(end.results), server.connector.saved.length]).toEqual([undefined, { created: 5 }, 5]);
  },
);

test('Zotero quits between batches: the cursor goes on when it is back', async () => {
  const { port } = server;
  const end = await desk.send(papers(25), { onBatch: async () => server.close() });
  expect(end).toMatchObject({ cursor: 10, stopped: { why: 'unreachable' } });
  server = await startZotero({ kind: 'zotero-7', port });
  const rest = await desk.send(papers(25), { from: end.cursor });
  expect([rest.stopped, server.connector.saved.length]).toEqual([undefined, 15]);
});

test('papers saved through the connector are found, not doubled, when Zotero 10 comes', async () => {
  await desk.send(papers(2));
  server.kind = 'zotero-10';
  server.connector.saved.forEach(({ item }, i) => {
    const { notes: _n, attachments: _a, id: _i, ...fields } = item as Record<string, unknown>; // as Zotero keeps it
    server.local.items.set(`SAVED22${i + 2}`, { ...fields, key: `SAVED22${i + 2}`, version: 1 });
  });
  expect(tally((await desk.send(papers(3))).results)).toEqual({ already: 2, created: 1 });
  expect(server.local.items.size).toBe(3);
});

test.each(['jabref', 'other'] satisfies ZoteroKind[])('%s on the port gets nothing', async (kind) => {
  server.kind = kind;
  expect(await desk.send(papers(1))).toMatchObject({ cursor: 0, stopped: { why: 'unreachable' } });
  expect(server.seen.every(({ method }) => method === 'GET')).toBe(true);
});

test('requests without Zotero’s mark are dropped by the stand-in as by Zotero', async () => {
  const headers = { 'User-Agent': 'Mozilla/5.0' };
  await expect(fetch(`${server.base}/connector/ping`, { headers })).rejects.toThrow();
});
