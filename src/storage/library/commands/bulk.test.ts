/**
 * Random saves, edits, bulk jobs and undos, with the worker killed at random operations, against a plain log: no acknowledged write is
 * ever lost, none is made twice, and what was not acknowledged is there as a whole or not at all. SOAK: 50 kills in each of 300 runs.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperEdit, Rating } from '../../../core/library/edits.ts';
import type { Status } from '../../../core/library/status.ts';
import { consistent } from '../consistent.testing.ts';
import type { LibraryDb } from '../database.ts';
import { LibraryFault } from '../fault.ts';
import { type Faults, withFaults } from '../faulty.testing.ts';
import { memory, moment, openMemory, paper, request } from '../library.testing.ts';
import { libraryJob } from '../queries/library-jobs.ts';
import type { SavedRow } from '../rows.ts';
import { edit } from './edit.ts';
import { jobChunk } from './jobs/job-chunk.ts';
import { jobKeys, startJob } from './jobs/jobs.ts';
import { startUndoJob, undoChunk } from './jobs/undo-job.ts';
import { editWork } from './jobs/work.ts';
import { type Change, OperationLog } from './operation-log.testing.ts';
import { save } from './save.ts';
import { isJob, undo } from './undo.ts';

const SOAK = process.env['SOAK'] !== undefined;
const KILLS = SOAK ? 50 : 3;
/** Few, so that actions meet. */
const PAPERS = 5;
const keyOf = (n: number): string => `arxiv:2511.${String(n).padStart(5, '0')}`;

type Act =
  | { readonly do: 'save'; readonly papers: readonly number[]; readonly status: Status | undefined }
  | { readonly do: 'edit' | 'bulk'; readonly papers: readonly number[]; readonly edit: PaperEdit };
type Step =
  | Act
  | { readonly do: 'undo' }
  /** An old request arrives once more, or an undo that was pressed before is pressed once more: nothing may happen. */
  | { readonly do: 'again' | 'stale'; readonly pick: number };

const some = fc.uniqueArray(fc.nat(PAPERS - 1), { minLength: 1, maxLength: PAPERS });
const anyEdit: fc.Arbitrary<PaperEdit> = fc.oneof(
  fc.constantFrom<Status>('read', 'aside', 'to-read').map((status): PaperEdit => ({ do: 'status', status })),
  fc.constantFrom<Rating>(0, 3, 5).map((rating): PaperEdit => ({ do: 'rating', rating })),
  fc.tuple(fc.constantFrom('x', '__proto__'), fc.boolean()).map(([tag, on]): PaperEdit => ({ do: 'tag', tag, on })),
  fc.constantFrom<PaperEdit>({ do: 'delete' }, { do: 'restore' }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('save' as const),
    papers: some,
    status: fc.constantFrom<Status | undefined>('read', undefined),
  }),
  fc.record({ do: fc.constantFrom('edit' as const, 'bulk' as const), papers: some, edit: anyEdit }),
  fc.constant({ do: 'undo' as const }),
  fc.record({ do: fc.constantFrom('again' as const, 'stale' as const), pick: fc.nat(99) }),
);

/** What an edit does, in plain words. */
const meant =
  (one: PaperEdit): Change =>
  (paper) => {
    if (one.do === 'restore') return paper.place === 'trash' ? { place: 'library' } : {};
    if (paper.place !== 'library') return {};
    if (one.do === 'delete') return { place: 'trash' };
    if (one.do === 'status') return { status: one.status };
    if (one.do === 'rating') return { rating: one.rating };
    if (one.do !== 'tag') return {};
    const rest = paper.tags.filter((tag) => tag !== one.tag);
    return { tags: one.on ? [...rest, one.tag] : rest };
  };
const saved =
  (status: Status | undefined): Change =>
  () => ({ place: 'library', ...(status === undefined ? {} : { status }) });

/** A browser profile in which workers die and start again. */
class Profile {
  readonly #store = memory();
  #db: LibraryDb | undefined;
  #faults: Faults | undefined;
  kills = 0;

  async db(): Promise<LibraryDb> {
    if (this.#db !== undefined) return this.#db;
    this.#db = await openMemory(this.#store);
    this.#faults = await withFaults(this.#db);
    return this.#db;
  }

  /** Kills the worker that many operations from now. */
  async killIn(operations: number): Promise<void> {
    await this.db();
    this.#faults?.failAt(operations, 'AbortError');
  }

  /** Does something and does it again, with the same request, until it is acknowledged. */
  async until<T>(work: (db: LibraryDb) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work(await this.db());
      } catch (error) {
        if (!(error instanceof LibraryFault) || error.fault !== 'aborted') throw error;
        this.kills += 1;
        this.#db?.close();
        this.#db = undefined;
      }
    }
  }
}

async function runBulk(
  profile: Profile,
  id: string,
  papers: readonly number[],
  edits: readonly PaperEdit[],
): Promise<void> {
  const keys = papers.map(keyOf);
  const job = { request: id, kind: 'edit', name: '', spec: {}, undoable: true, keys } as const;
  const number = (await profile.until((db) => startJob(db, job, moment().now))).id;
  await profile.until(async (db) => {
    for (;;) {
      const row = await read(() => libraryJob(db, number));
      if (row === undefined || row.state === 'done') return;
      const part = await read(() => jobKeys(db, number, row.done, 2));
      const to = row.done + part.length;
      await jobChunk(db, { job: number, from: row.done, to, last: to >= keys.length }, moment(), editWork(part, edits));
    }
  });
}

async function runUndo(profile: Profile, id: string, what: string): Promise<void> {
  if (!(await profile.until((db) => read(() => isJob(db, what))))) {
    await profile.until((db) => undo(db, { request: id, undo: what }, moment()));
    return;
  }
  const job = await profile.until((db) => startUndoJob(db, { request: id, undo: what }, moment().now));
  await profile.until(async (db) => {
    for (;;) {
      const row = job === undefined ? undefined : await read(() => libraryJob(db, job));
      if (row === undefined || row.state === 'done') return;
      await undoChunk(db, row, moment());
    }
  });
}

/** A read outside commands fails as the browser says it. */
const read = <T>(work: () => PromiseLike<T>): Promise<T> =>
  Promise.resolve(work()).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'AbortError' ? new LibraryFault('aborted', error.message) : error;
  });

/** Sends an action until it is acknowledged. */
async function send(profile: Profile, id: string, one: Act): Promise<void> {
  const keys = one.papers.map(keyOf);
  if (one.do === 'save') {
    const input = { request: id, papers: one.papers.map((p) => paper(p, { topics: [] })), status: one.status };
    await profile.until((db) => save(db, input, moment()));
  } else if (one.do === 'edit') {
    await profile.until((db) => edit(db, { request: id, keys, edits: [one.edit] }, moment()));
  } else await runBulk(profile, id, one.papers, [one.edit]);
}

/** Does the steps in a profile, and writes what was acknowledged into the log. */
async function play(profile: Profile, log: OperationLog, steps: readonly Step[], deaths: ReadonlyMap<number, number>) {
  const done: string[] = [];
  const undone: string[] = [];
  const sent: (readonly [string, Act])[] = [];
  for (const [n, one] of steps.entries()) {
    await profile.killIn(deaths.get(n) ?? 0);
    const id = request();
    if ('papers' in one) {
      await send(profile, id, one);
      done.push(id);
      sent.push([id, one]);
      log.act(one.papers.map(keyOf), one.do === 'save' ? saved(one.status) : meant(one.edit));
    } else if (one.do === 'undo') {
      const what = done.pop();
      if (what === undefined) continue;
      await runUndo(profile, id, what);
      undone.push(what);
      log.undo();
    } else if (one.do === 'stale') {
      const what = undone[one.pick % Math.max(1, undone.length)];
      if (what !== undefined) await runUndo(profile, id, what);
    } else if (one.do === 'again') {
      const old = sent[one.pick % Math.max(1, sent.length)];
      if (old !== undefined) await send(profile, ...old);
    }
  }
  await profile.killIn(0);
}

test('F02, F17, E12: random actions, bulk jobs and undos with kills leave what a plain log says', async () => {
  let died = 0;
  const deaths = fc.array(fc.tuple(fc.nat(119), fc.integer({ min: 1, max: 40 })), {
    minLength: KILLS,
    maxLength: KILLS,
  });
  const law = fc.asyncProperty(
    fc.array(step, { minLength: 5, maxLength: SOAK ? 120 : 30 }),
    deaths,
    async (steps, at) => {
      const [profile, log] = [new Profile(), new OperationLog()];
      await play(profile, log, steps, new Map(at.map(([n, operations]) => [n % steps.length, operations])));
      const db = await profile.db();
      expect({ library: shelf(await db.papers.toArray()), trash: shelf(await db.trash.toArray()) }).toEqual(
        log.shelves(),
      );
      await consistent(db);
      db.close();
      died += profile.kills;
    },
  );
  await fc.assert(law, { numRuns: SOAK ? 300 : 50 });
  expect(died).toBeGreaterThan(KILLS); // the workers really died
});

const shelf = (rows: readonly SavedRow[]) =>
  rows.map(({ key, status, rating = 0, tags }) => ({ key, status, rating, tags: [...tags].sort() }));
