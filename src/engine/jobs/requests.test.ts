/** What a person asks of the engine, and what they then find. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../core/entry.ts';
import type { In } from '../../messaging/calls.ts';
import { normalForm } from '../../storage/papers/normal-form.testing.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import type { Engine } from '../context.ts';
import { engineOn, freshGround } from '../engine.testing.ts';
import { textOf } from '../invented.testing.ts';
import { requestCancel, requestForget, requestIngest } from '../requests.ts';
import { makeQueue } from './queue.ts';

const entries = (count: number, from = 0): readonly Entry[] =>
  Array.from({ length: count }, (_, i) => ({
    title: `An invented paper with the number ${from + i}`,
    ids: [],
    links: [],
    tags: [],
    line: 1,
  }));

const ingestBody = (text: string, more: Partial<In<'engine.ingest'>> = {}): In<'engine.ingest'> => ({
  request: `request-${Math.random().toString(36).slice(2).padEnd(12, 'x')}`,
  name: 'a digest',
  kind: 'added',
  text,
  ...more,
});

async function run(engine: Engine, body: In<'engine.ingest'>): Promise<JobRow | undefined> {
  const { job } = await requestIngest(engine, body);
  await finish(engine);
  return engine.db.jobs.get(job);
}

async function finish(engine: Engine): Promise<void> {
  const queue = makeQueue(engine, () => undefined);
  queue.wake();
  await queue.idle();
}

describe('adding a digest', () => {
  test('F02: the same request is the same job and has one effect', async () => {
    const engine = await engineOn(freshGround());
    const body = ingestBody(textOf(entries(3)), { request: 'request-sent-twice' });
    const first = await run(engine, body);
    const second = await run(engine, body);
    expect(second?.id).toBe(first?.id);
    expect(await engine.db.digests.count()).toBe(1);
    expect(await engine.db.papers.count()).toBe(3);
    expect(await engine.files.list()).toEqual([]);
  });

  test.each([
    ['nothing that is a digest', 'unknown-format', 'Hello, this is a letter and no digest at all.'],
    ['no text', 'empty', '   \n '],
  ])('%s ends the job as %s with a sentence', async (_, error, text) => {
    const engine = await engineOn(freshGround());
    const job = await run(engine, ingestBody(text));
    expect(job).toMatchObject({ state: 'failed', error });
    expect(job?.detail).toMatch(/^[A-Z].*\.$/);
    expect(await engine.db.digests.count()).toBe(0);
  });

  test('A15: more than 200,000 papers are refused with a clear text', async () => {
    const engine = await engineOn(freshGround());
    const line = JSON.stringify({ title: 'One of far too many papers', ids: [] });
    const job = await run(engine, ingestBody(`${line}\n`.repeat(200_001)));
    expect(job).toMatchObject({ state: 'failed', error: 'too-large' });
    expect(job?.detail).toMatch(/200,000 papers.*Split it/);
    expect(await engine.db.entries.count()).toBe(0);
  });

  test('A14: an abstract of 10 MB is cut, flagged and read in half a second', async () => {
    const engine = await engineOn(freshGround());
    const body = ingestBody(
      JSON.stringify({ title: 'A paper that says too much', ids: [], abstract: 'word '.repeat(2_100_000) }),
    );
    const job = await run(engine, body);
    expect(job?.state).toBe('done');
    const [row] = await engine.db.entries.toArray();
    expect(row?.entry.flags).toContain('abstract-cut');
    expect(row?.entry.abstract?.length).toBeLessThanOrEqual(1024 * 1024);
  });

  test('A17: one digest that names a paper a thousand times gives one record, and keeps few entries', async () => {
    const engine = await engineOn(freshGround());
    const lines = Array.from({ length: 1_000 }, (_, v) =>
      JSON.stringify({ title: 'A paper of many versions', ids: [`arXiv:2511.00001v${v + 1}`] }),
    );
    await run(engine, ingestBody(lines.join('\n')));
    expect(await engine.db.papers.count()).toBe(1);
    expect(await engine.db.entries.count()).toBeLessThanOrEqual(8);
  });
});

test('a digest that kills its reader again and again is given up, with a sentence', async () => {
  const engine = await engineOn(freshGround());
  const { job } = await requestIngest(engine, ingestBody(textOf(entries(3))));
  await engine.db.jobs.update(job, { tries: 8 });
  await finish(engine);
  expect(await engine.db.jobs.get(job)).toMatchObject({ state: 'failed', error: 'failed' });
  expect(await engine.db.papers.count()).toBe(0);
  expect(await engine.files.list()).toEqual([]);
});

describe('cancelling', () => {
  test('undoes what was read, and what others told stays', async () => {
    const engine = await engineOn(freshGround());
    await run(engine, ingestBody(textOf(entries(4))));
    const before = await normalForm(engine.db);
    const { job } = await requestIngest(engine, ingestBody(textOf(entries(40, 2))));
    const queue = makeQueue(engine, () => undefined);
    queue.wake();
    while (((await engine.db.jobs.get(job))?.done ?? 0) < 6) await new Promise((done) => setTimeout(done, 1));
    await requestCancel(engine, { job });
    await queue.idle();
    await finish(engine);
    expect((await engine.db.jobs.get(job))?.state).toBe('cancelled');
    expect(await normalForm(engine.db)).toEqual(before);
    expect(await engine.files.list()).toEqual([]);
  });

  test('of what already ended changes nothing', async () => {
    const engine = await engineOn(freshGround());
    const job = await run(engine, ingestBody(textOf(entries(2))));
    await requestCancel(engine, { job: job?.id ?? -1 });
    await finish(engine);
    expect((await engine.db.jobs.get(job?.id ?? -1))?.state).toBe('done');
    expect(await engine.db.papers.count()).toBe(2);
  });
});

describe('a listing', () => {
  const visit = (count: number, from = 0) =>
    ingestBody(textOf(entries(count, from)), { key: 'arxiv:/list/cs.LG/new', kind: 'listing', name: 'arXiv cs.LG' });

  test('seen again with the same text writes nothing', async () => {
    const engine = await engineOn(freshGround());
    await run(engine, visit(5));
    const epoch = await engine.db.meta.get('epoch');
    await run(engine, visit(5));
    expect(await engine.db.meta.get('epoch')).toEqual(epoch);
    expect(await engine.db.digests.count()).toBe(1);
  });

  test('seen again changed replaces what it told: revisits do not grow the store', async () => {
    const engine = await engineOn(freshGround());
    for (let n = 0; n < 5; n++) await run(engine, visit(5, n));
    const once = await engineOn(freshGround());
    await run(once, visit(5, 4));
    expect(await normalForm(engine.db)).toEqual(await normalForm(once.db));
  });

  test('keeps no time of the visit', async () => {
    const engine = await engineOn(freshGround());
    await run(engine, visit(2));
    expect(await engine.db.jobs.count()).toBe(0);
    const [row] = await engine.db.digests.toArray();
    expect(row).not.toHaveProperty('added');
    const [paper] = await engine.db.papers.toArray();
    expect(paper).not.toHaveProperty('firstDay');
  });
});

test('forgetting one of two digests keeps the papers that the other told of', async () => {
  const engine = await engineOn(freshGround());
  await run(engine, ingestBody(textOf(entries(4)), { name: 'first' }));
  await run(engine, ingestBody(textOf(entries(4, 2)), { name: 'second' }));
  expect(await engine.db.papers.count()).toBe(6);
  const [first] = await engine.db.digests.toArray();
  await requestForget(engine, { request: 'request-to-forget', digests: [first?.id ?? -1] });
  await finish(engine);
  expect((await engine.db.papers.toArray()).map(({ title }) => title).sort()).toEqual(
    entries(4, 2).map(({ title }) => title),
  );
  expect((await engine.db.meta.get('count'))?.value).toBe(4);
});
