/** Imports: every record is accounted for, nothing is overwritten or brought back, and all of it can be taken back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitedWork } from '../../../core/citations/citation.ts';
import { toCslJson } from '../../../core/citations/to-csl-json.ts';
import type { ImportOptions } from '../../../messaging/library-calls.ts';
import { edit } from '../../../storage/library/commands/edit.ts';
import { moment, request } from '../../../storage/library/library.testing.ts';
import { savedRecords } from '../../../storage/library/queries/papers.ts';
import { freshGround, type Ground } from '../../engine.testing.ts';
import type { RunningEngine } from '../../engine.ts';
import { libraryWork } from '../answer.ts';
import { inventedPapers, keepAll } from '../saved-papers.testing.ts';
import { dieAt, finish, jobOf, type Running, shownOf, workerOn } from './jobs.testing.ts';

const runs = process.env['SOAK'] ? 50 : 10;
const JOB = 'request-of-the-job';
const UNDO = 'request-of-its-undo';
const PLAIN: ImportOptions = { tags: ['imported'], marks: true, status: 'reading' };

/** Works of the same small world as the saved papers, with twins among them, and records that are none. */
const works: fc.Arbitrary<readonly CitedWork[]> = inventedPapers(14).chain((papers) =>
  fc.array(fc.nat({ max: 13 }), { maxLength: 4 }).map((twins): readonly CitedWork[] => {
    const all = papers.map(({ paper, edits, note }): CitedWork => {
      const { ids, title, authors, year, venue, abstract } = paper;
      return {
        kind: 'other',
        ids,
        title,
        ...Object.fromEntries(
          Object.entries({ authors, year, venue, abstract, note }).filter(([, v]) => v !== undefined),
        ),
        tags: edits.flatMap((one) => (one.do === 'tag' ? [one.tag] : [])),
        collections: edits.flatMap((one) => (one.do === 'collection' ? [['From the file', one.id]] : [])),
      };
    });
    return [...all, ...twins.flatMap((n) => all[n] ?? [])];
  }),
);
const textOf = (all: readonly CitedWork[], none: number): string => {
  // JSON that our own writer made; records without a title and of no shape are put among them
  const items = JSON.parse(toCslJson(all)) as unknown[];
  return JSON.stringify([...items, ...Array.from({ length: none }, (_, n) => (n % 2 === 0 ? { type: 'book' } : n))]);
};

async function give(ground: Ground, text: string): Promise<void> {
  if ((await ground.files.size('upload-1')) === undefined) await ground.files.write('upload-1', text);
}
const ask =
  (options: ImportOptions = PLAIN) =>
  (running: RunningEngine): Promise<unknown> =>
    libraryWork['engine.import'](running, { request: JOB, staged: 'upload-1', name: 'mine.json', options });
const undo = (running: RunningEngine): Promise<unknown> =>
  libraryWork['engine.undoJob'](running, { request: UNDO, undo: JOB });

async function library(
  papers: Parameters<typeof keepAll>[1],
  text: string,
): Promise<{ ground: Ground; running: Running }> {
  const ground = freshGround();
  const running = await workerOn(ground);
  await keepAll(running.db, papers);
  await give(ground, text);
  return { ground, running };
}

describe('an import', () => {
  test('accounts for every record, fills what is there, leaves the trash alone, and is what its preview said', async () => {
    await fc.assert(
      fc.asyncProperty(inventedPapers(10), works, fc.nat(3), async (papers, all, none) => {
        const { running } = await library(papers, textOf(all, none));
        const { db } = running;
        const before = await db.papers.toArray();
        const records = await savedRecords(
          db,
          before.map(({ key }) => key),
        );
        const trash = await db.trash.toArray();
        const body = { staged: 'upload-1', name: 'mine.json' };
        if (all.length + none === 0) return;
        const preview = await libraryWork['engine.previewImport'](running, body);
        await ask()(running);
        await finish(running);
        const job = await jobOf(db, JOB);
        const { imported = 0, merged = 0, skipped = 0, skippedWhy = [] } = job?.result ?? {};
        expect(job).toMatchObject({ state: 'done', total: all.length + none, done: all.length + none });
        expect(imported + merged + skipped).toBe(all.length + none);
        expect(skippedWhy.reduce((sum, { count }) => sum + count, 0)).toBe(skipped);
        expect(await db.papers.count()).toBe(before.length + imported);
        expect(await db.trash.toArray()).toEqual(trash);
        expect(preview).toMatchObject({
          total: all.length + none,
          fresh: imported,
          known: merged,
          trashed: skippedWhy.reduce((sum, { reason, count }) => sum + (reason === 'in-trash' ? count : 0), 0),
        });
        for (const [i, row] of before.entries()) {
          const now = await db.papers.get(row.key);
          expect(now).toMatchObject({ title: row.title, status: row.status });
          expect(now?.tags).toEqual(expect.arrayContaining([...row.tags]));
          const { ids, ...fields } = records[i] ?? {};
          expect((await savedRecords(db, [row.key]))[0]).toMatchObject(fields);
        }
        expect(await running.engine.files.list()).toEqual([]);
      }),
      { numRuns: runs * 2 },
    );
  });

  test('B12: the same file again brings nothing and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(inventedPapers(8), works, async (papers, all) => {
        if (all.length === 0) return;
        const { ground, running } = await library(papers, textOf(all, 0));
        await ask()(running);
        await finish(running);
        const once = await shownOf(running.db);
        await give(ground, textOf(all, 0));
        const again = { request: 'request-to-import-again', staged: 'upload-1', name: 'mine.json', options: PLAIN };
        await libraryWork['engine.import'](running, again);
        await finish(running);
        expect(await shownOf(running.db)).toEqual(once);
        expect((await jobOf(running.db, again.request))?.result).toMatchObject({ imported: 0 });
      }),
      { numRuns: runs },
    );
  });

  test('B14: killed at any step and resumed it ends as one that ran through', async () => {
    await fc.assert(
      fc.asyncProperty(
        inventedPapers(6),
        works,
        fc.array(fc.nat(18), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (papers, all, cuts, after) => {
          const text = textOf(all, 1);
          const whole = await library(papers, text);
          await ask()(whole.running);
          await finish(whole.running);
          const { ground, running } = await library(papers, text);
          const before = await shownOf(running.db);
          for (const cut of cuts) await dieAt(ground, cut + 1, after, ask());
          const last = await workerOn(ground);
          await ask()(last);
          await finish(last);
          expect(await shownOf(last.db)).toEqual(await shownOf(whole.running.db));
          expect((await jobOf(last.db, JOB))?.result).toEqual((await jobOf(whole.running.db, JOB))?.result);
          expect(await ground.files.list()).toEqual([]);
          await undo(last);
          await finish(last);
          expect(await visible(last)).toEqual(visibleOf(before));
        },
      ),
      { numRuns: runs },
    );
  });

  test('B13: cancelled at every twentieth of its way it has whole chunks, counts right, and is taken back whole', async () => {
    const papers = fc.sample(inventedPapers(8), { numRuns: 1, seed: 7 })[0] ?? [];
    const all = fc.sample(works, { numRuns: 20, seed: 7 }).flat();
    for (let at = 0; at <= 20; at++) {
      const { running: first, ground } = await library(papers, textOf(all, 2));
      const before = await shownOf(first.db);
      const stop = Math.round(((all.length + 2) * at) / 20);
      const running = await workerOn(ground, (engine) => ({
        ...engine,
        library: async (touch) => {
          const value = await engine.library(touch);
          const job = await jobOf(first.db, JOB);
          if (job?.state === 'running' && job.total !== undefined && job.done >= stop) {
            await libraryWork['engine.cancelJob'](first, { job: job.id });
          }
          return value;
        },
      }));
      await ask()(running);
      await finish(running);
      const job = await jobOf(first.db, JOB);
      expect(job?.state).toBe(job?.done === all.length + 2 ? 'done' : 'cancelled');
      if (at < 15) expect(job?.state).toBe('cancelled');
      const { imported = 0, merged = 0, skipped = 0 } = job?.result ?? {};
      expect(imported + merged + skipped).toBe(job?.state === 'done' ? job.total : (job?.done ?? 0) + 2);
      expect(await first.db.papers.count()).toBe((before as { papers: unknown[] }).papers.length + imported);
      expect(await ground.files.list()).toEqual([]);
      await undo(running);
      await finish(running);
      expect(await visible(first)).toEqual(visibleOf(before));
    }
  });

  test('B15: what another tab edits meanwhile is neither lost nor in the way', async () => {
    const all = fc.sample(works, { numRuns: 8, seed: 11 }).flat();
    const { running: other, ground } = await library([], textOf(all, 0));
    const edited = new Set<string>();
    const written = new Set<string>();
    const running = await workerOn(ground, (engine) => ({
      ...engine,
      written: (keys) => {
        for (const key of keys) written.add(key);
      },
      library: async (touch) => {
        const value = await engine.library(touch);
        for (const key of [...written].slice(-2)) {
          edited.add(key);
          const edits = [
            { do: 'status', status: 'aside' },
            { do: 'tag', tag: 'mine', on: true },
          ] as const;
          await edit(other.db, { request: request(), keys: [key], edits }, moment());
        }
        return value;
      },
    }));
    await ask()(running);
    await finish(running);
    expect(edited.size).toBeGreaterThan(5);
    for (const key of edited) {
      expect(await other.db.papers.get(key)).toMatchObject({
        status: 'aside',
        tags: expect.arrayContaining(['mine', 'imported']),
      });
    }
    // Taken back, papers that somebody has put something into stay.
    await undo(running);
    await finish(running);
    for (const key of edited) expect((await other.db.papers.get(key))?.tags).toContain('mine');
  });

  test('a file that is none fails with a reason, and a file that is gone too', async () => {
    for (const [text, error] of [
      ['just words', 'unknown-format'],
      ['   ', 'empty'],
    ] as const) {
      const { running } = await library([], text);
      await ask()(running);
      await finish(running);
      expect(await jobOf(running.db, JOB)).toMatchObject({ state: 'failed', error });
    }
    const running = await workerOn(freshGround());
    await ask()(running);
    await finish(running);
    expect(await jobOf(running.db, JOB)).toMatchObject({ state: 'failed', error: 'not-found' });
  });
});

/** What stands in the library, without what an import may leave in the trash. */
const visible = async ({ db }: Running): Promise<unknown> => visibleOf(await shownOf(db));
const visibleOf = (shown: unknown): unknown => (shown as { readonly papers: unknown }).papers;
