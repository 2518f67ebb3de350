/** The list of requests a person can look at. */
import { expect, test, vi } from 'vitest';
import { LOG_SIZE, type LogEntry, type LogStore, requestLog } from './log.ts';

const entry = (at: number): LogEntry => ({ at, host: '127.0.0.1:23119', purpose: 'test', outcome: 200, bytes: 3 });

function memory(): LogStore & { stored: unknown } {
  const store = {
    stored: undefined as unknown,
    read: async () => structuredClone(store.stored),
    write: async (entries: readonly LogEntry[]) => {
      await new Promise((done) => setTimeout(done, 1)); // a slow store is where additions would overtake each other
      store.stored = structuredClone(entries);
    },
  };
  return store;
}

test('requests made at the same time are all there, in their order', async () => {
  const log = requestLog(memory(), () => undefined);
  await Promise.all([1, 2, 3, 4, 5].map((at) => log.add(entry(at))));
  expect((await log.entries()).map(({ at }) => at)).toEqual([1, 2, 3, 4, 5]);
});

test('only the last 200 are kept', async () => {
  const store = memory();
  store.stored = Array.from({ length: LOG_SIZE }, (_, at) => entry(at));
  const log = requestLog(store, () => undefined);
  await log.add(entry(1000));
  const kept = await log.entries();
  expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([LOG_SIZE, 1, 1000]);
});

test('what is no entry in a damaged store is left out', async () => {
  const store = memory();
  store.stored = [null, 'x', { at: 'now' }, { ...entry(1), secret: 'S3CR3T' }];
  expect(await requestLog(store, () => undefined).entries()).toEqual([entry(1)]);
  store.stored = { length: 3 };
  expect(await requestLog(store, () => undefined).entries()).toEqual([]);
});

test('a store that cannot be written stops no request, and the next one is kept', async () => {
  const store = memory();
  const heard = vi.fn();
  const log = requestLog({ ...store, write: async () => Promise.reject(new Error('full')) }, heard);
  await expect(log.add(entry(1))).resolves.toBeUndefined();
  expect(heard).toHaveBeenCalledOnce();
});
