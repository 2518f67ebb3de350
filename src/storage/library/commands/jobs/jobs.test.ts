/** Long work in stretches: done once, cancelled, resumed, taken back once, whoever dies in between. */
import { describe, expect, test } from 'vitest';
import type { PaperEdit } from '../../../../core/library/edits.ts';
import { consistent } from '../../consistent.testing.ts';
import type { LibraryDb } from '../../database.ts';
import { memory, moment, openMemory, paper, request } from '../../library.testing.ts';
import { libraryJob, libraryJobs, openLibraryWork, undoable } from '../../queries/library-jobs.ts';
import { things } from '../../queries/things.ts';
import { edit } from '../edit.ts';
import { save } from '../save.ts';
import { setThing } from '../set-thing.ts';
import { undo } from '../undo.ts';
import { type ChunkDone, jobChunk } from './job-chunk.ts';
import {
  cancelLibraryJob,
  dismissLibraryJob,
  failLibraryJob,
  jobKeys,
  openLibraryJobs,
  pruneLibraryJobs,
  startJob,
  stepLibraryJob,
} from './jobs.ts';
import { retagEdits, retagThings } from './retag.ts';
import { startUndoJob, undoChunk } from './undo-job.ts';
import { editWork, rulesWork } from './work.ts';

const PAPERS = 10;
const tag = (name: string, on = true): PaperEdit => ({ do: 'tag', tag: name, on });

async function filled(store = memory()): Promise<LibraryDb> {
  const db = await openMemory(store);
  const papers = Array.from({ length: PAPERS }, (_, n) => paper(n));
  await save(db, { request: request(), papers }, moment());
  return db;
}
const keysOf = (db: LibraryDb): Promise<string[]> => db.papers.toCollection().primaryKeys();
const tagged = (db: LibraryDb, name: string): Promise<number> => db.papers.where('tags').equals(name).count();

async function begin(db: LibraryDb, id = request()): Promise<{ readonly id: number; readonly request: string }> {
  const keys = await keysOf(db);
  const job = { request: id, kind: 'edit', name: '', spec: {}, undoable: true, keys } as const;
  return { id: (await startJob(db, job, moment().now)).id, request: id };
}
async function stretch(
  db: LibraryDb,
  job: number,
  from: number,
  edits: readonly PaperEdit[],
  size = 4,
): Promise<ChunkDone> {
  const keys = await jobKeys(db, job, from, size);
  const to = from + keys.length;
  return jobChunk(db, { job, from, to, last: to >= PAPERS }, moment(), editWork(keys, edits));
}
async function all(db: LibraryDb, job: number, edits: readonly PaperEdit[]): Promise<void> {
  for (let from = 0; from < PAPERS; from += 4) await stretch(db, job, from, edits);
}
async function undoAll(
  db: LibraryDb,
  what: string,
): Promise<{ readonly request: string; readonly job: number | undefined }> {
  const id = request();
  const job = await startUndoJob(db, { request: id, undo: what }, moment().now);
  for (let at = job === undefined ? undefined : await libraryJob(db, job); at !== undefined && at.state !== 'done'; ) {
    at = (await undoChunk(db, at, moment())).job;
  }
  return { request: id, job };
}

test('a job is there once for each request, with its papers, also when it is forgotten', async () => {
  const db = await filled();
  const first = await begin(db);
  expect((await begin(db, first.request)).id).toBe(first.id);
  expect(await jobKeys(db, first.id, 2, 3)).toEqual((await keysOf(db)).slice(2, 5));
  expect(await openLibraryWork(db)).toBe(1);
  await cancelLibraryJob(db, first.id, 1);
  expect((await dismissLibraryJob(db, first.id))?.request).toBe(first.request);
  expect([await db.jobs.count(), await db.jobParts.count()]).toEqual([0, 0]);
  expect(await begin(db, first.request)).toEqual(first);
  expect(await db.jobs.count()).toBe(0);
});

test('keys of very many papers stand in several rows and come out in order from anywhere', async () => {
  const db = await filled();
  const keys = Array.from({ length: 12_001 }, (_, n) => `key-${n}`);
  const job = { request: request(), kind: 'export', name: '', spec: {}, undoable: false, keys } as const;
  const { id } = await startJob(db, job, 1);
  expect(await db.jobParts.count()).toBe(3);
  for (const from of [0, 4_999, 5_000, 9_990, 12_000, 12_001]) {
    expect(await jobKeys(db, id, from, 250)).toEqual(keys.slice(from, from + 250));
  }
  expect((await libraryJob(db, id))?.total).toBe(12_001);
});

test('a stretch is done once, however often it is asked for; another worker that is behind does nothing', async () => {
  const db = await filled();
  const { id } = await begin(db);
  const first = await stretch(db, id, 0, [tag('x')]);
  expect([first.ran, first.job?.done, first.job?.state]).toEqual([true, 4, 'running']);
  expect((await stretch(db, id, 0, [tag('x')])).ran).toBe(false);
  await Promise.all([stretch(db, id, 4, [tag('x')]), stretch(db, id, 4, [tag('x')])]);
  expect((await libraryJob(db, id))?.done).toBe(8);
  const last = await stretch(db, id, 8, [tag('x'), tag('')]);
  expect(last.job).toMatchObject({
    state: 'done',
    done: 10,
    result: { changed: 10, refused: [{ tag: '', why: 'empty' }] },
  });
  expect(await tagged(db, 'x')).toBe(10);
  await consistent(db);
});

test('a cancelled job stops where it is; what it did stays and can be taken back', async () => {
  const db = await filled();
  const { id, request: job } = await begin(db);
  await stretch(db, id, 0, [tag('x')]);
  expect((await cancelLibraryJob(db, id, 1))?.done).toBe(4);
  expect((await stretch(db, id, 4, [tag('x')])).ran).toBe(false);
  expect(await stepLibraryJob(db, id, { done: 9 })).toBe(false);
  expect([await tagged(db, 'x'), await undoable(db, job)]).toEqual([4, true]);
  await undoAll(db, job);
  expect([await tagged(db, 'x'), await undoable(db, job)]).toEqual([0, false]);
  await consistent(db);
});

describe('F17: taking back a job', () => {
  test('happens once, after a restart, exactly; taken back in turn it is done again', async () => {
    const store = memory();
    const db = await filled(store);
    await edit(db, { request: request(), keys: (await keysOf(db)).slice(0, 3), edits: [tag('x')] }, moment());
    const { id, request: job } = await begin(db);
    await all(db, id, [tag('x'), { do: 'delete' }]);
    expect([await db.papers.count(), await db.trash.count()]).toEqual([0, PAPERS]);
    db.close();
    const again = await openMemory(store);
    const back = await undoAll(again, job);
    expect([await again.papers.count(), await tagged(again, 'x'), await again.trash.count()]).toEqual([PAPERS, 3, 0]);
    expect((await undoAll(again, job)).job).toBeUndefined();
    expect((await undo(again, { request: request(), undo: job }, moment())).reply.undone).toBe(0);
    await undoAll(again, back.request);
    expect([await again.papers.count(), await again.trash.count()]).toEqual([0, PAPERS]);
    await consistent(again);
  });
  test('pressed twice at once is one job; a job still at work is cancelled first', async () => {
    const db = await filled();
    const { id, request: job } = await begin(db);
    await stretch(db, id, 0, [tag('x')]);
    const press = () => startUndoJob(db, { request: request(), undo: job }, moment().now);
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.filter((one) => one !== undefined)).toHaveLength(1);
    expect((await libraryJob(db, id))?.state).toBe('cancelled');
    expect((await openLibraryJobs(db)).map(({ kind }) => kind)).toEqual(['undo']);
  });
  test('that was cancelled in the middle can be pressed again and goes on', async () => {
    const db = await filled();
    const { id, request: job } = await begin(db);
    await all(db, id, [tag('x')]);
    const back = await startUndoJob(db, { request: request(), undo: job }, moment().now);
    const row = await libraryJob(db, back ?? 0);
    if (row === undefined) throw new Error('it was started');
    await undoChunk(db, row, moment());
    expect(await tagged(db, 'x')).toBe(8);
    await cancelLibraryJob(db, row.id, 1);
    expect(await undoable(db, job)).toBe(true);
    await undoAll(db, job);
    expect([await tagged(db, 'x'), await undoable(db, job)]).toEqual([0, false]);
    await consistent(db);
  });
  test('keeps what a person changed since', async () => {
    const db = await filled();
    const { id, request: job } = await begin(db);
    await all(db, id, [{ do: 'status', status: 'read' }]);
    const [key = ''] = await keysOf(db);
    await edit(
      db,
      { request: request(), keys: [key], edits: [{ do: 'status', status: 'reading' }, tag('mine')] },
      moment(),
    );
    await undoAll(db, job);
    expect(await db.papers.get(key)).toMatchObject({ status: 'reading', tags: ['mine'] });
    expect(await db.papers.where('status').equals('to-read').count()).toBe(PAPERS - 1);
  });
  test('before it arrived calls it off', async () => {
    const db = await filled();
    const id = request();
    await undo(db, { request: request(), undo: id }, moment());
    const job = await begin(db, id);
    expect((await libraryJob(db, job.id))?.state).toBe('cancelled');
    expect((await stretch(db, job.id, 0, [tag('x')])).ran).toBe(false);
  });
});

test('a job that failed says why; the last twenty ended ones are kept', async () => {
  const db = await filled();
  const { id } = await begin(db);
  await failLibraryJob(db, id, 'quota', 'The disk is full.', 5);
  expect(await libraryJob(db, id)).toMatchObject({
    state: 'failed',
    error: 'quota',
    detail: 'The disk is full.',
    beat: 5,
  });
  for (let n = 0; n < 25; n += 1) await cancelLibraryJob(db, (await begin(db)).id, n);
  const open = await begin(db);
  expect(await pruneLibraryJobs(db)).toHaveLength(6);
  expect((await libraryJobs(db))[0]?.id).toBe(open.id);
  expect(await db.jobs.count()).toBe(21);
});

test('tags are renamed and merged everywhere: on papers, in colours and in rules, and taken back', async () => {
  const db = await filled();
  const keys = await keysOf(db);
  const thing = (id: string, fields: Parameters<typeof setThing>[1]['fields']) =>
    setThing(db, { request: request(), id, fields }, moment());
  await edit(db, { request: request(), keys: keys.slice(0, 6), edits: [tag('old'), tag('rl')] }, moment());
  await thing('old', { kind: 'tag', colour: 'plum' });
  await thing('r', { kind: 'rule', name: 'R', when: { tag: 'old' }, adds: { tags: ['rl', 'x', 'new'] } });
  const before = await things(db);
  const { id, request: job } = await begin(db);
  await jobChunk(db, { job: id, from: 0, to: PAPERS, last: true }, moment(), async (session, now) => {
    const papers = await editWork(keys, retagEdits(['old', 'rl'], 'new'))(session, now);
    return { ...papers, steps: [...papers.steps, ...(await retagThings(session, ['old', 'rl'], 'new'))] };
  });
  expect([await tagged(db, 'new'), await tagged(db, 'old'), await tagged(db, 'rl')]).toEqual([6, 0, 0]);
  expect(await things(db)).toMatchObject({
    tags: [{ name: 'new', colour: 'plum' }],
    rules: [{ when: { tag: 'new' }, adds: { tags: ['new', 'x'] } }],
  });
  await undoAll(db, job);
  expect([await tagged(db, 'new'), await tagged(db, 'old'), await tagged(db, 'rl')]).toEqual([0, 6, 6]);
  expect(await things(db)).toEqual(before);
  await consistent(db);
});

test('two hundred tags with colours and rules are merged in one stretch', async () => {
  const db = await filled();
  const names = Array.from({ length: 200 }, (_, n) => `tag ${n}`);
  for (const name of names) {
    await setThing(db, { request: request(), id: name, fields: { kind: 'tag', colour: 'moss' } }, moment());
    await setThing(db, { request: request(), id: name, fields: { kind: 'rule', adds: { tags: [name] } } }, moment());
  }
  const { id, request: job } = await begin(db);
  const done = await jobChunk(db, { job: id, from: 0, to: PAPERS, last: true }, moment(), async (session) => ({
    steps: await retagThings(session, names, 'one'),
  }));
  expect(done.job?.result?.changed).toBe(401);
  expect((await things(db)).tags).toEqual([{ name: 'one', colour: 'moss' }]);
  await undoAll(db, job);
  expect((await things(db)).tags).toHaveLength(200);
  await consistent(db);
});

test('rules run over papers by hand, also one that is switched off, and are taken back', async () => {
  const db = await filled();
  await setThing(
    db,
    {
      request: request(),
      id: 'r',
      fields: { kind: 'rule', on: false, when: { title: 'number 3' }, adds: { tags: ['three'] } },
    },
    moment(),
  );
  const { id, request: job } = await begin(db);
  const work = rulesWork(await keysOf(db), new Set(['r']));
  const done = await jobChunk(db, { job: id, from: 0, to: PAPERS, last: true }, moment(), work);
  expect([done.job?.result?.changed, (await db.papers.get('arxiv:2511.00003'))?.auto]).toEqual([1, ['three']]);
  await undoAll(db, job);
  expect((await db.papers.get('arxiv:2511.00003'))?.auto).toBeUndefined();
  await consistent(db);
});
