// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import { calls } from '../../parts/calls.testing.ts';
import { named, settle, show } from '../../parts/render.testing.ts';
import { fill, follow, realCalls } from './real-library.testing.ts';

const { DuplicatesDialog } = await import('./duplicates.tsx');
const row = (key: string, more: Partial<SavedRow>): SavedRow => ({
  key,
  ids: [],
  title: key,
  status: 'to-read',
  tags: [],
  hasCode: false,
  changed: 1,
  ...more,
});
const a = row('a', { title: 'Edge of Reach', year: 2024, venue: 'NeurIPS', added: 1 });
const b = row('b', { title: 'Edge of reach', year: 2024, hasNote: true, added: 2 });
const c = row('c', { title: 'Beacons', year: 2025, added: 3 });
const d = row('d', { title: 'Words as beacons', year: 2025, added: 4 });

beforeEach(async () => {
  await fill([]);
  await realCalls({
    'library.duplicates': { groups: [{ reason: 'title', rows: [a, b] }, { reason: 'probably', rows: [c, d] }] }, // biome-ignore format: short
    'library.mergePapers': { changed: 2 },
    'library.undo': { undone: 1 },
  });
});

async function duplicates() {
  const onOpen = vi.fn();
  const root = show(<DuplicatesDialog onOpen={onOpen} onClose={vi.fn()} />);
  await follow();
  return { root, onOpen };
}
const groups = (root: HTMLElement): (string | null)[] =>
  [...root.querySelectorAll('.dup')].map((group) => group.getAttribute('aria-label'));
const group = (root: HTMLElement, n: number): HTMLElement => [...root.querySelectorAll<HTMLElement>('.dup')][n] ?? root;

test('what differs is said side by side, what is nowhere is left out', async () => {
  const { root, onOpen } = await duplicates();
  expect(root.querySelector('h2')?.textContent).toBe('2 papers may be there more than once');
  const lines = [...group(root, 0).querySelectorAll('tbody tr')].map((line) => `${line.className} ${line.textContent}`);
  expect(lines).toEqual([
    ' Date20242024',
    'differs Venue: differsNeurIPS–',
    ' StatusSavedSaved',
    'differs Note: differs–yes',
  ]);
  await settle(() => named(group(root, 0), 'Edge of reach').click());
  expect(onOpen).toHaveBeenCalledWith('b');
});

test('the one with most of the person in it is proposed, another can be kept; the merge can be taken back', async () => {
  const { root } = await duplicates();
  const [first, second] = group(root, 0).querySelectorAll<HTMLInputElement>('input[type="radio"]');
  expect(second?.checked).toBe(true);
  await settle(() => first?.click());
  await settle(() => named(group(root, 0), 'Merge 2 papers').click());
  await follow();
  expect(calls('library.mergePapers')).toMatchObject([{ keep: 'a', drop: 'b' }]);
  expect(groups(root)).toEqual(['Beacons']);
  expect(root.querySelector('.toast')?.textContent).toBe('2 papers are one nowUndo');
  await settle(() => named(root, 'Undo').click());
  await follow();
  expect(groups(root)).toEqual(['Edge of Reach', 'Beacons']);
});

test('"not the same" is remembered in this browser, and can be taken back', async () => {
  const { root } = await duplicates();
  await settle(() => named(group(root, 1), 'Not the same').click());
  expect(groups(root)).toEqual(['Edge of Reach']);
  expect(groups((await duplicates()).root)).toEqual(['Edge of Reach']);
  await settle(() => named(group(document.body, 0), 'Not the same').click());
  await settle(() => named(document.body, 'Undo').click());
  expect(groups(document.body)).toEqual(['Edge of Reach']);
});

test('none is good news, a failure is said with a way on', async () => {
  await realCalls({ 'library.duplicates': { groups: [] } });
  expect((await duplicates()).root.textContent).toContain('No paper looks like another one.');
  await realCalls({ 'library.duplicates': 'no-answer' });
  expect(named((await duplicates()).root, 'Try again')).toBeDefined();
});
