import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askOf } from '../couchdb/ask.testing.ts';
import { CouchDatabase } from '../couchdb/couch-database.testing.ts';
import { couchTarget } from '../couchdb/couch-target.ts';
import type { Ask } from '../http.ts';
import { MemoryStore } from '../memory-store.testing.ts';
import type { Timer } from '../patience.ts';
import { lost, play, schedules, type World } from '../replicas.testing.ts';
import { syncOnce } from '../sync-once.ts';
import { couch } from '../worlds.testing.ts';
import { documentSealing } from './passphrase-sealing.ts';

const FEW = 1_000;
/**
 * Those of worlds.testing.ts without a parted cluster: two devices that found an encrypted database in the same moment at nodes that do not
 * see each other have two salts, and one of them must be set up anew.
 */
const ACCIDENTS = [0, 1, 2, 3, 5] as const;
const PASSPHRASE = 'a long passphrase';
const sealing = (passphrase = PASSPHRASE) => documentSealing(crypto, passphrase, FEW);
const timer: Timer = { now: () => 1_700_000_000_000, sleep: async () => undefined, random: () => 0.5 };
const never = new AbortController().signal;

/** Syncs over a database; every request is shown to `see`. */
function syncs(database: CouchDatabase, see: (url: string, body: string) => void = () => undefined) {
  const ask = askOf(database, async () => false);
  const seen: Ask = (request) => {
    see(request.url, typeof request.body === 'string' ? request.body : '');
    return ask(request);
  };
  return (store: MemoryStore, passphrase?: string | 'plain') => {
    const place = { url: 'http://couch/db', now: timer.now, ask: seen };
    const target = passphrase === 'plain' ? couchTarget('t', place) : couchTarget('t', place, sealing(passphrase));
    return syncOnce(target, store, timer, { signal: never });
  };
}

function libraryOf(device: string, ...ids: readonly string[]): MemoryStore {
  const store = new MemoryStore(device, timer.now);
  for (const id of ids)
    store.edit({ kind: 'paper', id }, (_, next) => ({
      v: 1,
      f: { addedAt: [7, next()] },
      t: { 'secret-tag': [1, next()] },
      c: {},
    }));
  return store;
}

test('D17, 24, 26: copies of a library over an encrypted CouchDB that is wiped, restored and rewound end equal', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const whole = couch(() => sealing());
      const accident: World['accident'] = (pick, chance) =>
        whole.accident(ACCIDENTS[pick % ACCIDENTS.length] ?? 0, chance);
      const played = await play(schedule, { ...whole, accident });
      const [first, ...others] = played.replicas.map(({ store }) => store.text());
      for (const other of others) expect(other).toBe(first);
      expect(played.reports.map(({ state }) => state)).toEqual(played.replicas.map(() => 'synced'));
      expect(lost(played)).toEqual([]);
    }),
    { numRuns: process.env['SOAK'] ? 1_000 : 30 },
  );
});

test('nothing of a record leaves in clear: no id, kind, tag or word, in no request', async () => {
  const database = new CouchDatabase();
  let all = '';
  const sync = syncs(database, (url, body) => {
    all += `${url} ${body}\n`;
  });
  expect((await sync(libraryOf('one', 'arxiv:2401.01234', 'doi:10.1/x'))).state).toBe('synced');
  const other = libraryOf('two');
  expect((await sync(other)).state).toBe('synced');
  expect(other.papers).toEqual(['arxiv:2401.01234', 'doi:10.1/x']);
  expect(all).toContain('sealed:');
  for (const word of ['2401', 'doi:', 'paper', 'secret-tag', 'addedAt']) expect(all).not.toContain(word);
});

test('what a device wrote is not read again, and one edit takes few requests', async () => {
  const database = new CouchDatabase();
  const urls: string[] = [];
  const sync = syncs(database, (url) => urls.push(url));
  const store = libraryOf('one', 'a', 'b', 'c');
  await sync(store);
  await sync(store);
  urls.length = 0;
  expect((await sync(store)).state).toBe('synced');
  expect(urls).toHaveLength(2);
});

test('SYNC 20: wrong or changed passphrase, a plain place at an encrypted one and the other way round: told, nothing written or read', async () => {
  const database = new CouchDatabase();
  const sent: string[] = [];
  const sync = syncs(database, (_, body) => body !== '' && sent.push(body));
  await sync(libraryOf('one', 'a'));
  sent.length = 0;
  const mine = libraryOf('two', 'b');
  for (const [passphrase, detail] of [
    ['another passphrase', 'wrong'],
    ['plain', 'encrypted'],
  ] as const)
    expect(await sync(mine, passphrase)).toMatchObject({
      state: 'failed',
      fault: 'passphrase',
      detail,
      pushed: 0,
      pulled: 0,
    });
  expect(mine.papers).toEqual(['b']);
  expect(sent).toEqual([]);
  const open = new CouchDatabase();
  await syncs(open)(libraryOf('one', 'a'), 'plain');
  expect(await syncs(open)(mine)).toMatchObject({ state: 'failed', fault: 'passphrase', detail: 'plain there' });
});

test('D13: encrypted documents that somebody deleted in the database come back from the copies', async () => {
  const database = new CouchDatabase();
  const sync = syncs(database);
  const store = libraryOf('one', 'a', 'b', 'c');
  await sync(store);
  await sync(store);
  for (const { id } of database.documents().filter(({ id }) => id.startsWith('sealed:'))) {
    const { _rev } = database.handle('GET', encodeURIComponent(id), undefined).body as { _rev: string };
    database.handle('POST', '_bulk_docs', { docs: [{ _id: id, _rev, _deleted: true }] });
  }
  expect(await sync(store)).toMatchObject({ state: 'synced', pushed: 3 });
  const other = libraryOf('two');
  await sync(other);
  expect(other.papers).toEqual(['a', 'b', 'c']);
});
