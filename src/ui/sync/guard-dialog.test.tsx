// @vitest-environment happy-dom
/** Large changes: what is shown and what each answer does. */
import { expect, test, vi } from 'vitest';
import type { SavedRow } from '../../core/library/saved-row.ts';
import type { HeldChanges } from '../../messaging/sync-calls.ts';
import { answers, calls } from '../parts/calls.testing.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const { GuardDialog } = await import('./guard-dialog.tsx');

const paper = (n: number): SavedRow => ({
  key: `arxiv:2511.0000${n}`,
  ids: [],
  title: `Paper ${n}`,
  status: 'read',
  tags: ['rl', 'x'],
  hasCode: false,
  hasNote: n === 1,
  changed: 1,
});
const papers = [1, 2, 3, 4, 5, 6].map(paper);
const held: HeldChanges = { deleted: papers, deletedCount: 28, fields: [], from: [] };

async function asked(changes: HeldChanges | 'failed', run: Record<string, never> | 'failed' = {}) {
  answers({ 'sync.held': changes, 'sync.run': run });
  const onClose = vi.fn();
  const root = show(<GuardDialog id="a-place-id" name="Nextcloud" onClose={onClose} />);
  await settle(() => new Promise((done) => setTimeout(done)));
  return { root, onClose };
}

test('deletions: the number in the title and on the button, the safe answer in focus, all papers on demand', async () => {
  const { root, onClose } = await asked(held);
  expect(root.querySelector('h2')?.textContent).toBe('28 papers would be deleted');
  expect(root.textContent).toContain('This comes from Nextcloud.');
  expect(document.activeElement?.textContent).toBe('Keep mine');
  expect(root.querySelectorAll('li')).toHaveLength(4);
  expect(root.querySelector('li')?.textContent).toBe('Paper 1Read · 2 tags · note');
  await settle(() => named(root, 'Show 6 of 28').click());
  expect(root.querySelectorAll('li')).toHaveLength(6);
  expect(root.textContent).toContain('The first 6 of 28.');
  await settle(() => named(root, 'Decide later').click());
  expect(onClose).toHaveBeenCalledOnce();
  expect(calls('sync.run')).toEqual([]);
});

test.each([
  ['Delete 28 here too', 'apply'],
  ['Keep mine', 'keep-mine'],
] as const)('"%s" says %s to the next sync', async (button, decision) => {
  const { root, onClose } = await asked(held);
  await settle(() => named(root, button).click());
  expect(calls('sync.run')).toEqual([{ id: 'a-place-id', decision }]);
  expect(onClose).toHaveBeenCalledOnce();
});

test('overwritten fields: tags are counted as tags, the largest kind is the title', async () => {
  const fields = [
    { field: 'paper t.rl', count: 3, rows: papers.slice(0, 1) },
    { field: 'paper t.ml', count: 2, rows: papers.slice(1, 2) },
    { field: 'paper f.status', count: 41, rows: papers },
  ];
  const { root } = await asked({ ...held, deleted: [], deletedCount: 0, fields });
  expect(root.querySelector('h2')?.textContent).toBe('41 statuses would be changed');
  expect(root.textContent).toContain('5 tags would be changed');
  expect(named(root, 'Change 46 here too')).toBeDefined();
});

test('nothing that waits any more, and an answer that fails, are said', async () => {
  expect((await asked({ ...held, deleted: [], deletedCount: 0 })).root.textContent).toContain('Nothing waits any more');
  expect((await asked('failed')).root.querySelector('[role="alert"]')).not.toBeNull();
  const { root, onClose } = await asked(held, 'failed');
  await settle(() => named(root, 'Keep mine').click());
  expect(onClose).not.toHaveBeenCalled();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('Not done');
});
