// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { expect, test, vi } from 'vitest';
import type { LibraryHealth } from '../../messaging/calls.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const { RestoreView } = await import('./restore-view.tsx');
const health = (state: LibraryHealth['state'], more: Partial<LibraryHealth> = {}): LibraryHealth => ({
  state,
  count: state === 'empty-loss' ? 0 : 96,
  expected: 128,
  papers: 'good',
  snapshots: [
    { name: 'a', day: '2026-11-21', count: 128, bytes: 88_000, good: true },
    { name: 'b', day: '2026-11-20', count: 120, bytes: 86_000, good: true },
    { name: 'c', day: '2026-11-18', count: 110, bytes: 1_000, good: false },
  ],
  ...more,
});
const restore = (more: Partial<Parameters<typeof RestoreView>[0]> = {}) => {
  const on = { onRestore: vi.fn(), onSaveFile: vi.fn(), onFile: vi.fn(), onAccept: vi.fn(), onAgain: vi.fn() };
  return { root: show(<RestoreView online health={health('empty-loss')} busy={false} {...on} {...more} />), on };
};

test('an empty loss: the newest whole backup is chosen, restoring names its number, nothing happens by itself', async () => {
  const { root, on } = restore();
  expect(root.textContent).toContain('It held 128 papers');
  expect(root.textContent).toContain('Nothing is saved or synced until you choose');
  await settle(() => named(root, 'Restore 128 papers').click());
  expect(on.onRestore).toHaveBeenCalledWith('a');
  expect(on.onAccept).not.toHaveBeenCalled();
});

test('another backup can be chosen, a damaged one is shown but cannot', async () => {
  const { root, on } = restore();
  const [, second, third] = root.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  expect(third?.disabled).toBe(true);
  await settle(() => second?.click());
  await settle(() => named(root, 'Restore 120 papers').click());
  expect(on.onRestore).toHaveBeenCalledWith('b');
});

test('E05: the chosen backup can be saved as a file, which restores and accepts nothing; that it failed is said', async () => {
  const { root, on } = restore({ health: health('unreadable'), fileError: 'It is gone.' });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('The backup was not saved as a file.');
  await settle(() => root.querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]?.click());
  await settle(() => named(root, 'Save this backup as a file').click());
  expect(on.onSaveFile).toHaveBeenCalledExactlyOnceWith('b');
  expect(on.onRestore).not.toHaveBeenCalled();
  expect(on.onAccept).not.toHaveBeenCalled();
  const without = restore({ health: health('unreadable', { snapshots: [] }) });
  expect(() => named(without.root, 'Save this backup as a file')).toThrow();
});

test('a partial loss says both numbers and can be kept as it is', async () => {
  const { root, on } = restore({ health: health('partial-loss') });
  expect(root.textContent).toContain('It held 128 papers; 96 are there now.');
  await settle(() => named(root, 'Keep the 96 that are there').click());
  expect(on.onAccept).toHaveBeenCalled();
});

test('an unreadable library without a backup: try again, or start fresh, and what was lost too', async () => {
  const { root, on } = restore({ health: health('unreadable', { snapshots: [], papers: 'lost' }) });
  expect(root.textContent).toContain('There is no backup in this browser.');
  expect(root.textContent).toContain('What digests told was lost as well');
  await settle(() => named(root, 'Try again').click());
  expect(on.onAgain).toHaveBeenCalled();
  await settle(() => named(root, 'Start fresh').click());
  expect(on.onAccept).toHaveBeenCalled();
});

test('while it works nothing can be pressed twice, and a failure is said', async () => {
  const { root, on } = restore({ busy: true });
  await settle(() => named(root, 'Working…').click());
  await settle(() => named(root, 'Start fresh').click());
  expect(on.onRestore).not.toHaveBeenCalled();
  expect(on.onAccept).not.toHaveBeenCalled();
  expect(restore({ error: 'The disk is full.' }).root.querySelector('[role="alert"]')?.textContent).toContain(
    'The disk is full.',
  );
});

test('loading, no answer, newer, blocked and good have their words', () => {
  expect(restore({ health: { state: 'loading' } }).root.querySelector('[aria-busy]')).not.toBeNull();
  expect(restore({ health: { state: 'no-answer' } }).root.textContent).toContain('The library did not answer.');
  expect(restore({ health: health('newer') }).root.textContent).toContain('made by a newer Scholion');
  expect(restore({ health: health('blocked') }).root.textContent).toContain('Close the other tabs of Scholion.');
  expect(restore({ health: health('good'), restored: 32 }).root.textContent).toContain(
    '32 papers came back. The library holds 96 now.',
  );
  expect(restore({ online: false }).root.textContent).toContain('Offline');
});

test('a backup file from elsewhere can be used, also where this browser has no backup left', async () => {
  const { root, on } = restore({ health: health('empty-loss', { snapshots: [] }) });
  const input = root.querySelector<HTMLInputElement>('input[type="file"]');
  const file = new File(['{"scholion":"library"'], 'scholion.jsonl');
  Object.defineProperty(input, 'files', { value: [file] });
  await settle(() => input?.dispatchEvent(new Event('change', { bubbles: true })));
  expect(on.onFile).toHaveBeenCalledExactlyOnceWith(file);
});
