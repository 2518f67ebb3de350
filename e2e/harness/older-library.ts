import type { Page } from 'playwright';

/**
 * Turns the library of the running extension into one that the first version wrote: its tables and indexes, its rows without what came
 * later. The extension's own contexts let go of the database when it is deleted under them.
 */
export async function downgrade(desk: Page): Promise<void> {
  await desk.evaluate(`(async () => {
    const { indexedDB } = await navigator.storageBuckets.open('library');
    const wait = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
    const now = await wait(indexedDB.open('scholion-library'));
    now.onversionchange = () => now.close();
    const rows = {};
    for (const name of ${JSON.stringify(Object.keys(FIRST))}) {
      if (now.objectStoreNames.contains(name)) rows[name] = await wait(now.transaction(name).objectStore(name).getAll());
    }
    now.close();
    await wait(indexedDB.deleteDatabase('scholion-library'));
    const open = indexedDB.open('scholion-library', 10);
    open.onupgradeneeded = () => {
      for (const [name, [path, auto, indexes]] of Object.entries(${JSON.stringify(FIRST)})) {
        const store = open.result.createObjectStore(name, { keyPath: path, autoIncrement: auto });
        for (const [index, on, options] of indexes) store.createIndex(index, on, options);
      }
    };
    const old = await wait(open);
    const write = old.transaction(Object.keys(rows), 'readwrite', { durability: 'strict' });
    for (const [name, all] of Object.entries(rows)) {
      for (const row of all) {
        if (name === 'papers') for (const field of ${JSON.stringify(LATER)}) delete row[field];
        if (name === 'device' && row.key === 'rows') continue;
        if (name === 'device' && row.key === 'schema') row.value = 1;
        write.objectStore(name).put(row);
      }
    }
    await new Promise((done, fail) => { write.oncomplete = done; write.onerror = () => fail(write.error); });
    old.close();
  })()`);
}

type Index = readonly [name: string, on: string | readonly string[], options: IDBIndexParameters];
type Table = readonly [path: string | readonly string[], auto: boolean, indexes: readonly Index[]];

const plain = (...names: readonly string[]): readonly Index[] => names.map((name) => [name, name, {}]);

/** The tables of the first version, as Dexie makes them from `SCHEMA[0]`. */
const FIRST: Readonly<Record<string, Table>> = {
  states: [['kind', 'id'], false, []],
  papers: [
    'key',
    false,
    [
      ...plain('status', 'changed'),
      ['[status+changed]', ['status', 'changed'], {}],
      ['tags', 'tags', { multiEntry: true }],
    ],
  ],
  aliases: ['alias', false, plain('n')],
  prints: ['segment', false, []],
  requests: ['id', false, plain('at')],
  undo: ['request', false, plain('at')],
  history: ['id', true, [['[kind+ref]', ['kind', 'ref'], {}], ...plain('stamp')]],
  outbox: [['kind', 'id'], false, plain('seq')],
  targets: ['id', false, []],
  revs: [['target', 'id'], false, []],
  seenSegments: [['target', 'path'], false, []],
  settings: ['key', false, []],
  device: ['key', false, []],
};

/** Fields of saved papers that the first version did not know. */
const LATER = ['auto', 'topics', 'collections', 'rating', 'hasNote', 'added', 'categories'];
