import { expect, test } from 'vitest';
import type { SyncReport } from '../../core/sync/report.ts';
import { Copy } from '../copy.testing.ts';
import { CouchDatabase } from '../couchdb/couch-database.testing.ts';
import { fault, type Outcome } from '../outcome.ts';
import { syncOnce } from '../sync-once.ts';
import { bundleTarget, writeBundle } from './bundle.ts';
import { plainCodec, type Sealing } from './codec.ts';
import { never, plainPlace, sha256 } from './memory-blob.testing.ts';

/** A library in one file. Numbers: SYNC.md 8. */

async function written(copy: Copy, place = plainPlace(), batch = 10): Promise<Blob> {
  const all = [...copy.store.library.values()].map(({ name, state }) => ({ ...name, state }));
  async function* batches() {
    for (let at = 0; at < all.length; at += batch) yield all.slice(at, at + batch);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of writeBundle(batches(), place)) parts.push(new Uint8Array(partOf(part)));
  return new Blob(parts);
}
function partOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

async function read(copy: Copy, file: Blob, place = plainPlace()): Promise<SyncReport> {
  const timer = { now: () => copy.time, sleep: async () => undefined, random: () => 0.5 };
  return syncOnce(bundleTarget('file', file, place), copy.store, timer, { signal: never, pullOnly: true });
}

const copyOf = (device: string): Copy => new Copy(device, new CouchDatabase());

test('what is written is read into another library, in parts', async () => {
  const [a, b] = [copyOf('a'), copyOf('b')];
  a.fill(55);
  a.set('n', 'text', { kind: 'x-later' });
  const file = await written(a);
  expect(await read(b, file)).toMatchObject({ state: 'synced', joined: 'first', changed: 56, pushed: 0 });
  expect(b.store.text()).toBe(a.store.text());
  expect(b.store.snapshots).toContain('first-sync');
  expect(await read(b, file)).toMatchObject({ state: 'synced', changed: 0 });
});

test('SYNC 21: an old export of one’s own brings nothing back, changes nothing and deletes nothing', async () => {
  const a = copyOf('a');
  a.fill(60);
  const file = await written(a);
  for (let i = 0; i < 30; i++) a.remove(`p${i}`);
  a.set('p40', 'reading');
  a.fill(5, 100);
  const before = a.store.text();
  expect(await read(a, file)).toMatchObject({ changed: 0, pulled: 60 });
  expect(a.store.text()).toBe(before);
});

test('SYNC 19, SYNC 21: a file that deletes much is asked about first', async () => {
  const [a, b] = [copyOf('a'), copyOf('b')];
  a.fill(60);
  await read(b, await written(a));
  for (let i = 0; i < 30; i++) a.remove(`p${i}`);
  expect(await read(b, await written(a))).toMatchObject({ state: 'paused' });
  expect(b.store.papers.length).toBe(60);
});

test('a file that broke off, or is not whole in its middle: what is whole comes in, and it is said', async () => {
  const a = copyOf('a');
  a.fill(50);
  const file = await written(a);
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const [damaged, papers] of [
    [bytes.slice(0, Math.floor(bytes.length / 2)), 20],
    [bytes.map((byte, i) => (i === Math.floor(bytes.length / 2) ? byte ^ 1 : byte)), 40],
    [bytes.slice(0, -1), 50],
  ] as const) {
    const b = copyOf('b');
    expect(await read(b, new Blob([damaged]))).toMatchObject({ state: 'failed', fault: 'damaged', changed: papers });
    expect(b.store.papers.length).toBe(papers);
    expect(await read(b, file)).toMatchObject({ changed: 50 - papers });
  }
});

test('other files are none of ours', async () => {
  const b = copyOf('b');
  for (const text of ['', '{}', '<!doctype html>', 'SCHB', 'SCHB {', 'SCHB []\n', 'SCHB {"bundle":"1"}\n'])
    expect(await read(b, new Blob([text]))).toMatchObject({ state: 'failed', fault: 'not-a-library' });
  expect(await read(b, new Blob(['SCHB {"bundle":2}\n']))).toMatchObject({ fault: 'newer' });
  expect(await read(b, new Blob(['SCHB {"bundle":1,"enc":{}}\n']))).toMatchObject({ fault: 'passphrase' });
});

test('SYNC 20: an encryption seals each part and says so in the head', async () => {
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x55);
  const codec = {
    ...plainCodec,
    seal: async (b: Uint8Array) => turned(b),
    open: async (b: Uint8Array) => ({ ok: true as const, value: turned(b) }),
  };
  const sealing: Sealing = {
    make: async () => ({ enc: { way: 'turned' }, codec }),
    fits: async (enc) =>
      JSON.stringify(enc) === '{"way":"turned"}' ? { ok: true, value: codec } : fault('passphrase'),
  };
  const [a, b] = [copyOf('a'), copyOf('b')];
  a.fill(3);
  const file = await written(a, { sealing, sha256 });
  expect(await read(b, file)).toMatchObject({ fault: 'passphrase' });
  expect(await read(b, file, { sealing, sha256 })).toMatchObject({ state: 'synced', changed: 3 });
});
