/** Jobs that send to Zotero: real library, real client, real HTTP to a stand-in that keeps Zotero's contract. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startZotero, type ZoteroServer } from '../../e2e/harness/zotero-server.ts';
import { requestLog } from '../network/log.ts';
import { edit } from '../storage/library/commands/edit.ts';
import { cancelLibraryJob, startJob } from '../storage/library/commands/jobs/jobs.ts';
import { sentRecords } from '../storage/library/commands/jobs/send-batch.ts';
import { save } from '../storage/library/commands/save.ts';
import type { LibraryDb } from '../storage/library/database.ts';
import { moment, openMemory, paper, request } from '../storage/library/library.testing.ts';
import { secretsDb } from '../storage/secrets/database.ts';
import { secretsIn } from './secrets.ts';

// the browser's API is only named by the parts that are not used here
vi.mock('../platform/browser.ts', () => ({ permissions: {}, storage: {}, runtime: {} }));
const { keyRing, sendWorks } = await import('./zotero.ts');
const { zoteroJobs } = await import('./zotero-jobs.ts');

let server: ZoteroServer;
let db: LibraryDb;
let faults: unknown[];
beforeEach(async () => {
  server = await startZotero();
  db = await openMemory();
  faults = [];
});
afterEach(() => server.close());

const keyOf = (n: number): string => `arxiv:2511.${String(n).padStart(5, '0')}`;
const fill = (papers: number) =>
  save(
    db,
    { request: request(), papers: Array.from({ length: papers }, (_, i) => paper(i + 1, { abstract: 'About nets.' })) },
    moment(),
  );
const begin = async (keys: readonly string[]) =>
  (await startJob(db, { request: request(), kind: 'zotero', name: '', spec: {}, undoable: false, keys }, Date.now()))
    .id;

/** The background after a start: nothing of before is in its memory. */
function background(more: Partial<Parameters<typeof zoteroJobs>[0]> = {}) {
  const store = new IDBFactory();
  const log = requestLog({ read: async () => [], write: async () => undefined }, () => undefined);
  const deps = {
    zotero: { base: server.base, deps: { fetch, isAllowed: async () => true, log, now: Date.now } },
    keys: keyRing(
      () => secretsIn(secretsDb({ indexedDB: store, IDBKeyRange })),
      (error) => faults.push(error),
    ),
    wait: async () => undefined,
    awake: () => () => undefined,
  };
  return zoteroJobs({
    library: (work) => work(db),
    send: (items, onProgress, options) => sendWorks(items, onProgress, options, deps),
    now: Date.now,
    report: (error) => faults.push(error),
    ...more,
  });
}

test('papers arrive with what the person put on them, and a second send knows them', async () => {
  await fill(60);
  await edit(
    db,
    { request: request(), keys: [keyOf(1)], edits: [{ do: 'tag', tag: 'chapter-3', on: true }] },
    moment(),
  );
  const keys = Array.from({ length: 60 }, (_, i) => keyOf(i + 1));
  const first = await begin(keys);
  await background().goOn();
  expect(await db.jobs.get(first)).toMatchObject({
    state: 'done',
    done: 60,
    result: { sent: 60, already: 0, failed: [] },
  });
  const items = [...server.local.items.values()];
  expect(items).toHaveLength(60);
  const second = await begin(keys);
  await background().goOn();
  expect(await db.jobs.get(second)).toMatchObject({ state: 'done', result: { sent: 0, already: 60 } });
  expect(server.local.items.size).toBe(60);
  expect(faults).toEqual([]);
});

test('a paper that is gone is told and stops no other: sent + already + failed = total', async () => {
  await fill(5);
  await edit(db, { request: request(), keys: [keyOf(2), keyOf(5)], edits: [{ do: 'delete' }] }, moment());
  const job = await begin([1, 2, 3, 4, 5].map(keyOf));
  await background().goOn();
  expect(await db.jobs.get(job)).toMatchObject({
    state: 'done',
    done: 5,
    result: {
      sent: 3,
      already: 0,
      failedCount: 2,
      failed: [
        { title: keyOf(2), reason: 'gone' },
        { title: keyOf(5), reason: 'gone' },
      ],
    },
  });
});

test('F01: killed after a batch was sent and before it was written down, it goes on and nothing is there twice', async () => {
  await fill(120);
  const job = await begin(Array.from({ length: 120 }, (_, i) => keyOf(i + 1)));
  let commits = 0;
  const killed = background({
    library: async (work) => {
      // The batch is in Zotero; the worker dies before the library hears of it.
      if (server.local.items.size >= 50 && (await db.jobs.get(job))?.done === 0) throw new Error(`killed ${++commits}`);
      return work(db);
    },
  });
  await killed.goOn().catch(() => undefined);
  // What is left is what a kill leaves: the row as it was, still running.
  const row = await db.jobs.get(job);
  if (row) await db.jobs.put({ ...row, state: 'running' });
  expect(row?.done).toBe(0);
  await background().goOn();
  const after = await db.jobs.get(job);
  expect(after).toMatchObject({ state: 'done', done: 120 });
  expect((after?.result?.sent ?? 0) + (after?.result?.already ?? 0)).toBe(120);
  expect(server.local.items.size).toBe(120);
  expect((await sentRecords(db, 'zotero', [keyOf(1), keyOf(120)])).map((records) => records.length)).toEqual([1, 1]);
});

test('cancelled while Zotero asks the person: it ends there, and nothing is sent later', async () => {
  await fill(3);
  server.dialogMs = 60_000;
  const job = await begin([1, 2, 3].map(keyOf));
  const going = background().goOn();
  await vi.waitFor(() => expect(server.seen.some(({ path }) => path === '/api/local/authorize')).toBe(true), 5_000);
  await cancelLibraryJob(db, job, Date.now());
  await going;
  expect(await db.jobs.get(job)).toMatchObject({ state: 'cancelled', done: 0 });
  expect(server.local.items.size).toBe(0);
  expect(faults).toEqual([]);
});

test('Zotero that is not there ends the job by name, and the rest is sent when it is', async () => {
  await fill(2);
  const job = await begin([1, 2].map(keyOf));
  server.kind = 'other';
  await background().goOn();
  expect(await db.jobs.get(job)).toMatchObject({ state: 'failed', error: 'unreachable', done: 0 });
  server.kind = 'zotero-10';
  const again = await begin([1, 2].map(keyOf));
  await background().goOn();
  expect(await db.jobs.get(again)).toMatchObject({ state: 'done', result: { sent: 2 } });
});
