/** Many papers at once: bulk edits, tags renamed everywhere, rules, and taking them back; whatever dies meanwhile. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { In } from '../../../messaging/calls.ts';
import { setThing } from '../../../storage/library/commands/set-thing.ts';
import { moment, request } from '../../../storage/library/library.testing.ts';
import { freshGround } from '../../engine.testing.ts';
import type { RunningEngine } from '../../engine.ts';
import { libraryWork } from '../answer.ts';
import { inventedPapers, keepAll, makeCollections } from '../saved-papers.testing.ts';
import { dieAt, finish, jobOf, shownOf, workerOn } from './jobs.testing.ts';

const runs = process.env['SOAK'] ? 400 : 12;
const JOB = 'request-of-the-job';
const UNDO = 'request-of-its-undo';

type Ask = (running: RunningEngine) => Promise<unknown>;
const EVERYTHING = { text: '', shelf: 'library', sort: 'title', descending: false } as const;
const bulk =
  (body: Omit<In<'engine.bulk'>, 'request'>): Ask =>
  (running) =>
    libraryWork['engine.bulk'](running, { request: JOB, ...body });

const JOBS: Readonly<Record<string, Ask>> = {
  tag: bulk({ choice: { query: EVERYTHING, except: [] }, edits: [{ do: 'tag', tag: 'all of them', on: true }] }),
  'status and tag': bulk({
    choice: { query: { ...EVERYTHING, text: 'tag:"bees"' }, except: [] },
    edits: [
      { do: 'status', status: 'read' },
      { do: 'tag', tag: 'bees', on: false },
    ],
  }),
  delete: bulk({ choice: { query: { ...EVERYTHING, text: '-has:code' }, except: [] }, edits: [{ do: 'delete' }] }),
  restore: bulk({ choice: { query: { ...EVERYTHING, shelf: 'trash' }, except: [] }, edits: [{ do: 'restore' }] }),
  move: bulk({ choice: { query: EVERYTHING, except: [] }, edits: [{ do: 'collection', id: 'c-three', on: true }] }),
  retag: (running) => libraryWork['engine.retag'](running, { request: JOB, from: ['bees', 'C++'], to: 'c#' }),
  'take a tag away': (running) => libraryWork['engine.retag'](running, { request: JOB, from: ['bees'], to: null }),
  rules: (running) => libraryWork['engine.runRules'](running, { request: JOB, rules: 'all' }),
};

async function library(papers: Parameters<typeof keepAll>[1]) {
  const ground = freshGround();
  const { db } = await workerOn(ground);
  await makeCollections(db);
  const rule = { kind: 'rule', name: 'Alvarez', when: { author: 'alvarez' }, adds: { tags: ['by Ana'] } } as const;
  await keepAll(db, papers);
  await setThing(db, { request: request(), id: 'r-1', fields: rule }, moment());
  return { ground, db };
}

test('a job killed between any two steps and resumed ends as one that ran through, and undo takes all of it back', async () => {
  await fc.assert(
    fc.asyncProperty(
      inventedPapers(9),
      fc.constantFrom(...Object.keys(JOBS)),
      fc.array(fc.nat(16), { maxLength: 3 }),
      fc.boolean(),
      async (papers, name, cuts, after) => {
        const ask = JOBS[name] ?? (() => Promise.resolve());
        const plain = await library(papers);
        const before = await shownOf(plain.db);
        const whole = await workerOn(plain.ground);
        await ask(whole);
        await finish(whole);
        const end = await shownOf(plain.db);

        const { ground, db } = await library(papers);
        for (const cut of cuts) await dieAt(ground, cut + 1, after, ask);
        const last = await workerOn(ground);
        await ask(last);
        await finish(last);
        expect(await shownOf(db), name).toEqual(end);
        const job = await jobOf(db, JOB);
        expect(job).toMatchObject({ state: 'done', done: job?.total });
        expect(job?.result?.changed ?? 0).toBe((await jobOf(plain.db, JOB))?.result?.changed ?? 0);

        const undo: Ask = (running) => libraryWork['engine.undoJob'](running, { request: UNDO, undo: JOB });
        for (const cut of cuts) await dieAt(ground, cut + 1, after, undo);
        const undone = await workerOn(ground);
        await undo(undone);
        await finish(undone);
        expect(await shownOf(db), `${name} taken back`).toEqual(before);
        // Once only: a second press does nothing.
        await libraryWork['engine.undoJob'](undone, { request: `${UNDO}-again`, undo: JOB });
        await finish(undone);
        expect(await shownOf(db)).toEqual(before);
      },
    ),
    { numRuns: runs },
  );
});

test('a job that is cancelled keeps whole chunks, tells what it did, and can be taken back', async () => {
  await fc.assert(
    fc.asyncProperty(inventedPapers(12), fc.nat(6), async (papers, at) => {
      const { ground, db } = await library(papers);
      const before = await shownOf(db);
      let chunks = 0;
      const running = await workerOn(ground, (engine) => ({
        ...engine,
        written: () => {
          chunks += 1;
          if (chunks === at)
            void jobOf(db, JOB).then((job) => libraryWork['engine.cancelJob'](running, { job: job?.id ?? 0 }));
        },
      }));
      if (at === 0) running.libraryJobs.wake = () => undefined;
      await JOBS['tag']?.(running);
      const job = await jobOf(db, JOB);
      if (at === 0) await libraryWork['engine.cancelJob'](running, { job: job?.id ?? 0 });
      else await finish(running);
      const tagged = await db.papers.where('tags').equals('all of them').count();
      const ended = await jobOf(db, JOB);
      expect(ended?.result?.changed ?? 0).toBe(tagged);
      if (ended?.state === 'cancelled') expect(ended.done).toBe(tagged);
      const next = await workerOn(ground);
      await libraryWork['engine.undoJob'](next, { request: UNDO, undo: JOB });
      await finish(next);
      expect(await shownOf(db)).toEqual(before);
    }),
    { numRuns: runs },
  );
});

test('every paper that a job changed is told, so that lists and other pages follow', async () => {
  const { ground, db } = await library(fc.sample(inventedPapers(9), { numRuns: 1, seed: 3 })[0] ?? []);
  const running = await workerOn(ground);
  await JOBS['tag']?.(running);
  await finish(running);
  expect(new Set(running.told)).toEqual(new Set(await db.papers.toCollection().primaryKeys()));
});
