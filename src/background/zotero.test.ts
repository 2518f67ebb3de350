/** The background's side of sending: real client, real HTTP, real sealed keys. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startZotero, type ZoteroServer } from '../../e2e/harness/zotero-server.ts';
import { work } from '../core/citations/works.testing.ts';
import { requestLog } from '../network/log.ts';
import type { ItemResult } from '../network/zotero/records.ts';
import { secretsDb } from '../storage/secrets/database.ts';
import { secretsIn } from './secrets.ts';

// the browser's API is only named by the parts that are not used here
vi.mock('../platform/browser.ts', () => ({ permissions: {}, storage: {}, runtime: {} }));
const { keyRing, sendWorks, zoteroState } = await import('./zotero.ts');
type Deps = NonNullable<Parameters<typeof zoteroState>[0]>;

let server: ZoteroServer;
let deps: Deps;
let ended = 0;
beforeEach(async () => {
  server = await startZotero();
  ended = 0;
  const store = new IDBFactory();
  deps = {
    zotero: {
      base: server.base,
      deps: {
        fetch,
        isAllowed: async () => true,
        log: requestLog({ read: async () => [], write: async () => undefined }, () => undefined),
        now: Date.now,
      },
    },
    keys: keyRing(
      () => secretsIn(secretsDb({ indexedDB: store, IDBKeyRange })),
      (error) => {
        throw error;
      },
    ),
    wait: async () => undefined,
    awake: () => () => {
      ended += 1;
    },
  };
});
afterEach(() => server.close());

const items = [1, 2, 3].map((n) => ({
  key: `p${n}`,
  work: work({ title: `A paper about nets, part ${n}` }),
  sent: [],
}));

test('the state tells the version and never the name of the database', async () => {
  expect(await zoteroState(deps)).toEqual({ kind: 'local-api', version: '10.0.1' });
});

test('papers arrive, their records come back, and the key is kept sealed for the next time', async () => {
  const kept: ItemResult[] = [];
  const end = await sendWorks(items, async (results) => void kept.push(...results), {}, deps);
  expect(end).toEqual({ cursor: 3 });
  expect(kept.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created']);
  expect([...server.local.items.values()].map(({ itemType }) => itemType)).toEqual([
    'document',
    'document',
    'document',
  ]);
  await sendWorks(
    [{ key: 'p4', work: work({ title: 'Another paper of ours' }), sent: [] }],
    async () => undefined,
    {},
    deps,
  );
  expect(server.seen.filter(({ path }) => path === '/api/local/authorize')).toHaveLength(1);
  expect(ended).toBe(2);
});

test('where the keys cannot be kept the person is asked again, and the papers arrive', async () => {
  const onFault = vi.fn();
  const keys = keyRing(() => {
    throw new Error('the database is gone');
  }, onFault);
  expect(await sendWorks(items, async () => undefined, {}, { ...deps, keys })).toEqual({ cursor: 3 });
  expect(onFault).toHaveBeenCalledTimes(2);
});

test('the worker may sleep again also when keeping the results fails', async () => {
  const full = async (): Promise<void> => Promise.reject(new Error('full'));
  await expect(sendWorks(items, full, {}, deps)).rejects.toThrow('full');
  expect(ended).toBe(1);
});
