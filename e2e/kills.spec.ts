/**
 * FAULTS E12: the browser is killed (SIGKILL) in the middle of bulk writes, imports and upgrades. What was acknowledged is there, what was
 * not is there as a whole or not at all, and sending it again has one effect: judged by a plain log that knows nothing of merging.
 * Three kills of each kind here; KILLS=50 in the soak run.
 */
import type { Page } from '@playwright/test';
import type { PaperEdit } from '../src/core/library/edits.ts';
import type { In } from '../src/messaging/calls.ts';
import { type Extension, expect, test } from './harness/extension.ts';
import { ask, done, health, keyOf, newRequest, openLibraryDesk, rowsOf, savePapers } from './harness/library.ts';
import { downgrade } from './harness/older-library.ts';
import { OperationLog } from './harness/operation-log.ts';
import { until } from './harness/worker.ts';

const KILLS = Number(process.env['KILLS'] ?? 3);
const PAPERS = 1_500;
test.setTimeout(60_000 * (3 + KILLS));

/** Numbers that look random and are the same in every run of a seed (mulberry32). */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Job {
  readonly id: number;
  readonly state: string;
  readonly done: number;
  readonly total?: number;
  readonly result?: { readonly imported?: number; readonly merged?: number; readonly skipped?: number };
}
const jobs = async (desk: Page): Promise<readonly Job[]> => (await rowsOf(desk, 'jobs')) as unknown as readonly Job[]; // the table's rows
const isOpen = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

/** Waits until a job is in the middle of its work: then a kill hits something. */
const under = async (desk: Page, id: number, after: number): Promise<void> =>
  until(
    async () => (await jobs(desk)).some((job) => job.id === id && (job.done > after || !isOpen(job))),
    'the job to be under way',
  );

const settled = async (desk: Page): Promise<void> =>
  until(async () => !(await jobs(desk)).some(isOpen), 'all jobs to end', 120_000);

async function filled(ext: Extension, log: OperationLog): Promise<Page> {
  const desk = await openLibraryDesk(ext);
  for (let n = 1; n <= PAPERS; n += 500) await savePapers(desk, n, n + 499);
  for (let n = 1; n <= PAPERS; n += 1) log.save(keyOf(n));
  return desk;
}

test(`E12: the browser is killed ${KILLS} times in the middle of bulk edits: no acknowledged write is lost`, async ({
  ext,
}) => {
  const log = new OperationLog();
  const next = random(Number(process.env['SOAK_SEED'] ?? 1));
  let desk = await filled(ext, log);
  let hit = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Few papers at once, acknowledged before the kill.
    for (let n = 0; n < 3; n += 1) {
      const keys = Array.from({ length: 5 }, () => keyOf(1 + Math.floor(next() * PAPERS)));
      const edits: readonly PaperEdit[] = [
        { do: 'rating', rating: (1 + Math.floor(next() * 5)) as 1 },
        { do: 'status', status: 'read' },
      ];
      await done(desk, 'library.edit', { request: newRequest(), keys: [...new Set(keys)], edits });
      log.edit(keys, edits);
    }
    // Many papers as a job, acknowledged when it is on disk, killed while it runs.
    const keys = Array.from({ length: PAPERS }, (_, i) => keyOf(i + 1)).filter(() => next() < 0.8);
    const edits: readonly PaperEdit[] = [
      { do: 'tag', tag: `tag ${kill}`, on: true },
      { do: 'tag', tag: `tag ${kill - 1}`, on: false },
      { do: 'status', status: next() < 0.5 ? 'reading' : 'aside' },
    ];
    const bulk = { request: newRequest(), choice: { keys }, edits };
    const { job } = await done(desk, 'library.bulk', bulk);
    log.edit(keys, edits);
    // And one whose answer nobody waits for.
    const late = {
      request: newRequest(),
      keys: [keyOf(1)],
      edits: [{ do: 'tag', tag: `late ${kill}`, on: true }] as const,
    };
    await under(desk, job, Math.floor(next() * keys.length * 0.6));
    const lost = ask(desk, 'library.edit', late).catch(() => undefined);
    await ext.crash();
    await lost;
    desk = await openLibraryDesk(ext);
    hit += (await jobs(desk)).some((row) => row.id === job && isOpen(row)) ? 1 : 0;
    await done(desk, 'library.edit', late); // the same request again
    log.edit(late.keys, late.edits);
    expect((await done(desk, 'library.bulk', bulk)).job).toBe(job);
    await settled(desk);
    expect(log.differences(await rowsOf(desk, 'papers'))).toEqual([]);
    expect(await health(desk)).toMatchObject({ state: 'good', count: PAPERS });
  }
  expect(hit).toBeGreaterThan(0); // something was under way when it was killed
});

/** A reference file of so many works, staged as a page stages what a person chose. */
async function stage(desk: Page, name: string, first: number, count: number): Promise<void> {
  const works = Array.from({ length: count }, (_, i) => ({
    id: `w${first + i}`,
    type: 'article',
    title: `An Imported Work about Matter Number ${first + i} and Its Parts`,
    author: [{ family: 'Lovelace', given: 'Ada' }],
    DOI: `10.1000/import.${first + i}`,
    issued: { 'date-parts': [[2020]] },
  }));
  await desk.evaluate(
    async ([file, text]) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('staged', { create: true });
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    },
    [name, JSON.stringify(works)] as const,
  );
}

test(`E12, B14: the browser is killed ${KILLS} times in the middle of imports: each ends as if nothing had happened`, async ({
  ext,
}) => {
  const next = random(Number(process.env['SOAK_SEED'] ?? 1) + 7);
  let desk = await openLibraryDesk(ext);
  const count = 1_200;
  let hit = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const staged = `import-${kill}`;
    await stage(desk, staged, kill * 1_000, count); // a sixth of each file is in the library already
    const body: In<'library.import'> = {
      request: newRequest(),
      staged,
      name: 'works.json',
      options: { tags: [`import ${kill}`], marks: true },
    };
    const { job } = await done(desk, 'library.import', body);
    await under(desk, job, Math.floor(next() * count * 0.6));
    await ext.crash();
    desk = await openLibraryDesk(ext);
    hit += (await jobs(desk)).some((row) => row.id === job && isOpen(row)) ? 1 : 0;
    expect((await done(desk, 'library.import', body)).job).toBe(job);
    await settled(desk);
    const row = (await jobs(desk)).find(({ id }) => id === job);
    const known = kill === 0 ? 0 : count - 1_000;
    expect(row).toMatchObject({ state: 'done', result: { imported: count - known, merged: known, skipped: 0 } });
    const saved = await rowsOf(desk, 'papers');
    expect(saved).toHaveLength(kill * 1_000 + count);
    const tagged = saved.filter((paper) => (paper['tags'] as readonly string[]).includes(`import ${kill}`));
    expect(tagged).toHaveLength(count);
  }
  expect(hit).toBeGreaterThan(0);
});

test(`E12: the browser is killed ${KILLS} times while a library of an older version is upgraded`, async ({ ext }) => {
  const log = new OperationLog();
  const next = random(Number(process.env['SOAK_SEED'] ?? 1) + 13);
  let desk = await filled(ext, log);
  await done(desk, 'library.edit', {
    request: newRequest(),
    keys: [keyOf(3)],
    edits: [{ do: 'tag', tag: 'kept', on: true }],
  });
  log.edit([keyOf(3)], [{ do: 'tag', tag: 'kept', on: true }]);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await downgrade(desk);
    await ext.relaunchAndCrash(next() * 1_500);
    desk = await openLibraryDesk(ext);
    await until(async () => (await health(desk)).state === 'good', 'the library to be good', 60_000);
    expect(log.differences(await rowsOf(desk, 'papers'))).toEqual([]);
  }
});
