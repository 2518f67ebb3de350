import { expect, test } from 'vitest';
import { makeRunner } from './runner.ts';

test('what is asked for in the last moment runs too', async () => {
  let rounds = 0;
  const queue = makeRunner(
    async () => {
      rounds += 1;
    },
    () => undefined,
    (busy) => {
      // The last moment: everything has run, and nobody is told yet that it may ask anew.
      if (!busy && rounds === 1) queue.wake();
    },
  );
  queue.wake();
  await queue.idle();
  await queue.idle();
  expect([rounds, queue.busy]).toEqual([2, false]);
});

test('one that was asked while a round fails gets a round of its own', async () => {
  const faults: unknown[] = [];
  let rounds = 0;
  const queue = makeRunner(
    async () => {
      rounds += 1;
      if (rounds > 1) return;
      queue.wake();
      throw new Error('the store went away');
    },
    (error) => faults.push(error),
    () => undefined,
  );
  queue.wake();
  while (queue.busy) await queue.idle();
  expect([rounds, faults.length]).toEqual([2, 1]);
});
