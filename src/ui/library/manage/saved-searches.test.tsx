// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { named, press, settle, show } from '../../parts/render.testing.ts';
import { fill, follow, realCalls, thing } from './real-library.testing.ts';

const { SavedSearches } = await import('./saved-searches.tsx');

beforeEach(async () => {
  await fill([]);
  await thing('s1', { kind: 'search', name: 'With code', text: 'has:code' });
  await thing('s2', { kind: 'search', name: 'Since 2024', text: 'year:2024..' });
  await thing('s3', { kind: 'search', name: 'Unread', text: 'status:to-read' });
  await realCalls();
});

async function searches(text: string) {
  const onChoose = vi.fn();
  const root = show(<SavedSearches text={text} onChoose={onChoose} />);
  await follow();
  return { root, onChoose };
}
/** A busy machine answers late. */
const PATIENCE = { timeout: 10_000 };
const names = (root: HTMLElement): string[] =>
  [...root.querySelectorAll('li bdi')].map((name) => name.textContent ?? '');

test('a press searches again; the one at hand is marked and cannot be saved twice', async () => {
  const { root, onChoose } = await searches('has:code');
  await settle(() => named(root, 'Since 2024').click());
  expect(onChoose).toHaveBeenCalledWith('year:2024..');
  expect(named(root, 'With code').getAttribute('aria-current')).toBe('true');
  expect(named(root, 'Saved as “With code”').getAttribute('aria-disabled')).toBe('true');
});

test('the search at hand is saved under a name, last in the list', async () => {
  const { root } = await searches('offline tag:D4RL');
  await settle(() => named(root, 'Save this search').click());
  const field = document.activeElement as HTMLInputElement; // the field for the name
  await settle(() => {
    field.value = 'Offline';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press('Enter');
  await vi.waitFor(() => expect(names(root).at(-1)).toBe('Offline'), PATIENCE);
});

test('Alt and an arrow change the order for good, also of searches that never had one', async () => {
  const { root } = await searches('');
  const before = names(root);
  named(root, before[2] ?? '').focus();
  await press('ArrowUp', { altKey: true });
  const after = [before[0], before[2], before[1]];
  await vi.waitFor(() => expect(names(root)).toEqual(after), PATIENCE);
  expect(names((await searches('')).root)).toEqual(after);
});

test('one is deleted by key, and comes back at its place', async () => {
  const { root } = await searches('');
  const before = names(root);
  named(root, 'Since 2024').focus();
  await press('Delete');
  await follow();
  expect(names(root)).not.toContain('Since 2024');
  await settle(() => named(root, 'Undo').click());
  await follow();
  expect(names(root)).toEqual(before);
});
