/** The store of papers under faults: an older page that holds it, a newer version that wrote it, a connection that goes away. */
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { answerCall } from '../../engine/answer.ts';
import { makeWriter } from './commands/writer.ts';
import { openPapers, PAPERS, type PapersDb } from './database.ts';
import { lookUp } from './queries/look-up.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { StoreError, storeError } from './store-error.ts';

// fake-indexeddb's classes are the browser's by behaviour; their types differ in details
const open = (indexedDB: IDBFactory, patience = 3_000): Promise<PapersDb> =>
  openPapers({ indexedDB: indexedDB as never, IDBKeyRange: IDBKeyRange as never, patience });

/** A connection of another version, as another build holds it. */
const hold = (indexedDB: IDBFactory, version: number): Promise<IDBDatabase> =>
  new Promise((done, fail) => {
    const request = indexedDB.open(PAPERS, version) as unknown as IDBOpenDBRequest; // as above
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error) => (error instanceof StoreError ? error.fault : error),
  );

test('E10: an older page that does not let go: blocked within the time given, and open once it is closed', async () => {
  const indexedDB = new IDBFactory();
  const old = await hold(indexedDB, 1);
  expect(await faultOf(open(indexedDB, 80))).toBe('blocked');
  old.close();
  const db = await open(indexedDB);
  expect(db.isOpen()).toBe(true);
  db.close();
});

test('a newer version that wants to upgrade is let in at once', async () => {
  const indexedDB = new IDBFactory();
  const db = await open(indexedDB);
  const newer = await hold(indexedDB, (SCHEMA_VERSION + 1) * 10);
  expect(newer.version).toBe((SCHEMA_VERSION + 1) * 10);
  expect(db.isOpen()).toBe(false);
  newer.close();
});

describe('E11: a store that a newer version wrote', () => {
  async function newerStore(): Promise<PapersDb> {
    const indexedDB = new IDBFactory();
    (await open(indexedDB)).close();
    (await hold(indexedDB, (SCHEMA_VERSION + 1) * 10)).close();
    return open(indexedDB);
  }

  test('is read', async () => {
    const db = await newerStore();
    expect((await lookUp(db, [{ ids: [], title: 'Nothing of this title is here' }], 1)).known).toEqual([false]);
    db.close();
  });

  test('is never written, and the caller hears "read-only"', async () => {
    const db = await newerStore();
    expect(() => makeWriter(db, () => [])).toThrow(StoreError);
    const start = async (): Promise<never> => {
      makeWriter(db, () => []);
      throw new Error('a writer on a newer store');
    };
    const reply = await answerCall(start, 'engine.resume', {}, () => undefined);
    expect(reply).toMatchObject({ ok: false, error: 'read-only' });
    db.close();
  });
});

test('E07: a full disk is told by its name', () => {
  const full = new Dexie.QuotaExceededError('no room');
  expect(storeError(full)).toMatchObject({ fault: 'quota' });
  const abort = Object.assign(new Dexie.AbortError('aborted'), { inner: full });
  expect(storeError(abort)).toMatchObject({ fault: 'quota' });
});

test('schema steps only add: every step has its own number, in order', () => {
  const versions = SCHEMA.map((step) => step.version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});
