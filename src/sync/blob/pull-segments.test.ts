import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Copy } from '../copy.testing.ts';
import { fault } from '../outcome.ts';
import { bytesOf, copyAt, fileOf, requested, segments, three } from './blob-copy.testing.ts';
import { plainCodec } from './codec.ts';
import { MemoryBlobs, plainPlace, sha256 } from './memory-blob.testing.ts';
import { segmentTarget } from './segment-target.ts';

/** Files in a folder of segments that are missing, not whole, of others, or made to harm. Numbers: SYNC.md 8. */

const whole = async (body: Uint8Array): Promise<Uint8Array> =>
  Buffer.concat([Buffer.from(`SCH1 ${body.length} ${await sha256(body)}\n`), body]);

test('SYNC 34: an upload that broke off and is seen is passed over; what was in it goes under the next number', async () => {
  const [a, b, blobs] = three();
  a.fill(3);
  await a.sync();
  blobs.manners = { truncates: 1 };
  a.set('p1', 'reading');
  const cut = await a.sync();
  expect(cut).toMatchObject({ state: 'failed', fault: 'timeout' });
  blobs.manners = {};
  expect(segments(blobs).length).toBe(5); // tried four times
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 3 });
  expect(await a.sync()).toMatchObject({ state: 'synced', pushed: 1 });
  // The pieces are gone: they would be told of for ever.
  expect(segments(blobs).map((path) => path.slice(-7))).toEqual(['001.seg', '006.seg']);
  expect((await b.sync()).state).toBe('synced');
  expect(b.store.text()).toBe(a.store.text());
});

test('SYNC 39, SYNC 41: what is listed and not there, and what comes before what is missing, is read later', async () => {
  const [a, b, blobs] = three();
  for (let i = 0; i < 4; i++) {
    a.fill(1, i);
    await a.sync();
  }
  const [second = '', third = ''] = segments(blobs).slice(1, 3);
  const [late, torn] = [bytesOf(blobs, second), bytesOf(blobs, third)];
  blobs.files.delete(second);
  blobs.put(third, torn.slice(0, 40));
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 2, unreadable: 0 });
  blobs.put(third, torn);
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 1 });
  blobs.put(second, late);
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 1 });
  expect(b.store.text()).toBe(a.store.text());
  blobs.requests = [];
  await b.sync();
  expect(requested(blobs)).toEqual(['get', 'list']);
});

test('SYNC 34, D09: a file that stays broken is told of after three syncs, is in nobody’s way, and is read once it is whole', async () => {
  const [a, b, blobs] = three();
  a.fill(2);
  await a.sync();
  const path = fileOf(blobs, 'a');
  const bytes = bytesOf(blobs, path);
  const wrong = bytes.slice();
  wrong[bytes.length - 9] = (wrong[bytes.length - 9] ?? 0) ^ 1;
  blobs.put(path, wrong);
  b.fill(1, 9);
  const told: number[] = [];
  for (let i = 0; i < 4; i++) told.push((await b.sync()).unreadable);
  expect(told).toEqual([0, 0, 1, 1]);
  expect(segments(blobs, 'b').length).toBe(1);
  for (let i = 0; i < 10; i++) await b.sync();
  blobs.requests = [];
  await b.sync();
  expect(blobs.requests).not.toContain(`get ${path}`); // by now at every 16th only
  blobs.put(path, bytes);
  for (let i = 0; i < 16; i++) await b.sync();
  expect(await b.sync()).toMatchObject({ unreadable: 0 });
  expect(b.store.papers.length).toBe(3);
});

test('SYNC 40: files of others are neither read nor touched', async () => {
  const [a, b, blobs] = three();
  a.fill(2);
  await a.sync();
  const path = fileOf(blobs, 'a');
  const others = [
    path.replace('.seg', " (Ann's conflicted copy 2026-01-02).seg"),
    path.replace('.seg', '.sync-conflict-20260102-101010-ABCDEFG.seg'),
    `${path}.tmp`,
    'lib/tmp-1a2b',
    'lib/.stfolder',
    'lib/desktop.ini',
    'lib/dev-a-00000001/00000001.seg',
    'lib/format (1).json',
  ];
  for (const other of others) blobs.put(other, 'not ours');
  blobs.requests = [];
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 2, unreadable: 0 });
  expect(blobs.requests).toEqual(['get lib/format.json', 'list lib', `get ${path}`]);
  for (let i = 0; i < 5; i++) {
    a.fill(1, 10 + i);
    await a.sync();
  }
  expect(blobs.paths).toEqual(expect.arrayContaining(others));
});

test('SYNC 20: a file that the passphrase does not open stops the reading there; nothing is passed over', async () => {
  const blobs = new MemoryBlobs();
  const codec = { ...plainCodec };
  const sealing = {
    make: async () => ({ enc: { salt: 1 }, codec }),
    fits: async () => ({ ok: true as const, value: codec }),
  };
  const locked = (device: string): Copy =>
    new Copy(device, (fails, chance) => segmentTarget('t', blobs.target(fails, chance), plainPlace(64, sealing)));
  const [a, b] = [locked('a'), locked('b')];
  a.fill(3);
  await a.sync();
  codec.open = async () => fault('passphrase');
  expect(await b.sync()).toMatchObject({ state: 'failed', fault: 'passphrase', pulled: 0 });
  codec.open = plainCodec.open;
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 3 });
  expect(await copyAt('c', blobs).sync()).toMatchObject({ fault: 'passphrase', pulled: 0 });
  // How it was encrypted stands in the marker alone: without it nobody begins anew.
  const marker = bytesOf(blobs, 'lib/format.json');
  blobs.files.delete('lib/format.json');
  expect(await a.sync()).toMatchObject({ state: 'failed', fault: 'damaged' });
  blobs.put('lib/format.json', marker);
  expect((await a.sync()).state).toBe('synced');
});

test('D12: of thousands of files that nobody can read only some are tried at each sync', async () => {
  const [a, b, blobs] = three();
  a.fill(2);
  await a.sync();
  for (let i = 1; i <= 3_000; i++) blobs.put(`lib/dev-zz-00000000.${String(i).padStart(8, '0')}.seg`, '');
  for (let i = 1; i <= 10; i++) {
    blobs.requests = [];
    await b.sync();
    expect(blobs.requests.length).toBeLessThan(60);
  }
  expect(b.store.papers.length).toBe(2);
  expect(((await b.store.memory('t'))?.cursor ?? '').length).toBeLessThan(10_000);
});

test('D07: a place that gives everything back twice, under other names too, makes nothing new', async () => {
  const [a, b, blobs] = three();
  a.fill(3);
  await a.sync();
  for (const path of segments(blobs)) blobs.put(path.replace(/dev-a-\w{8}/, 'dev-z-00000000'), bytesOf(blobs, path));
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 3, pushed: 0 });
  expect(await a.sync()).toMatchObject({ state: 'synced', changed: 0, pushed: 0 });
  expect(b.store.text()).toBe(a.store.text());
});

test('D15: a file that would unpack to gigabytes is stopped, and the others are read', async () => {
  const [a, b, blobs] = three();
  a.fill(2);
  await a.sync();
  blobs.put('lib/dev-x-00000000.00000001.seg', await whole(gzipSync(Buffer.alloc(64 * 1024 * 1024))));
  blobs.put('lib/dev-x-00000000.00000002.seg', await whole(gzipSync(`${'[['.repeat(2_000_000)}\n`)));
  blobs.put('lib/dev-x-00000000.00000003.seg', await whole(Buffer.from('no gzip')));
  blobs.put('lib/dev-x-00000000.00000004.seg', '');
  expect(await b.sync()).toMatchObject({ state: 'synced', changed: 2 });
});

test('D16: keys that are names of objects, fields of later versions and a long note come through as they are', async () => {
  const [a, b] = three();
  a.set('p1', JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 1}'), { field: '__proto__' });
  a.set('__proto__', 'javascript:alert(1)', { field: 'later' });
  a.set('n', 'x'.repeat(10_000_000), { kind: 'x-later' });
  expect(await a.sync()).toMatchObject({ state: 'synced' });
  await b.sync();
  expect(b.store.text()).toBe(a.store.text());
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
