// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { calls } from '../../parts/calls.testing.ts';
import { named, press, settle, show } from '../../parts/render.testing.ts';
import { fill, follow, realCalls, thing } from './real-library.testing.ts';

const { CollectionTree } = await import('./collections.tsx');

beforeEach(async () => {
  await fill([]);
  await thing('c1', { kind: 'collection', name: 'Thesis', parent: null });
  await thing('c2', { kind: 'collection', name: 'Chapter 3', parent: 'c1' });
  await thing('c3', { kind: 'collection', name: 'Group', parent: null });
  await realCalls();
});

async function tree(current?: string) {
  const onChoose = vi.fn();
  const root = show(<CollectionTree counts={{ c1: 34, c2: 12 }} current={current} onChoose={onChoose} />);
  await follow();
  return { root, onChoose };
}
const items = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('[role="treeitem"]')].map(
    (item) => `${item.getAttribute('aria-level')} ${item.querySelector('.l')?.textContent}`,
  );
const row = (root: HTMLElement, id: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(`[data-id="${id}"]`);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const write = async (name: string, key = 'Enter'): Promise<void> => {
  const field = document.activeElement as HTMLInputElement; // the field that has just appeared
  await settle(() => {
    field.value = name;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(key);
  await follow();
};
const toast = (root: HTMLElement): string => root.querySelector('.toast')?.textContent ?? '';

test('the tree says level, place, number of papers and what is open, and is one tab stop', async () => {
  const { root, onChoose } = await tree('c2');
  expect(items(root)).toEqual(['1 Group', '1 Thesis', '2 Chapter 3']);
  expect(row(root, 'c1').getAttribute('aria-expanded')).toBe('true');
  expect(row(root, 'c1').getAttribute('aria-label')).toBe('Thesis, 34 papers');
  expect(row(root, 'c2').getAttribute('aria-selected')).toBe('true');
  expect(root.querySelectorAll('[role="treeitem"][tabindex="0"]').length).toBe(1);
  row(root, 'c2').focus();
  await press('ArrowUp');
  await press('Enter');
  expect(onChoose).toHaveBeenCalledWith('c1');
  await press('ArrowLeft');
  expect(items(root)).toEqual(['1 Group', '1 Thesis']);
});

test('a new collection is named in its place, inside another one by the Insert key', async () => {
  const { root } = await tree();
  await settle(() => named(root, 'New collection').click());
  await write('Old');
  row(root, 'c1').focus();
  await press('Insert');
  await write('Chapter 4');
  expect(items(root)).toEqual(['1 Group', '1 Old', '1 Thesis', '2 Chapter 3', '2 Chapter 4']);
});

test('F2 renames, Esc does not; the toast takes it back', async () => {
  const { root } = await tree();
  row(root, 'c3').focus();
  await press('F2');
  await write('No', 'Escape');
  expect(items(root)).toContain('1 Group');
  row(root, 'c3').focus();
  await press('F2');
  await write('Reading group');
  expect(toast(root)).toBe('“Group” is “Reading group” nowUndo');
  await settle(() => named(root, 'Undo').click());
  await follow();
  expect(items(root)).toContain('1 Group');
});

test('deleting one moves its children up and can be taken back; its papers stay', async () => {
  const { root } = await tree();
  row(root, 'c1').focus();
  await press('Delete');
  await follow();
  expect(items(root)).toEqual(['1 Chapter 3', '1 Group']);
  expect(toast(root)).toContain('Its 34 papers stay in the library');
  await settle(() => named(root, 'Undo').click());
  await follow();
  expect(items(root)).toEqual(['1 Group', '1 Thesis', '2 Chapter 3']);
});

test('a collection moves under another one by keys, never into itself', async () => {
  const { root } = await tree();
  row(root, 'c1').focus();
  await press('F10', { shiftKey: true });
  await settle(() => root.querySelector<HTMLElement>('[data-item^="Move under"]')?.click());
  const options = [...root.querySelectorAll('[role="option"]')].map((option) => option.textContent);
  expect(options).toEqual(['At the top', 'Group']);
  await press('ArrowDown');
  await press('Enter');
  await follow();
  expect(items(root)).toEqual(['1 Group', '2 Thesis', '3 Chapter 3']);
});

test('dragging does the same; what is inside the dragged one takes no drop', async () => {
  const { root } = await tree();
  const drag = (id: string, type: string): boolean =>
    row(root, id).dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  await settle(() => drag('c1', 'dragstart'));
  expect(drag('c2', 'dragover')).toBe(true);
  await settle(() => drag('c2', 'drop'));
  expect(calls('library.thing')).toEqual([]);
  await settle(() => drag('c2', 'dragstart'));
  expect(drag('c3', 'dragover')).toBe(false);
  await settle(() => drag('c3', 'drop'));
  await follow();
  expect(items(root)).toEqual(['1 Group', '2 Chapter 3', '1 Thesis']);
});
