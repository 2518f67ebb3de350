/** Opening: schema, a library newer than the code, an older page in the way, connections that close. */

import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { save } from './commands/save.ts';
import { changeSettings } from './commands/settings.ts';
import { isNewer, LIBRARY, openLibrary } from './database.ts';
import { LibraryFault } from './fault.ts';
import { memory, moment, openMemory, paper, request } from './library.testing.ts';
import { savedMarks } from './queries/marks.ts';
import { readSettings, settingsOf } from './queries/settings.ts';
import { NATIVE_VERSION, SCHEMA } from './schema.ts';

/** Everything in a database, whatever its tables. */
async function dump(store: ReturnType<typeof memory>): Promise<unknown> {
  const db = await new Dexie(LIBRARY, store).open();
  const rows = await Promise.all(db.tables.map(async (table) => [table.name, table.schema, await table.toArray()]));
  const text = JSON.stringify([db.verno, rows]);
  db.close();
  return text;
}

test('E11: a library newer than the code opens for reading only: commands refuse and nothing is written', async () => {
  const store = memory();
  const old = await openMemory(store);
  await save(old, { request: request(), papers: [paper(1)] }, moment());
  old.close();
  // A later version adds a table and drops one.
  const newer = new Dexie(LIBRARY, store);
  newer.version(1).stores({ ...SCHEMA[0]?.stores });
  newer.version(7).stores({ topics: 'id', seenSegments: null });
  await newer.open();
  newer.close();
  const before = await dump(store);

  const db = await openMemory(store);
  expect(isNewer(db)).toBe(true);
  expect((await savedMarks(db, [paper(1)]))[0]?.status).toBe('to-read');
  await expect(save(db, { request: request(), papers: [paper(2)] }, moment())).rejects.toMatchObject({
    fault: 'newer',
  });
  await expect(changeSettings(db, (settings) => settings)).rejects.toBeInstanceOf(LibraryFault);
  db.close();
  expect(await dump(store)).toBe(before);
});

test('E11: the same where only the schema row says so', async () => {
  const store = memory();
  const db = await openMemory(store);
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  await db.device.put({ key: 'schema', value: 99 });
  db.close();
  const again = await openMemory(store);
  await expect(save(again, { request: request(), papers: [paper(2)] }, moment())).rejects.toMatchObject({
    fault: 'newer',
  });
});

test('E10: while an older page holds the database the open waits and says so, and goes on when that page closes', async () => {
  const indexedDB = new IDBFactory();
  const held = await new Promise<IDBDatabase>((done) => {
    const open = indexedDB.open(LIBRARY, NATIVE_VERSION - 1);
    open.onsuccess = () => done(open.result); // and no versionchange handler: an old page that does not let go
  });
  let blocked = false;
  const opening = openLibrary({
    ...memory(indexedDB),
    onBlocked: () => {
      blocked = true;
    },
  });
  await new Promise((done) => setTimeout(done, 100));
  expect(blocked).toBe(true);
  held.close();
  const db = await opening;
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  expect(await db.papers.count()).toBe(1);
});

test('a newer version that wants to upgrade is not kept waiting: the library closes', async () => {
  const store = memory();
  const db = await openMemory(store);
  const newer = new Dexie(LIBRARY, store);
  newer.version(1).stores({ ...SCHEMA[0]?.stores });
  newer.version(2).stores({ topics: 'id' });
  await newer.open();
  expect(db.isOpen()).toBe(false);
  newer.close();
});

test('a store that refuses a write acknowledges nothing and writes nothing (E07)', async () => {
  const db = await openMemory();
  await save(db, { request: request(), papers: [paper(1)] }, moment());
  const before = await db.states.toArray();
  db.outbox.hook('creating', () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  });
  await expect(save(db, { request: request(), papers: [paper(2)] }, moment())).rejects.toMatchObject({
    fault: 'quota',
  });
  expect(await db.states.toArray()).toEqual(before);
  expect(await db.requests.count()).toBe(1);
});

test('settings are read with defaults for whatever is missing or wrong, and changed one after another', async () => {
  const db = await openMemory();
  expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
  const off = (site: string) =>
    changeSettings(db, (settings) => ({ ...settings, sitesOff: [...settings.sitesOff, site] }));
  await Promise.all([off('arxiv'), off('huggingface')]);
  expect((await readSettings(db)).sitesOff).toEqual(['arxiv', 'huggingface']);
  const odd = {
    sitesOff: [3, 'x'],
    keepListings: 'no',
    notes: { density: 'huge', kindsOff: ['task', 'nope'], links: false },
  };
  expect(settingsOf(odd)).toEqual({
    sitesOff: ['x'],
    keepListings: true,
    notes: { kindsOff: ['task'], links: false, hints: true, density: 'cosy' },
  });
});
