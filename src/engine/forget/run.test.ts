/** Forgetting as the person watches it. */
import { expect, test } from 'vitest';
import { openJobs } from '../../storage/papers/commands/jobs.ts';
import { jobById } from '../../storage/papers/queries/jobs.ts';
import { engineOn, freshGround } from '../engine.testing.ts';
import { makeQueue } from '../jobs/queue.ts';
import { requestForget, requestIngest } from '../requests.ts';
import { forget } from './run.ts';

test('a forget job that goes on after a break counts each entry once in what there is to do', async () => {
  const engine = await engineOn(freshGround());
  for (const name of ['one', 'two']) {
    const records = [1, 2, 3, 4, 5].map((n) => JSON.stringify({ title: `A title of digest ${name}, number ${n}` }));
    const text = records.join('\n');
    await requestIngest(engine, { request: `request-add-${name}`, name, kind: 'added', format: 'jsonl', text });
  }
  const queue = makeQueue(engine, () => undefined);
  queue.wake();
  await queue.idle();
  const digests = (await engine.db.digests.toArray()).map(({ id }) => id);
  const { job } = await requestForget(engine, { request: 'request-to-forget', digests });

  // Dies at its second step of two entries.
  const { db } = engine;
  let steps = 0;
  const update = db.jobs.update.bind(db.jobs);
  db.jobs.update = ((...args: Parameters<typeof update>) => {
    steps += 1;
    if (steps === 2) throw new Error('killed');
    return update(...args);
  }) as never; // the same signature, passed through
  const [begun] = await openJobs(db);
  if (begun === undefined) throw new Error('no job');
  await expect(forget(engine, begun)).rejects.toThrow('killed');
  expect(await jobById(db, job)).toMatchObject({ done: 2, total: 10 });

  const [again] = await openJobs(db);
  if (again === undefined) throw new Error('no job');
  await forget(engine, again);
  expect(await jobById(db, job)).toMatchObject({ state: 'done', done: 10, total: 10 });
});
