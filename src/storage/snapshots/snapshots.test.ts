/** Snapshots: checked, rolling, and restored without ever taking anything away. */
import { expect, test } from 'vitest';
import type { CalendarDay } from '../../core/calendar-day.ts';
import { rebuild } from '../library/commands/rebuild.ts';
import { save } from '../library/commands/save.ts';
import { undo } from '../library/commands/undo.ts';
import { moment, openMemory, paper, request } from '../library/library.testing.ts';
import { savedMarks } from '../library/queries/marks.ts';
import { savedRecords } from '../library/queries/papers.ts';
import { checkSnapshot, linesOf, SnapshotWriter } from './format.ts';
import { restoreSnapshot } from './restore.ts';
import { folderInMemory } from './snapshot-folder.testing.ts';
import { listSnapshots, takeSnapshot } from './snapshots.ts';

const DAY = '2026-11-24' as CalendarDay; // a real day
const NOW = 1_764_000_000_000;

const bytesOf = async (file: Blob | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer());

async function filled(papers: number) {
  const db = await openMemory();
  for (let n = 1; n <= papers; n += 1) {
    await save(
      db,
      { request: request(), papers: [paper(n, { abstract: `Abstract ${n} – Œuvre` })], status: 'reading' },
      moment(),
    );
  }
  return db;
}

test('a snapshot is one readable file that brings an empty library back, twice without harm', async () => {
  const folder = folderInMemory();
  const from = await filled(5);
  await from.settings.put({ key: 'settings', value: { keepListings: false } });
  const name = await takeSnapshot(folder, from, DAY);
  const text = (await folder.files.get(name)?.text()) ?? '';
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ scholion: 'library', count: 5, lines: 11 });

  const to = await openMemory();
  expect((await restoreSnapshot(folder, to, name, NOW)).restored).toBe(5);
  expect((await restoreSnapshot(folder, to, name, NOW)).restored).toBe(0);
  expect(await to.states.toArray()).toEqual(await from.states.toArray());
  expect(await to.papers.toArray()).toEqual(await from.papers.toArray());
  expect((await savedMarks(to, [paper(3)]))[0]?.status).toBe('reading');
  expect(await to.settings.get('settings')).toEqual({ key: 'settings', value: { keepListings: false } });
});

test('restoring takes nothing away: newer papers and statuses stay, and what was taken out on purpose stays out', async () => {
  const folder = folderInMemory();
  const db = await filled(2);
  const saving = request();
  await save(db, { request: saving, papers: [paper(7)] }, moment());
  const name = await takeSnapshot(folder, db, DAY);
  await undo(db, { request: request(), undo: saving }, moment());
  await save(db, { request: request(), papers: [paper(1)], status: 'read' }, moment());
  await save(db, { request: request(), papers: [paper(9)] }, moment());
  expect((await restoreSnapshot(folder, db, name, NOW)).restored).toBe(0);
  expect((await db.papers.toArray()).map((row) => [row.key, row.status])).toEqual([
    ['arxiv:2511.00001', 'read'],
    ['arxiv:2511.00002', 'reading'],
    ['arxiv:2511.00009', 'to-read'],
  ]);
});

test('the last three whole snapshots stay; a damaged one is told, and pushes no whole one out', async () => {
  const folder = folderInMemory();
  const db = await filled(1);
  for (let n = 0; n < 5; n += 1) await takeSnapshot(folder, db, DAY);
  expect([...folder.files.keys()].sort()).toEqual(['3', '4', '5'].map((n) => `00000${n}-${DAY}.jsonl`));
  const newest = await bytesOf(folder.files.get(`000005-${DAY}.jsonl`));
  newest.set([88], newest.length - 30);
  folder.files.set(`000005-${DAY}.jsonl`, new Blob([newest]));
  expect((await listSnapshots(folder, true)).map((info) => info.good)).toEqual([false, true, true]);
  folder.files.set(`000005-${DAY}.jsonl`, new Blob([newest.slice(0, -40)]));
  expect((await listSnapshots(folder, false)).map((info) => info.good)).toEqual([false, true, true]);
  await expect(restoreSnapshot(folder, db, `000005-${DAY}.jsonl`, NOW)).rejects.toMatchObject({ fault: 'unreadable' });
  await takeSnapshot(folder, db, DAY);
  expect((await listSnapshots(folder, true)).map((info) => `${info.name.slice(5, 6)} ${info.good}`)).toEqual([
    '6 true',
    '4 true',
    '3 true',
  ]);
});

test('B04, B07: a snapshot cut at any place or with one byte changed is refused, and nothing is merged', async () => {
  const folder = folderInMemory();
  const name = await takeSnapshot(folder, await filled(2), DAY);
  const whole = await bytesOf(folder.files.get(name));
  for (let i = 0; i < 200; i += 1) {
    const at = Math.floor((i * whole.length) / 200);
    const flipped = whole.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect((await checkSnapshot(new Blob([whole.slice(0, at)]))).ok).toBe(false);
    const checked = await checkSnapshot(new Blob([flipped]));
    // A change in the header's other fields is seen where it matters: the text is no header, or names another sum.
    if (checked.ok) expect(at).toBeLessThan(whole.indexOf(10));
  }
});

test('B05: a snapshot of a newer version is refused by name and kept', async () => {
  const folder = folderInMemory();
  const db = await filled(1);
  const name = await takeSnapshot(folder, db, DAY);
  const text = ((await folder.files.get(name)?.text()) ?? '').replace('"format":1', '"format":2');
  folder.files.set(name, new Blob([text]));
  await expect(restoreSnapshot(folder, db, name, NOW)).rejects.toMatchObject({ fault: 'newer' });
  for (let n = 0; n < 4; n += 1) await takeSnapshot(folder, db, DAY);
  expect(folder.files.has(name)).toBe(true);
});

test('a file name that is no snapshot is never read', async () => {
  const db = await openMemory();
  await expect(restoreSnapshot(folderInMemory(), db, '../library.jsonl', NOW)).rejects.toMatchObject({
    fault: 'not-found',
  });
});

test('states of kinds and fields that this version does not know come back as they were; nonsense is left out', async () => {
  const folder = folderInMemory();
  const writer = new SnapshotWriter();
  let deep: unknown = 1;
  for (let n = 0; n < 40; n += 1) deep = { deep };
  const odd = { v: 3, q: { 'of tomorrow': [1, '0mdd3jm00.0000.d1'] } };
  writer.add([
    { kind: 'of-tomorrow', id: 'x', state: odd },
    { kind: 'paper', id: 'deep', state: { f: deep } },
    { kind: 'paper', id: 'text', state: 'no state' },
  ]);
  folder.files.set(`000001-${DAY}.jsonl`, await writer.finish({ library: 'L', day: DAY, count: 0 }));
  const db = await openMemory();
  await restoreSnapshot(folder, db, `000001-${DAY}.jsonl`, NOW);
  expect(await db.states.toArray()).toEqual([{ kind: 'of-tomorrow', id: 'x', state: odd }]);
});

test('lines come out whole however long they are', async () => {
  const writer = new SnapshotWriter();
  const long = 'é'.repeat(1_500_000);
  const lines = [1, 2, 3].map((n) => ({ kind: 'bib', id: String(n), state: { text: n === 2 ? long : 'short' } }));
  writer.add(lines);
  const checked = await checkSnapshot(await writer.finish({ library: 'L', day: DAY, count: 0 }));
  expect(checked.ok && [...linesOf(checked.value.body)].flat()).toEqual(lines);
});

test('rows, aliases and counts are computed again from the states', async () => {
  const db = await filled(3);
  const [papers, self] = [await db.papers.toArray(), await db.device.get('self')];
  await db.papers.clear();
  await db.aliases.clear();
  await rebuild(db);
  expect(await db.papers.toArray()).toEqual(papers);
  expect((await db.device.get('self'))?.value).toMatchObject({ papers: 3, states: 6 });
  expect(self).toBeDefined();
  expect((await savedMarks(db, [paper(2)]))[0]).toBeDefined();
  expect((await savedRecords(db, ['arxiv:2511.00002']))[0]?.abstract).toBe('Abstract 2 – Œuvre');
});
