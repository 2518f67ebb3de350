/** Jobs end in the same state whatever dies meanwhile. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalForm } from '../../storage/papers/normal-form.testing.ts';
import type { Engine } from '../context.ts';
import { engineOn, freshGround, type Ground } from '../engine.testing.ts';
import { inventedDigests, textOf } from '../invented.testing.ts';
import { requestForget, requestIngest } from '../requests.ts';
import { makeQueue } from './queue.ts';

const runs = process.env['SOAK'] ? 2_000 : 30;
type Digests = Parameters<typeof textOf>[0][];

async function ask(engine: Engine, digests: Digests, names?: readonly number[]): Promise<void> {
  for (const [i, entries] of digests.entries()) {
    const n = names?.[i] ?? i;
    const request = `request-number-${n}`;
    await requestIngest(engine, { request, name: `digest ${n}`, kind: 'added', text: textOf(entries) });
  }
}

async function finish(engine: Engine): Promise<void> {
  const queue = makeQueue(engine, () => undefined);
  queue.wake();
  await queue.idle();
}

async function stateOf(digests: Digests, names?: readonly number[]): Promise<unknown> {
  const engine = await engineOn(freshGround());
  await ask(engine, digests, names);
  await finish(engine);
  return normalForm(engine.db);
}

/** A worker that dies when it begins its `n`-th transaction, or right after it. @returns whether it died */
async function dieAt(
  ground: Ground,
  n: number,
  after: boolean,
  work: (engine: Engine) => Promise<unknown>,
): Promise<boolean> {
  const engine = await engineOn(ground);
  let count = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    engine.db.close();
    throw new DOMException('killed', 'InvalidStateError');
  };
  const real = engine.db.transaction.bind(engine.db) as (...args: unknown[]) => Promise<unknown>;
  engine.db.transaction = (async (...args: unknown[]) => {
    count += 1;
    if (dead || (count === n && !after)) die();
    const value = await real(...args);
    if (count >= n) die();
    return value;
  }) as never; // the same signature, passed through
  const quiet = { ...engine, report: () => undefined };
  await work(quiet).catch(() => undefined);
  await finish(quiet);
  engine.db.close();
  return dead;
}

describe('jobs', () => {
  test('the order in which digests are added decides nothing', async () => {
    await fc.assert(
      fc.asyncProperty(inventedDigests, async (digests) => {
        const names = digests.map((_, i) => i).reverse();
        expect(await stateOf([...digests].reverse(), names)).toEqual(await stateOf([...digests]));
      }),
      { numRuns: runs },
    );
  });

  test('B14: an ingest killed at any step and resumed ends as if nothing had happened', async () => {
    await fc.assert(
      fc.asyncProperty(
        inventedDigests,
        fc.array(fc.nat(14), { maxLength: 4 }),
        fc.boolean(),
        async (digests, cuts, after) => {
          const ground = freshGround();
          for (const cut of cuts) await dieAt(ground, cut + 1, after, (engine) => ask(engine, [...digests]));
          const engine = await engineOn(ground);
          await ask(engine, [...digests]); // the pages ask again: the same requests
          await finish(engine);
          expect(await normalForm(engine.db)).toEqual(await stateOf([...digests]));
          expect(await ground.files.list()).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });

  test('a digest forgotten again leaves exactly what the others told, also when killed midway', async () => {
    await fc.assert(
      fc.asyncProperty(
        inventedDigests,
        fc.nat(3),
        fc.option(fc.nat(8), { nil: undefined }),
        async (digests, which, cut) => {
          const ground = freshGround();
          const gone = which % digests.length;
          const engine = await engineOn(ground);
          await ask(engine, [...digests]);
          await finish(engine);
          const row = (await engine.db.digests.toArray()).find(({ name }) => name === `digest ${gone}`);
          engine.db.close();
          const forget = (e: Engine) => requestForget(e, { request: 'request-to-forget', digests: [row?.id ?? -1] });
          if (cut !== undefined) await dieAt(ground, cut + 1, true, forget);
          const next = await engineOn(ground);
          await forget(next);
          await finish(next);
          const names = digests.map((_, i) => i).filter((i) => i !== gone);
          expect(await normalForm(next.db)).toEqual(
            await stateOf(
              names.map((i) => digests[i] ?? []),
              names,
            ),
          );
        },
      ),
      { numRuns: runs },
    );
  });

  test('everything forgotten is an empty store that goes on working', async () => {
    const engine = await engineOn(freshGround());
    const entry = (title: string) => ({ title, ids: [], links: [], tags: [], line: 1 });
    await ask(engine, [[entry('A title that is long enough to decide')]]);
    await requestForget(engine, { request: 'request-to-forget', digests: 'all' });
    await finish(engine);
    expect(await normalForm(engine.db)).toEqual(await stateOf([]));
    await ask(engine, [[entry('Another title that is long enough')]], [7]);
    await finish(engine);
    expect(await normalForm(engine.db)).toEqual(await stateOf([[entry('Another title that is long enough')]], [7]));
  });
});
