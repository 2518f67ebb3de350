import { expect, test } from 'vitest';
import { Copy } from '../copy.testing.ts';
import { MemoryBlobs, plainPlace } from './memory-blob.testing.ts';
import { segmentTarget } from './segment-target.ts';

/** Many small files of one device become one. */

const copyAt = (device: string, blobs: MemoryBlobs, most = 8): Copy =>
  new Copy(device, (fails, chance) => segmentTarget('t', blobs.target(fails, chance), plainPlace(most)));

const files = (blobs: MemoryBlobs, device: string): number =>
  blobs.paths.filter((path) => path.startsWith(`lib/dev-${device}-`)).length;

/** Edits that go one by one. */
async function edits(copy: Copy, count: number, from = 0): Promise<void> {
  for (let i = from; i < from + count; i++) {
    copy.set(`p${i % 7}`, `${i}`);
    expect((await copy.sync()).state).toBe('synced');
  }
}

test('a device that syncs after each change keeps few files, and whoever comes late gets everything', async () => {
  const blobs = new MemoryBlobs();
  const [a, b, c] = [copyAt('a', blobs), copyAt('b', blobs), copyAt('c', blobs)];
  await edits(a, 5);
  await b.sync();
  b.fill(1, 90);
  await b.sync();
  for (let i = 5; i < 60; i++) {
    await edits(a, 1, i);
    expect(files(blobs, 'a')).toBeLessThan(8 * 2 + 2);
  }
  await a.sync();
  for (const copy of [b, c]) {
    expect((await copy.sync()).joined).toBe(copy === c ? 'first' : undefined);
    expect(copy.store.text()).toBe(a.store.text());
  }
  expect(files(blobs, 'b')).toBe(1);
  // Nothing is read or sent again.
  for (const copy of [a, b, c]) expect(await copy.sync()).toMatchObject({ state: 'synced', pulled: 0, pushed: 0 });
});

test('what the library has forgotten since stays at the place', async () => {
  const blobs = new MemoryBlobs();
  const [a, b] = [copyAt('a', blobs), copyAt('b', blobs)];
  a.set('n1', 'kept', { kind: 'x-later' });
  await a.sync();
  a.store.library.delete('x-later n1');
  await edits(a, 30);
  await b.sync();
  expect(b.value('n1', { kind: 'x-later' })).toBe('kept');
});

test('SYNC 44: cut off between any two requests while files are joined and taken away, all is there', async () => {
  let cuts = 0;
  for (let cut = 1; ; cut++) {
    const blobs = new MemoryBlobs();
    const [a, b] = [copyAt('a', blobs, 4), copyAt('b', blobs)];
    await edits(a, 2);
    await b.sync();
    await edits(a, 2, 2);
    let [left, killed] = [cut, false];
    a.step = () => {
      left -= 1;
      if (left === 0) throw new Error('killed');
    };
    for (let i = 4; i < 6; i++) {
      a.set(`p${i}`, `${i}`);
      await a.sync().catch(() => {
        killed = true;
      });
    }
    a.step = () => undefined;
    if (!killed) break;
    cuts += 1;
    const after = await a.sync();
    expect(after.state).toBe('synced');
    expect(after.joined).toBeUndefined();
    await b.sync();
    expect(b.store.text()).toBe(a.store.text());
    const c = copyAt('c', blobs);
    await c.sync();
    expect(c.store.text()).toBe(a.store.text());
    await edits(a, 2, 6);
    await b.sync();
    expect(b.store.text()).toBe(a.store.text());
  }
  expect(cuts).toBeGreaterThan(40);
});

test('a device that was away reads what files were joined into, and not what it has', async () => {
  const blobs = new MemoryBlobs();
  const [a, b] = [copyAt('a', blobs), copyAt('b', blobs)];
  await edits(a, 3);
  await b.sync();
  await edits(a, 40, 3);
  const there = files(blobs, 'a');
  blobs.requests = [];
  expect(await b.sync()).toMatchObject({ state: 'synced', pushed: 0 });
  expect(blobs.requests.length).toBeLessThanOrEqual(2 + there);
  expect(b.store.text()).toBe(a.store.text());
  // A file that the joined one contains, and that comes back, is known.
  const [spare = ''] = blobs.paths.filter((path) => path.startsWith('lib/dev-a-'));
  blobs.put(spare.replace(/\d{8}\.seg/, '00000004.seg'), 'anything');
  expect(await b.sync()).toMatchObject({ unreadable: 0, pulled: 0 });
});
