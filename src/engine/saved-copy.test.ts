/** The copy of saved papers that search and hints read. */
import { expect, test } from 'vitest';
import { mergeIn } from '../storage/library/commands/merge-in.ts';
import { settle } from '../storage/library/commands/rebuild.ts';
import { save } from '../storage/library/commands/save.ts';
import { undo } from '../storage/library/commands/undo.ts';
import type { LibraryDb } from '../storage/library/database.ts';
import { moment, openMemory, paper, request } from '../storage/library/library.testing.ts';
import type { SavedRow } from '../storage/library/rows.ts';
import { savedCopy } from './saved-copy.ts';

const keep = (db: LibraryDb, n: number, status: SavedRow['status'] = 'to-read') =>
  save(db, { request: request(), papers: [paper(n)], status }, moment());

/** Every state of a library, as a snapshot carries it. */
const statesOf = (db: LibraryDb) => db.states.toArray();

const expectSame = async (rows: ReadonlyMap<string, SavedRow>, db: LibraryDb): Promise<void> =>
  expect([...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(await db.papers.toArray());

test('a restored change with older stamps is found though nobody told of it', async () => {
  const [db, other] = [await openMemory(), await openMemory()];
  await keep(db, 1);
  await mergeIn(other, await statesOf(db), moment());
  await keep(other, 1, 'reading');
  await keep(db, 2); // newer than what is about to be merged
  const copy = savedCopy((read) => read(db));
  await copy.freshen('search');
  const { keys } = await mergeIn(db, await statesOf(other), moment());
  expect(await copy.freshen('search')).toEqual(new Set(keys));
  expect(copy.rows.get(keys[0] ?? '')?.status).toBe('reading');
  await expectSame(copy.rows, db);
});

test('one paper that came with old stamps for another that went is not missed for the equal count', async () => {
  const [db, other] = [await openMemory(), await openMemory()];
  await keep(other, 1);
  const kept = request();
  await save(db, { request: kept, papers: [paper(2)], status: undefined }, moment());
  await keep(db, 3);
  const copy = savedCopy((read) => read(db));
  await copy.freshen('search');
  await undo(db, { request: request(), undo: kept }, moment());
  await mergeIn(db, await statesOf(other), moment());
  expect(await copy.freshen('search')).toHaveLength(2);
  await expectSame(copy.rows, db);
});

test('what is told and what is looked for give the same copy', async () => {
  const db = await openMemory();
  const copy = savedCopy((read) => read(db));
  await copy.freshen('search');
  copy.changed((await keep(db, 1)).keys);
  await keep(db, 2);
  expect(await copy.freshen('search')).toHaveLength(2);
  await expectSame(copy.rows, db);
  expect(await copy.freshen('search')).toEqual(new Set());
});

test('another library in its place is read whole, also where it has counted further', async () => {
  let db = await openMemory();
  await keep(db, 1);
  const copy = savedCopy((read) => read(db));
  await copy.freshen('search');
  db = await openMemory();
  await keep(db, 4);
  await keep(db, 5);
  await db.papers.delete((await db.papers.toArray())[0]?.key ?? '');
  await settle(db);
  await keep(db, 5, 'read');
  expect(await copy.freshen('search')).toHaveLength(3);
  await expectSame(copy.rows, db);
});

test('a library settled after a loss is read whole though its number stands still', async () => {
  const db = await openMemory();
  await keep(db, 1);
  await keep(db, 2);
  const copy = savedCopy((read) => read(db));
  await copy.freshen('search');
  const [lost] = await db.papers.toArray();
  await db.states.bulkDelete([
    ['paper', lost?.key ?? ''],
    ['bib', lost?.key ?? ''],
  ]);
  await settle(db);
  expect(await copy.freshen('search')).toEqual(new Set([lost?.key]));
  await expectSame(copy.rows, db);
});
