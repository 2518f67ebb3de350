/** Backup files: of every version, damaged, previewed, restored twice or in parts, and while others edit. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDay } from '../../core/calendar-day.ts';
import type { PaperEdit } from '../../core/library/edits.ts';
import { edit } from '../library/commands/edit.ts';
import { fillTopics } from '../library/commands/fill-topics.ts';
import { mergePapers } from '../library/commands/merge-papers.ts';
import { purge } from '../library/commands/purge.ts';
import { save } from '../library/commands/save.ts';
import { setThing } from '../library/commands/set-thing.ts';
import { undo } from '../library/commands/undo.ts';
import { writeNote } from '../library/commands/write-note.ts';
import { consistent } from '../library/consistent.testing.ts';
import type { LibraryDb } from '../library/database.ts';
import { withFaults } from '../library/faulty.testing.ts';
import { memory, moment, openMemory, paper, request } from '../library/library.testing.ts';
import { olderTables } from '../library/older.testing.ts';
import { paperDetails } from '../library/queries/paper-details.ts';
import { things } from '../library/queries/things.ts';
import { previewBackup } from './preview.ts';
import { restoreFile } from './restore.ts';
import { backupBlob } from './snapshots.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const NOW = 1_764_000_000_000;
const tag = (name: string): PaperEdit => ({ do: 'tag', tag: name, on: true });
const KEY = (n: number): string => `arxiv:2511.${String(n).padStart(5, '0')}`;
const backup = async (db: LibraryDb): Promise<Blob> => (await backupBlob(db, DAY)).file;
const states = (db: LibraryDb) => db.states.toArray();

/** A library with something of every kind. */
async function full(papers = 4): Promise<LibraryDb> {
  const db = await openMemory();
  await setThing(
    db,
    { request: request(), id: 'c', fields: { kind: 'collection', name: 'C', parent: null } },
    moment(),
  );
  await save(db, { request: request(), papers: Array.from({ length: papers }, (_, n) => paper(n)) }, moment());
  const edits: PaperEdit[] = [tag('x'), { do: 'collection', id: 'c', on: true }, { do: 'rating', rating: 4 }];
  await edit(db, { request: request(), keys: [KEY(0)], edits }, moment());
  await writeNote(db, { request: request(), key: KEY(0), text: 'A note – with signs' }, moment());
  await edit(db, { request: request(), keys: [KEY(1)], edits: [{ do: 'delete' }] }, moment());
  await mergePapers(db, { request: request(), keep: KEY(0), drop: KEY(2) }, moment());
  return db;
}

describe('B06: a backup of format 1', () => {
  const file = (): Blob => new Blob([readFileSync(new URL('./fixtures/format-1.jsonl', import.meta.url))]);
  test('is restored with every state as it was, twice without harm', async () => {
    const db = await openMemory();
    expect(await previewBackup(file(), db)).toEqual({
      day: '2026-10-02',
      count: 5,
      brings: 5,
      changes: 0,
      good: true,
      readable: 5,
    });
    expect((await restoreFile(file(), db, NOW)).restored).toBe(5);
    expect((await restoreFile(file(), db, NOW)).restored).toBe(0);
    expect(await states(db)).toEqual(olderTables(1)['states']);
    expect(await db.settings.toArray()).toEqual(olderTables(1)['settings']);
    expect(await previewBackup(file(), db)).toMatchObject({ brings: 0, changes: 0 });
    await consistent(db);
  });
  test('gets topics where its records had none', async () => {
    const db = await openMemory();
    const { keys } = await restoreFile(file(), db, NOW);
    await fillTopics(db, keys, NOW);
    expect((await db.papers.get('arxiv:2509.00001'))?.topics?.length).toBeGreaterThan(0);
    expect(await fillTopics(db, keys, NOW)).toEqual([]);
    await consistent(db);
  });
});

test('a backup holds everything: restored into an empty library both are equal, state by state and row by row', async () => {
  const [from, to] = [await full(), await openMemory()];
  const done = await restoreFile(await backup(from), to, NOW);
  expect(done.restored).toBe(2);
  expect(await states(to)).toEqual(await states(from));
  expect([await to.papers.toArray(), await to.trash.toArray()]).toEqual([
    await from.papers.toArray(),
    await from.trash.toArray(),
  ]);
  expect(await things(to)).toEqual(await things(from));
  expect((await paperDetails(to, KEY(0)))?.notes).toEqual(['A note – with signs']);
  await consistent(to);
});

test('a preview says what a restore then does, and changes nothing', async () => {
  const [from, to] = [await full(6), await openMemory()];
  await save(to, { request: request(), papers: [paper(3), paper(9)], status: 'read' }, moment());
  await edit(from, { request: request(), keys: [KEY(3)], edits: [tag('later')] }, moment());
  const before = await states(to);
  const preview = await previewBackup(await backup(from), to);
  expect(await states(to)).toEqual(before);
  const done = await restoreFile(await backup(from), to, NOW);
  // 0, 4 and 5 come; 3 is in both, with a tag more in one.
  expect([preview.brings, preview.changes]).toEqual([done.restored, 1]);
  expect(done.restored).toBe(3);
});

test('B05: a backup of a newer version is said to be one, and nothing of it is read', async () => {
  const text = (await (await backup(await full())).text()).replace('"format":1', '"format":2');
  const db = await openMemory();
  expect(await previewBackup(new Blob([text]), db)).toMatchObject({ good: false, damage: 'newer', readable: 0 });
  await expect(restoreFile(new Blob([text]), db, NOW)).rejects.toMatchObject({ fault: 'newer' });
  expect(await db.states.count()).toBe(0);
});

test('B07: of a damaged backup the part that can be read is shown, and none of it is merged', async () => {
  const file = await backup(await full(6));
  const whole = new Uint8Array(await file.arrayBuffer());
  const db = await openMemory();
  const cut = new Blob([whole.slice(0, Math.floor(whole.length * 0.8))]);
  const part = await previewBackup(cut, db);
  expect(part).toMatchObject({ day: DAY, count: 4, good: false, damage: 'damaged' });
  const flipped = whole.slice();
  flipped.set([88], whole.length - 30);
  expect(await previewBackup(new Blob([flipped]), db)).toMatchObject({ good: false, readable: 4, brings: 4 });
  expect(await previewBackup(new Blob(['no backup at all\n{']), db)).toMatchObject({ good: false, readable: 0 });
  for (const bad of [cut, new Blob([flipped])]) {
    await expect(restoreFile(bad, db, NOW)).rejects.toMatchObject({ fault: 'unreadable' });
  }
  expect(await db.states.count()).toBe(0);
});

test('B07: whatever byte is cut or changed, a preview answers', async () => {
  const whole = new Uint8Array(await (await backup(await full())).arrayBuffer());
  const law = fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
    const bytes = cut ? whole.slice(0, at) : whole.slice();
    if (!cut) bytes.set([byte], at);
    const preview = await previewBackup(new Blob([bytes]), undefined);
    expect(preview.readable).toBeLessThanOrEqual(4);
  });
  await fc.assert(law, { numRuns: process.env['SOAK'] ? 5_000 : 150 });
});

test('B12: the same backup twice, and those of two devices in any order, give one library: their union', async () => {
  const [one, two] = [await full(), await full(7)];
  await edit(two, { request: request(), keys: [KEY(3)], edits: [tag('of two')] }, moment());
  const files = [await backup(one), await backup(two)];
  const results: unknown[] = [];
  for (const order of [
    [0, 1],
    [1, 0, 1, 0],
    [0, 0, 1],
  ]) {
    const db = await openMemory();
    for (const n of order) await restoreFile(files[n] ?? new Blob(), db, NOW);
    results.push([await states(db), await db.papers.toArray(), await db.trash.toArray()]);
    await consistent(db);
  }
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('B13, B14: a restore that is cut off anywhere goes on when it is made again, and ends as if it had not been', async () => {
  const file = await backup(await full(40));
  const whole = await openMemory();
  await restoreFile(file, whole, NOW);
  const expected = [await states(whole), await whole.papers.toArray(), await whole.trash.toArray()];
  const probe = await openMemory();
  const count = await withFaults(probe);
  await restoreFile(file, probe, NOW);
  for (let percent = 0; percent <= 100; percent += 5) {
    const store = memory();
    const db = await openMemory(store);
    (await withFaults(db)).failAt(Math.max(1, Math.round((count.seen() * percent) / 100)), 'AbortError');
    await restoreFile(file, db, NOW).catch(() => undefined);
    db.close();
    const again = await openMemory(store);
    await restoreFile(file, again, NOW);
    expect([await states(again), await again.papers.toArray(), await again.trash.toArray()]).toEqual(expected);
    again.close();
  }
});

test('B15: what is edited while a backup is restored is not lost, field by field', async () => {
  const from = await full(30);
  await edit(from, { request: request(), keys: [KEY(5)], edits: [{ do: 'rating', rating: 2 }] }, moment());
  const file = await backup(from);
  const db = await openMemory();
  await save(db, { request: request(), papers: [paper(5), paper(6)] }, moment());
  const edits = async () => {
    for (const status of ['reading', 'read', 'aside'] as const) {
      await edit(
        db,
        { request: request(), keys: [KEY(5), KEY(6)], edits: [{ do: 'status', status }, tag(status)] },
        moment(),
      );
    }
  };
  await Promise.all([restoreFile(file, db, NOW), edits()]);
  expect(await db.papers.get(KEY(5))).toMatchObject({ status: 'aside', rating: 2, tags: ['aside', 'read', 'reading'] });
  expect(await db.papers.get(KEY(6))).toMatchObject({ status: 'aside', tags: ['aside', 'read', 'reading'] });
  await consistent(db);
});

test('what was deleted for good does not come back with an old backup; what was saved again since does, whole', async () => {
  const from = await full();
  const file = await backup(from);
  await edit(from, { request: request(), keys: [KEY(0), KEY(3)], edits: [{ do: 'delete' }] }, moment());
  await purge(from, { request: request(), keys: 'all' }, moment());
  await save(from, { request: request(), papers: [paper(3)] }, moment());
  await restoreFile(file, from, NOW);
  expect((await from.papers.toArray()).map(({ key, title }) => [key, title.startsWith('A Paper')])).toEqual([
    [KEY(3), true],
  ]);
  expect([await from.states.get(['note', KEY(0)]), await from.states.get(['bib', KEY(0)])]).toEqual([
    undefined,
    undefined,
  ]);
  await consistent(from);
});

test('F17: an undo pressed after a merge with another copy takes back what it did, and nothing of the other', async () => {
  const [here, there] = [await full(), await openMemory()];
  await restoreFile(await backup(here), there, NOW);
  const id = request();
  const edits: PaperEdit[] = [{ do: 'status', status: 'read' }, tag('here')];
  await edit(here, { request: id, keys: [KEY(3)], edits }, moment());
  await edit(
    there,
    { request: request(), keys: [KEY(3)], edits: [tag('there'), { do: 'rating', rating: 5 }] },
    moment(),
  );
  await restoreFile(await backup(there), here, NOW);
  await undo(here, { request: request(), undo: id }, moment());
  expect(await here.papers.get(KEY(3))).toMatchObject({ status: 'to-read', rating: 5, tags: ['there'] });
  expect((await undo(here, { request: request(), undo: id }, moment())).reply.undone).toBe(0);
});

test('two copies that merged two papers into each other both show the one with the smaller key', async () => {
  const [here, there] = [await full(6), await openMemory()];
  await restoreFile(await backup(here), there, NOW);
  const [mine, theirs] = [request(), request()];
  await mergePapers(here, { request: mine, keep: KEY(4), drop: KEY(5) }, moment());
  await mergePapers(there, { request: theirs, keep: KEY(5), drop: KEY(4) }, moment());
  await restoreFile(await backup(there), here, NOW);
  await restoreFile(await backup(here), there, NOW);
  for (const db of [here, there]) {
    const shown = await Promise.all([4, 5].map((n) => db.papers.get(KEY(n))));
    expect(shown.map((row) => row?.key)).toEqual([KEY(4), undefined]);
    await consistent(db);
  }
  await undo(here, { request: request(), undo: mine }, moment());
  expect((await Promise.all([4, 5].map((n) => here.papers.get(KEY(n))))).map((row) => row?.key)).toEqual([
    undefined,
    KEY(5),
  ]);
  await consistent(here);
});
