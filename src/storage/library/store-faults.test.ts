/**
 * FAULTS E07 and E08 at storage level: every operation of every command fails once, in each way that browsers have. Nothing half is
 * ever there, the failure has a name, and the same request again has its effect once.
 */
import { describe, expect, test } from 'vitest';
import { edit } from './commands/edit.ts';
import { jobChunk } from './commands/jobs/job-chunk.ts';
import { cancelLibraryJob, startJob } from './commands/jobs/jobs.ts';
import { startUndoJob, undoChunk } from './commands/jobs/undo-job.ts';
import { editWork } from './commands/jobs/work.ts';
import { mark } from './commands/mark.ts';
import { mergeIn } from './commands/merge-in.ts';
import { mergePapers } from './commands/merge-papers.ts';
import { purge } from './commands/purge.ts';
import { rebuild } from './commands/rebuild.ts';
import { save } from './commands/save.ts';
import { setThing } from './commands/set-thing.ts';
import { changeSettings } from './commands/settings.ts';
import { undo } from './commands/undo.ts';
import { writeNote } from './commands/write-note.ts';
import { consistent } from './consistent.testing.ts';
import type { LibraryDb } from './database.ts';
import { LibraryFault, type LibraryFaultName } from './fault.ts';
import { withFaults } from './faulty.testing.ts';
import { memory, moment, openMemory, paper } from './library.testing.ts';
import { libraryJob } from './queries/library-jobs.ts';

const FAULTS: Readonly<Record<string, LibraryFaultName>> = {
  QuotaExceededError: 'quota',
  AbortError: 'aborted',
  TransactionInactiveError: 'aborted',
  ConstraintError: 'unstorable',
  DataCloneError: 'unstorable',
  UnknownError: 'unreadable',
};

const KEYS = [1, 2, 3].map((n) => `arxiv:2511.0000${n}`);
const [A = '', B = ''] = KEYS;
const NEW = 'request-that-fails-0001';
const OLD = 'request-of-before-0001';
const JOB = 'request-of-the-job-0001';

/** The same library each time: papers, a note, a paper in the trash, an action and a job to take back. */
async function ground(): Promise<LibraryDb> {
  const db = await openMemory(memory());
  const at = { now: 1_764_000_000_000, day: moment().day };
  await save(db, { request: 'request-of-before-0000', papers: [1, 2, 3, 4].map((n) => paper(n)) }, at);
  await writeNote(db, { request: 'request-of-before-0003', key: A, text: 'Note' }, at);
  await edit(db, { request: OLD, keys: KEYS, edits: [{ do: 'tag', tag: 'x', on: true }] }, at);
  await edit(db, { request: 'request-of-before-0002', keys: ['arxiv:2511.00004'], edits: [{ do: 'delete' }] }, at);
  await startJob(db, { request: JOB, kind: 'edit', name: '', spec: {}, undoable: true, keys: KEYS }, at.now);
  await jobChunk(
    db,
    { job: 1, from: 0, to: 2, last: false },
    at,
    editWork(KEYS.slice(0, 2), [{ do: 'rating', rating: 2 }]),
  );
  return db;
}

const acts: Readonly<Record<string, (db: LibraryDb) => Promise<unknown>>> = {
  save: (db) => save(db, { request: NEW, papers: [paper(1, { year: 2025 }), paper(9)], status: 'read' }, moment()),
  edit: (db) =>
    edit(db, { request: NEW, keys: KEYS, edits: [{ do: 'tag', tag: 'y', on: true }, { do: 'delete' }] }, moment()),
  note: (db) => writeNote(db, { request: NEW, key: A, text: 'Another' }, moment()),
  thing: (db) => setThing(db, { request: NEW, id: 'c', fields: { kind: 'collection', name: 'C' } }, moment()),
  merge: (db) => mergePapers(db, { request: NEW, keep: B, drop: A }, moment()),
  purge: (db) => purge(db, { request: NEW, keys: 'all' }, moment()),
  mark: (db) => mark(db, { request: NEW, paper: paper(7), edits: [{ do: 'rating', rating: 3 }], note: 'N' }, moment()),
  undo: (db) => undo(db, { request: NEW, undo: OLD }, moment()),
  'start of a job': (db) =>
    startJob(db, { request: NEW, kind: 'edit', name: '', spec: {}, undoable: true, keys: KEYS }, 1),
  'stretch of a job': (db) =>
    jobChunk(
      db,
      { job: 1, from: 2, to: 3, last: true },
      moment(),
      editWork(KEYS.slice(2), [{ do: 'rating', rating: 2 }]),
    ),
  'cancel of a job': (db) => cancelLibraryJob(db, 1, 2),
  'undo of a job': (db) => startUndoJob(db, { request: NEW, undo: JOB }, 2),
  'merging of states': (db) => mergeIn(db, [{ kind: 'tag', id: 't', state: { v: 1, f: {} } }], moment()),
  settings: (db) => changeSettings(db, (settings) => ({ ...settings, keepListings: false })),
  'making rows anew': (db) => rebuild(db),
};

/** Everything in the library. */
const dump = async (db: LibraryDb): Promise<string> =>
  JSON.stringify(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));

describe.each(Object.entries(acts))('E07, E08: %s', (_, act) => {
  test('fails as a whole wherever the store fails, by name, and done again it is done once', async () => {
    const probe = await ground();
    const count = await withFaults(probe);
    count.failAt(0, '');
    await act(probe);
    const steps = count.seen();
    await consistent(probe);
    expect(steps).toBeGreaterThan(0);
    const names = Object.entries(FAULTS);
    for (let at = 1; at <= steps; at += 1) {
      // Every operation with one of the failures, in turn; in a soak with each of them.
      const some = process.env['SOAK'] ? names : names.slice(at % names.length).slice(0, 1);
      for (const [name, fault] of some) {
        const db = await ground();
        const before = await dump(db);
        const faults = await withFaults(db);
        faults.failAt(at, name);
        const failure = await act(db).then(
          () => undefined,
          (error: unknown) => error,
        );
        faults.failAt(0, '');
        expect(failure, `${name} at ${at}`).toBeInstanceOf(LibraryFault);
        expect((failure as LibraryFault).fault).toBe(fault); // just checked
        expect(await dump(db)).toBe(before);
        if (at === steps) await act(db).then(() => consistent(db));
        db.close();
      }
    }
  });
});

test('E07, E08: the stretch of an undo fails as a whole and can be made again', async () => {
  const start = async () => {
    const db = await ground();
    const id = await startUndoJob(db, { request: NEW, undo: JOB }, 5);
    const job = await libraryJob(db, id ?? 0);
    if (job === undefined) throw new Error('it was started');
    return { db, job };
  };
  const probe = await start();
  const count = await withFaults(probe.db);
  count.failAt(0, '');
  await undoChunk(probe.db, probe.job, moment());
  for (let at = 1; at <= count.seen(); at += 1) {
    const { db, job } = await start();
    const before = await dump(db);
    const faults = await withFaults(db);
    faults.failAt(at, 'AbortError');
    await expect(undoChunk(db, job, moment())).rejects.toMatchObject({ fault: 'aborted' });
    faults.failAt(0, '');
    expect(await dump(db)).toBe(before);
    await undoChunk(db, job, moment());
    expect((await db.papers.get(A))?.rating).toBeUndefined();
    await consistent(db);
    db.close();
  }
});
