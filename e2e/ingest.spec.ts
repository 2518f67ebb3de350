/** Digests go in, whatever dies meanwhile, and can be forgotten again. */
import type { Page } from '@playwright/test';
import type { In, Out } from '../src/messaging/calls.ts';
import { addDigest, addSample, callFrom, jobDone, jobState, lineOf, openDesk } from './harness/digests.ts';
import { eachFlow } from './harness/each-flow.ts';
import { type Extension, expect, inventedRecords, test } from './harness/extension.ts';
import { countRows, stagedNames, stageText, storedContent } from './harness/papers-store.ts';
import { browserSession, targets, until } from './harness/worker.ts';

const MANY = 4_000;
const textOf = (count: number, seed: number): string => inventedRecords(count, seed).map(lineOf).join('\n');
const desk = (ext: Extension): Promise<Page> => openDesk(ext.context, ext.id);

const add = (
  page: Page,
  text: string,
  name = 'many',
  request: string = crypto.randomUUID(),
): Promise<Out<'digest.add'>> => callFrom(page, 'digest.add', { request, name, text });

const begun = (page: Page, job: number, done = 250): Promise<void> =>
  until(async () => ((await jobState(page, job))?.done ?? 0) >= done, 'the job to be under way', 60_000);

/** What the same digest gives without any interruption, in the same browser: everything forgotten first. */
async function uninterrupted(page: Page, text: string): Promise<readonly string[]> {
  const { job: gone } = await callFrom(page, 'digest.forget', { request: crypto.randomUUID(), digests: 'all' });
  await jobDone(page, gone);
  expect(await countRows(page, 'papers')).toBe(0);
  const { job } = await add(page, text);
  await jobDone(page, job, 120_000);
  return storedContent(page);
}

/** The engine dies with its document and worker. */
async function killEngine(ext: Extension): Promise<void> {
  const session = await browserSession(ext.context);
  const engine = (await targets(session)).find((target) => target.url.endsWith('/src/engine/offscreen.html'));
  if (!engine) throw new Error('The engine is not running.');
  await session.send('Target.closeTarget', { targetId: engine.targetId });
  await until(async () => !(await targets(session)).some((t) => t.targetId === engine.targetId), 'the engine to die');
}

eachFlow('a digest is added, told by its job, and forgotten again', async ({ ext, step }) => {
  const page = await desk(ext);
  const text = textOf(40, 3);
  const request = crypto.randomUUID();
  const { job } = await step('add', () => add(page, text, 'forty', request));
  await jobDone(page, job);
  expect(await countRows(page, 'papers')).toBe(40);
  const again = await step('add again by the same request', () => add(page, text, 'forty', request));
  expect(again.job).toBe(job);
  expect(await countRows(page, 'digests')).toBe(1);
  const one: In<'digest.forget'> = { request: crypto.randomUUID(), digests: [1] };
  const { job: gone } = await step('forget', () => callFrom(page, 'digest.forget', one));
  await jobDone(page, gone);
  for (const table of ['papers', 'entries', 'aliases', 'abstracts', 'digests'] as const)
    expect(await countRows(page, table), table).toBe(0);
  expect(await stagedNames(page)).toEqual([]);
  expect(ext.web.unexpected()).toEqual([]);
});

test('B14: the browser killed in the middle of an ingest resumes it, to the same end', async ({ ext }) => {
  const text = textOf(MANY, 4);
  const first = await desk(ext);
  const { job } = await add(first, text);
  await begun(first, job);
  await ext.crash();
  const page = await desk(ext);
  expect((await jobState(page, job))?.done).toBeLessThan(MANY);
  await jobDone(page, job, 120_000); // nobody asked: the background goes on by itself when it starts
  const resumed = await storedContent(page);
  expect(await stagedNames(page)).toEqual([]);
  expect(resumed).toEqual(await uninterrupted(page, text));
});

test('B14: engine and service worker killed in the middle of an ingest, to the same end', async ({ ext }) => {
  const text = textOf(MANY, 5);
  const page = await desk(ext);
  const { job } = await add(page, text);
  for (const done of [250, 1_000, 2_000]) {
    await begun(page, job, done);
    await killEngine(ext);
    await ext.worker.kill();
    // Any event wakes the background; here a look-up, as every page makes.
    await callFrom(page, 'papers.lookup', { queries: [], full: 0 });
    await ext.worker.assertRestarted();
  }
  await jobDone(page, job, 120_000);
  const resumed = await storedContent(page);
  expect(resumed).toEqual(await uninterrupted(page, text));
});

test('F07: an ingest goes on when the page that asked for it is closed', async ({ ext }) => {
  const asking = await desk(ext);
  const { job } = await add(asking, textOf(1_000, 6));
  await asking.close();
  const page = await desk(ext);
  await jobDone(page, job, 120_000);
  expect(await countRows(page, 'papers')).toBe(1_000);
});

test('B13: cancelled in the middle, nothing of it stays, and what was there before does', async ({ ext }) => {
  const page = await desk(ext);
  await addSample(page);
  const before = await storedContent(page);
  const { job } = await add(page, textOf(MANY, 7));
  await begun(page, job);
  await callFrom(page, 'digest.cancel', { job });
  await until(async () => (await countRows(page, 'digests')) === 1, 'the half digest to go', 60_000);
  expect((await jobState(page, job))?.state).toBe('cancelled');
  expect(await storedContent(page)).toEqual(before);
});

test('A15: a digest over the cap is refused with a clear text', async ({ ext }) => {
  const page = await desk(ext);
  const line = JSON.stringify({ title: 'One of far too many papers', ids: [] });
  await stageText(page, 'too-many', `${line}\n`.repeat(200_001));
  const { job } = await callFrom(page, 'digest.add', {
    request: crypto.randomUUID(),
    name: 'too many',
    staged: 'too-many',
  });
  await expect(jobDone(page, job, 120_000)).rejects.toThrow(/200,000 papers. Split it/);
  expect(await countRows(page, 'papers')).toBe(0);
  await until(async () => (await stagedNames(page)).length === 0, 'the staged file to go');
});

test('A14: an abstract of 10 MB is cut and the rest of the digest is read', async ({ ext }) => {
  const page = await desk(ext);
  const long = JSON.stringify({ title: 'A paper that says far too much', abstract: 'word '.repeat(2_100_000) });
  const { job } = await add(page, `${long}\n${textOf(2, 8)}`);
  await jobDone(page, job, 60_000);
  const content = await storedContent(page);
  expect(content.filter((row) => row.startsWith('paper'))).toHaveLength(3);
  expect(content.join('')).toContain('"abstract-cut"');
});

test('the same digest twice under two names adds no second paper, and either can go', async ({ ext }) => {
  const page = await desk(ext);
  const records = inventedRecords(30, 9);
  await addDigest(page, records, 'first');
  const once = (await storedContent(page)).filter((row) => row.startsWith('alias'));
  await addDigest(page, records, 'second');
  expect(await countRows(page, 'papers')).toBe(30);
  const { job } = await callFrom(page, 'digest.forget', { request: crypto.randomUUID(), digests: [1] });
  await jobDone(page, job);
  expect(await countRows(page, 'papers')).toBe(30);
  expect((await storedContent(page)).filter((row) => row.startsWith('alias'))).toEqual(once);
  expect(ext.web.unexpected()).toEqual([]);
});
