import { expect, test } from 'vitest';
import { Copy } from '../copy.testing.ts';
import { fault } from '../outcome.ts';
import { copyAt, requested, segments, three } from './blob-copy.testing.ts';
import { plainPlace } from './memory-blob.testing.ts';
import { segmentTarget } from './segment-target.ts';

/** A folder of segments as a place: requests, files, and places that do less than they say. Numbers: SYNC.md 8. */

test('a change goes with five requests, and nothing new costs two', async () => {
  const [a, b, blobs] = three();
  a.fill(30);
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'first', pushed: 30 });
  expect(await b.sync()).toMatchObject({ state: 'synced', pulled: 30, pushed: 0 });
  requested(blobs);
  a.set('p1', 'reading');
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 1 });
  // `create` is three requests of a WebDAV server: PUT, look, MOVE.
  expect(requested(blobs)).toEqual(['get', 'list', 'create']);
  expect((await a.sync()).state).toBe('synced');
  expect(requested(blobs)).toEqual(['get', 'list']);
  expect(await b.sync()).toMatchObject({ changed: 1 });
  expect(requested(blobs)).toEqual(['get', 'list', 'get']);
  await b.sync();
  expect(requested(blobs)).toEqual(['get', 'list']);
  expect(b.store.text()).toBe(a.store.text());
});

test('a first push of many records makes few files, each of which is committed by itself', async () => {
  const [a, b, blobs] = three();
  a.fill(12_000);
  await a.sync();
  expect(segments(blobs).length).toBe(3);
  const commits: number[] = [];
  const { commit } = b.store;
  b.store.commit = async (target, incoming) => {
    commits.push(incoming.merge.length);
    return commit(target, incoming);
  };
  requested(blobs);
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 12_000, pushed: 0 });
  expect(requested(blobs).length).toBe(5);
  expect(Math.max(...commits)).toBe(500);
});

test('whoever comes new, and reads old states after new ones, has nothing to send', async () => {
  const [a, b, blobs] = three();
  b.fill(40);
  for (const copy of [b, a]) await copy.sync();
  for (let i = 0; i < 40; i++) a.set(`p${i}`, 'reading');
  await a.sync();
  expect(await b.sync({ decision: 'apply' })).toMatchObject({ state: 'paused' });
  expect(await b.sync({ decision: 'apply' })).toMatchObject({ state: 'synced', pushed: 0 });
  expect(await copyAt('z', blobs).sync()).toMatchObject({ state: 'synced', pulled: 80, pushed: 0 });
});

test('records of more bytes than one segment holds go in several', async () => {
  const [a, b, blobs] = three();
  for (let i = 10; i < 22; i++) a.set(`p${i}`, `${i}`.repeat(1_000_000), { field: 'comment' });
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 12 });
  expect(segments(blobs).length).toBeGreaterThan(1);
  await b.sync();
  expect(b.store.text()).toBe(a.store.text());
});

test('SYNC 33, D08: a place that overwrites whatever is asked loses nothing: no name is used twice', async () => {
  const [a, b, blobs] = three();
  blobs.manners = { overwrites: true };
  for (let round = 0; round < 5; round++) {
    a.fill(3, round * 3);
    b.fill(3, 50 + round * 3);
    await Promise.all([a.sync(), b.sync()]);
  }
  for (const copy of [a, b, a]) expect((await copy.sync()).state).toBe('synced');
  expect(a.store.papers.length).toBe(30);
  expect(b.store.text()).toBe(a.store.text());
});

test('SYNC 36: a file that was created though no answer came is not sent again', async () => {
  const [a, b, blobs] = three();
  a.fill(3);
  await a.sync();
  blobs.requests = [];
  let silent = false;
  a.step = () => {
    silent = blobs.requests.at(-1)?.startsWith('create') === true && !silent;
    blobs.manners = { silent: silent ? 1 : 0 };
  };
  a.set('p1', 'reading');
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 1 });
  expect(blobs.requests.map((one) => one.split(' ')[0])).toEqual(['get', 'list', 'create', 'get']);
  await b.sync();
  expect(b.store.text()).toBe(a.store.text());
});

test('SYNC 38: no room, a lock or a right that is missing stops the sending, not the reading; what was to be sent stays due', async () => {
  for (const why of ['full', 'locked', 'forbidden', 'signed-out', 'not-allowed'] as const) {
    const [a, , blobs] = three();
    a.fill(2);
    await a.sync();
    const driver = blobs.target(
      async () => false,
      () => 0.5,
    );
    const honest = driver.createExclusive;
    const b = new Copy('b', () => segmentTarget('t', driver, plainPlace()));
    b.fill(2, 5);
    Object.assign(driver, { createExclusive: async () => fault(why, 'HTTP') });
    expect(await b.sync()).toMatchObject({ state: 'failed', fault: why, changed: 2, pushed: 0 });
    Object.assign(driver, { createExclusive: honest });
    expect(await b.sync()).toMatchObject({ state: 'synced', pushed: 2 });
    await a.sync();
    expect(a.store.text()).toBe(b.store.text());
  }
});

test('D09: a driver that says that nothing was stored leaves the change due', async () => {
  const [a, b, blobs] = three();
  a.fill(2);
  await a.sync();
  const driver = blobs.target(
    async () => false,
    () => 0.5,
  );
  const honest = driver.createExclusive;
  Object.assign(driver, { createExclusive: async () => fault('damaged', 'read back') });
  const doubtful = new Copy('a', () => segmentTarget('t', driver, plainPlace()), a);
  doubtful.fill(1, 5);
  expect(await doubtful.sync()).toMatchObject({ state: 'failed', fault: 'damaged', pushed: 0 });
  Object.assign(driver, { createExclusive: honest });
  expect(await doubtful.sync()).toMatchObject({ state: 'synced', pushed: 1 });
  await b.sync();
  expect(b.store.papers.length).toBe(3);
});
