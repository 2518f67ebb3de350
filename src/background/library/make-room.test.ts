/** A full disk: what is given up, and what is not. */
import { expect, test, vi } from 'vitest';
import type { StagedFiles } from '../../platform/staged-files.ts';

const runtime = { id: 'abc', getURL: () => '', getManifest: () => ({ version: '0' }) };
vi.stubGlobal('browser', { runtime });
vi.stubGlobal('chrome', { runtime });
const { makeRoom } = await import('./make-room.ts');

const HOUR = 3_600_000;
const NOW = 10 * HOUR;

function files(all: Record<string, number>): StagedFiles & { readonly left: () => readonly string[] } {
  const there = new Map(Object.entries(all));
  return {
    left: () => [...there.keys()],
    list: async () => [...there].map(([name, modified]) => ({ name, modified })),
    remove: async (name) => void there.delete(name),
    write: async () => undefined,
    size: async () => undefined,
    read: async () => undefined,
    open: async () => undefined,
  };
}

test('E07: old files of nobody go, young ones and those of open work stay', async () => {
  const some = files({ old: NOW - 2 * HOUR, young: NOW - 1, 'of-a-job': NOW - 2 * HOUR });
  expect(await makeRoom(some, async () => new Set(['of-a-job']), NOW)).toBe(true);
  expect(some.left()).toEqual(['young', 'of-a-job']);
  expect(await makeRoom(some, async () => new Set(['of-a-job']), NOW)).toBe(false);
});

test('where open work cannot be read nothing is given up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const some = files({ old: 0 });
  const unreadable = () => Promise.reject(new Error('not now'));
  expect(await makeRoom(some, unreadable, NOW)).toBe(false);
  expect(some.left()).toEqual(['old']);
});
