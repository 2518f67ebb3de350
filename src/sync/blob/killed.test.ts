import { expect, test } from 'vitest';
import { Copy } from '../copy.testing.ts';
import { MemoryBlobs, plainPlace } from './memory-blob.testing.ts';
import { segmentTarget } from './segment-target.ts';

/** A worker that is killed while it syncs with a folder of segments. Numbers: SYNC.md 8. */

const copyAt = (device: string, blobs: MemoryBlobs): Copy =>
  new Copy(device, (fails, chance) => segmentTarget('t', blobs.target(fails, chance), plainPlace()));

/** Kills at the given step, counted from now. */
function killAt(copy: Copy, at: number): void {
  let left = at;
  copy.step = () => {
    left -= 1;
    if (left === 0) throw new Error('killed');
  };
}

test('SYNC 12, SYNC 17: killed at each step of a first sync in turn, the next one ends it, and sends no record twice that was noted', async () => {
  let [kill, killed] = [1, true];
  for (; killed; kill++) {
    const blobs = new MemoryBlobs();
    const [a, b] = [copyAt('a', blobs), copyAt('b', blobs)];
    b.fill(12, 6);
    await b.sync({ batch: 5 });
    a.fill(12);
    killed = false;
    killAt(a, kill);
    await a.sync({ batch: 5 }).catch(() => {
      killed = true;
    });
    a.step = () => undefined;
    const report = await a.sync({ batch: 5 });
    expect(report.state).toBe('synced');
    expect(['copied', 'lost']).not.toContain(report.joined);
    await b.sync();
    expect(b.store.text()).toBe(a.store.text());
    const c = copyAt('c', blobs);
    expect(await c.sync()).toMatchObject({ state: 'synced', pushed: 0 });
    expect(c.store.text()).toBe(a.store.text());
    // At most the batch that was under way goes again.
    const files = blobs.paths.filter((path) => path.startsWith('lib/dev-a-'));
    expect(files.length).toBeLessThanOrEqual(4);
  }
  expect(kill).toBeGreaterThan(30);
});

test('SYNC 5, SYNC 24: killed at each step of a push, and the folder put back to before it: all is sent again', async () => {
  let [kill, killed] = [1, true];
  for (; killed; kill++) {
    const blobs = new MemoryBlobs();
    const a = copyAt('a', blobs);
    a.fill(3);
    await a.sync();
    const restore = blobs.backup();
    a.fill(9, 3);
    killed = false;
    killAt(a, kill);
    await a.sync({ batch: 4 }).catch(() => {
      killed = true;
    });
    a.step = () => undefined;
    restore();
    expect((await a.sync()).state).toBe('synced');
    const b = copyAt('b', blobs);
    await b.sync();
    expect(b.store.text()).toBe(a.store.text());
  }
  expect(kill).toBeGreaterThan(20);
});
