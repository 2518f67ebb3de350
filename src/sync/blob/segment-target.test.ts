import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Copy } from '../copy.testing.ts';
import { fault } from '../outcome.ts';
import { plainCodec } from './codec.ts';
import { holds } from './marker.ts';
import { MemoryBlobs, never, plainPlace, sha256 } from './memory-blob.testing.ts';
import { segmentTarget } from './segment-target.ts';

/** A folder of segments as a place: what others put there, what lags, what is lost, who writes under one name. Numbers: SYNC.md 8. */

const copyAt = (device: string, blobs: MemoryBlobs, from?: Copy, most?: number): Copy =>
  new Copy(device, (fails, chance) => segmentTarget('t', blobs.target(fails, chance), plainPlace(most)), from);

const three = (): readonly [Copy, Copy, MemoryBlobs] => {
  const blobs = new MemoryBlobs();
  return [copyAt('a', blobs), copyAt('b', blobs), blobs];
};
const segments = (blobs: MemoryBlobs, device = ''): readonly string[] =>
  blobs.paths.filter((path) => path.startsWith(`lib/dev-${device}`));
const requested = (blobs: MemoryBlobs): readonly string[] => {
  const { requests } = blobs;
  blobs.requests = [];
  return requests.map((one) => one.split(' ')[0] ?? '');
};
/** The file of a device, its last by default. */
const fileOf = (blobs: MemoryBlobs, device: string, at = -1): string => segments(blobs, `${device}-`).at(at) ?? '';
const bytesOf = (blobs: MemoryBlobs, path: string): Uint8Array => blobs.files.get(path)?.bytes ?? new Uint8Array();
const whole = async (body: Uint8Array): Promise<Uint8Array> =>
  Buffer.concat([Buffer.from(`SCH1 ${body.length} ${await sha256(body)}\n`), body]);

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
