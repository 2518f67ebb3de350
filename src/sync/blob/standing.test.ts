import { expect, test } from 'vitest';
import { bytesOf, copyAt, fileOf, three } from './blob-copy.testing.ts';
import { holds } from './marker.ts';
import { MemoryBlobs, never } from './memory-blob.testing.ts';

/** Is a folder of segments still the one it was, and does nobody else write under this device's name? Numbers: SYNC.md 8. */

test('SYNC 43: on a disk that does not tell capitals from small letters, names that differ in that alone stay two copies', async () => {
  const blobs = new MemoryBlobs();
  blobs.manners = { caseless: true };
  const [a, b] = [copyAt('Device', blobs), copyAt('deVICE', blobs)];
  for (let round = 0; round < 4; round++) {
    a.fill(2, round * 2);
    b.fill(2, 50 + round * 2);
    for (const copy of [a, b]) expect((await copy.sync()).state).toBe('synced');
  }
  await a.sync();
  expect(a.store.papers.length).toBe(16);
  expect(b.store.text()).toBe(a.store.text());
});

test('SYNC 16: a copy of the profile takes a name of its own, whoever comes first, and both keep everything', async () => {
  const [a, b, blobs] = three();
  a.fill(5);
  await a.sync();
  const twin = copyAt('a', blobs, a);
  a.set('p1', 'mine');
  twin.set('p2', 'twin');
  twin.set('p3', 'twin');
  await a.sync();
  expect(await twin.sync()).toMatchObject({ state: 'synced', joined: 'copied' });
  expect(twin.store.clock.device).not.toBe('a');
  await a.sync();
  await b.sync();
  expect([a.store.text(), b.store.text()]).toEqual([twin.store.text(), twin.store.text()]);
});

test('SYNC 16: two that are open at once under one name: the number is given once, the other one moves away', async () => {
  const [a, b, blobs] = three();
  a.fill(5);
  await a.sync();
  const twin = copyAt('a', blobs, a);
  a.set('p1', 'mine');
  twin.set('p2', 'twin');
  const reports = await Promise.all([a.sync(), twin.sync()]);
  expect(reports.map(({ state }) => state)).toEqual(['synced', 'synced']);
  expect(reports.filter(({ joined }) => joined === 'copied').length).toBe(1);
  for (const copy of [a, twin, b]) await copy.sync();
  expect([a.store.text(), b.store.text()]).toEqual([twin.store.text(), twin.store.text()]);
});

test('SYNC 15: a profile put back to an older backup reads what it wrote since, under a new name', async () => {
  const [a, b, blobs] = three();
  a.fill(3);
  await a.sync();
  const backup = copyAt('a', blobs, a);
  a.fill(3, 10);
  await a.sync();
  backup.fill(1, 20);
  expect(await backup.sync()).toMatchObject({ state: 'synced', joined: 'copied' });
  expect(backup.store.papers.length).toBe(7);
  await b.sync();
  expect(b.store.text()).toBe(backup.store.text());
});

test('SYNC 18: a folder that was emptied is filled again by each who comes', async () => {
  const [a, b, blobs] = three();
  a.fill(3);
  b.fill(3, 3);
  for (const copy of [a, b, a]) await copy.sync();
  blobs.wipe();
  expect(await b.sync()).toMatchObject({ state: 'synced', joined: 'new-epoch', pushed: 6 });
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'new-epoch', pushed: 0 });
  expect(a.store.papers.length).toBe(6);
});

test('SYNC 24: a folder put back to an older state gets what it lacks, also of those who never come again', async () => {
  const [a, b, blobs] = three();
  const c = copyAt('c', blobs);
  for (const [i, copy] of [a, b, c].entries()) {
    copy.fill(2, i * 2);
    await copy.sync();
  }
  await b.sync();
  const restore = blobs.backup();
  a.fill(3, 10);
  await a.sync();
  expect(await b.sync()).toMatchObject({ changed: 3, pushed: 0 });
  restore();
  // a is gone for good; b wrote nothing that is missing, and only read what is.
  expect(await b.sync()).toMatchObject({ state: 'synced', joined: 'lost', pushed: 3 });
  await c.sync();
  expect(c.store.papers.length).toBe(9);
  a.fill(1, 20);
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'lost', pushed: 1 });
});

test('some of the own files are missing: they are written again', async () => {
  const [a, b, blobs] = three();
  for (let i = 0; i < 3; i++) {
    a.fill(1, i);
    await a.sync();
  }
  blobs.files.delete(fileOf(blobs, 'a', 1));
  expect(await a.sync()).toMatchObject({ state: 'synced', joined: 'lost', pushed: 1 });
  await b.sync();
  expect(b.store.papers.length).toBe(3);
});

test('a listing that lags behind is no loss', async () => {
  const [a, b, blobs] = three();
  for (let i = 0; i < 3; i++) {
    a.fill(1, i);
    await a.sync();
    await b.sync();
  }
  const newest = fileOf(blobs, 'a');
  const stale = new Map(blobs.files);
  stale.delete(newest);
  for (const copy of [a, b]) {
    const all = blobs.files;
    blobs.requests = [];
    copy.step = () => {
      blobs.files = blobs.requests.at(-1)?.startsWith('list') === true ? stale : all;
    };
    expect(await copy.sync()).toMatchObject({ state: 'synced', pushed: 0, changed: 0 });
    expect((await copy.sync()).joined).toBeUndefined();
    copy.step = () => undefined;
    blobs.files = all;
  }
});

test('the marker: a login page, a later version, a missing one among segments, and one that broke off', async () => {
  const [a, b, blobs] = three();
  const place = blobs.target(
    async () => false,
    () => 0.5,
  );
  expect(await holds(place, never)).toMatchObject({ value: 'nothing' });
  a.fill(2);
  await a.sync();
  expect(await holds(place, never)).toMatchObject({ value: 'library' });
  const marker = bytesOf(blobs, 'lib/format.json');
  blobs.put('lib/format.json', '<!doctype html><title>Sign in</title>');
  expect(await a.sync()).toMatchObject({ state: 'failed', fault: 'not-a-library' });
  blobs.put('lib/format.json', JSON.stringify({ epoch: 'x', schema: 9, minReader: 9 }));
  expect(await b.sync()).toMatchObject({ readOnly: 'newer', changed: 2 });
  blobs.put('lib/format.json', JSON.stringify({ epoch: 'x', schema: 1, minReader: 1, enc: { salt: '' } }));
  expect(await holds(place, never)).toMatchObject({ value: 'encrypted' });
  expect(await a.sync()).toMatchObject({ state: 'failed', fault: 'passphrase' });
  // Whoever never was here waits for it; whoever was writes it anew.
  blobs.files.delete('lib/format.json');
  expect(await copyAt('c', blobs).sync()).toMatchObject({ state: 'failed', fault: 'damaged' });
  expect(await a.sync()).toMatchObject({ state: 'synced' });
  expect(bytesOf(blobs, 'lib/format.json')).toEqual(marker);
  blobs.put('lib/format.json', marker.slice(0, 20));
  expect(await a.sync()).toMatchObject({ state: 'synced' });
  expect(bytesOf(blobs, 'lib/format.json')).toEqual(marker);
});
