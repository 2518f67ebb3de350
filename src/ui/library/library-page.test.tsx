// @vitest-environment happy-dom
import '../parts/calls.testing.ts';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Out } from '../../messaging/calls.ts';
import type { Facets, ListQuery, ListRow } from '../../messaging/library-calls.ts';
import { answers, calls } from '../parts/calls.testing.ts';
import { named, press, settle, show } from '../parts/render.testing.ts';

const { LibraryPage } = await import('./library-page.tsx');

/** The page with a library of `SIZE` papers behind it, which answers as the engine does. */
const SIZE = 1_000;
const STATUS = { 'to-read': SIZE - 1, reading: 1, read: 0, aside: 0 };
const facets: Facets = {
  all: SIZE,
  status: STATUS,
  trash: 2,
  collections: {},
  tags: [{ name: 'Offline RL', kind: 'task', count: 400 }],
  tagCount: 7,
  years: [
    [2024, 600],
    [2025, 400],
  ],
  venues: [['ICML', 9]],
  code: 5,
  notes: 3,
};
const row = (n: number): ListRow => ({
  row: {
    key: `k${n}`,
    ids: [],
    title: `Paper ${n}`,
    status: 'to-read',
    tags: [],
    hasCode: false,
    changed: n,
    ...(n === 3 ? { title: `<img src=x onerror=alert(1)> ${'\u0335'.repeat(2_000)}` } : {}),
  },
  marks: n === 0 ? [[0, 5]] : [],
});
const totalOf = ({ text }: ListQuery): number => (text === '' ? SIZE : text.includes('zebra') ? 0 : 40);

const health: Out<'library.health'> = {
  state: 'good',
  count: SIZE,
  expected: SIZE,
  snapshots: [{ name: 's', day: '2026-11-20', count: 9, bytes: 9, good: true }],
  papers: 'good',
};
const working = {
  'library.health': health,
  'library.list': ({ query, from, count }: { query: ListQuery; from: number; count: number }) => {
    const total = totalOf(query);
    const rows = Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, i) => row(from + i));
    return { rows, total, of: SIZE, seq: 1, ms: 3, facets };
  },
  'library.keys': ({ from, count }: { from: number; count: number }) => ({
    keys: Array.from({ length: count }, (_, i) => `k${from + i}`),
  }),
  'library.edit': ({ keys }: { keys: readonly string[] }) => ({ changed: keys.length }),
  'library.bulk': { job: 1 },
  'library.undo': { undone: 1 },
} as const;

const wait = (ms = 40): Promise<void> => settle(() => new Promise((done) => setTimeout(done, ms)));

beforeEach(() => {
  history.replaceState(null, '', '/library.html');
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 900 });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  answers(working);
});
afterEach(() => vi.unstubAllGlobals());

let last: HTMLElement | undefined;
async function open(hash = ''): Promise<HTMLElement> {
  if (last) render(null, last); // its keys must not be heard any more
  history.replaceState(null, '', `/library.html${hash}`);
  const root = show(<LibraryPage />);
  last = root;
  await wait();
  return root;
}
const rows = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('.tr[data-index]')];
const current = (root: ParentNode) => root.querySelector('.tr.cur')?.getAttribute('data-key');
const chosen = (root: ParentNode) => rows(root).filter((r) => r.getAttribute('aria-selected') === 'true').length;
const type = (root: ParentNode, text: string) =>
  settle(() => {
    const field = root.querySelector<HTMLInputElement>('.sf input')!;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }).then(() => wait());

test('a thousand papers are a grid of a thousand rows, of which few are drawn, all of one height', async () => {
  const root = await open();
  const grid = root.querySelector('[role="grid"]')!;
  expect(grid.getAttribute('aria-rowcount')).toBe(String(SIZE + 1));
  expect(rows(root).length).toBeGreaterThan(5);
  expect(rows(root).length).toBeLessThan(60);
  expect(root.querySelector<HTMLElement>('.rows')!.style.height).toBe(`${SIZE * 56}px`);
  expect(rows(root)[1]!.style.transform).toBe('translateY(56px)');
});

test('A01, A07: a title is text, isolated, whatever is in it', async () => {
  const root = await open();
  expect(root.querySelector('.tr img')).toBeNull();
  expect(root.querySelector('.tr[data-index="3"] .t bdi')?.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(root.querySelector('mark')?.textContent).toBe('Paper');
});

test('places, filters and pills are parts of the one text, and the address holds it', async () => {
  const root = await open();
  await settle(() => named(root, 'Offline RL400').click());
  await wait();
  expect(root.querySelector<HTMLInputElement>('.sf input')!.value).toBe('tag:"Offline RL"');
  expect(decodeURIComponent(location.hash)).toContain('tag:"Offline+RL"');
  await settle(() => named(root, 'Reading1').click());
  await wait();
  expect([...root.querySelectorAll('.pills button')].map((b) => b.textContent)).toEqual(['Offline RL', 'Reading']);
  expect(root.querySelector('.sum')?.textContent).toContain('40 papers of 1,000');
  await settle(() => named(root, 'Remove “Offline RL”').click());
  await wait();
  expect(root.querySelector<HTMLInputElement>('.sf input')!.value).toBe('status:reading');
  await settle(() => named(root, 'Clear').click());
  await wait();
  expect(location.hash).toBe('');
});

test('years are chosen by key: arrow, Shift with arrow, Enter', async () => {
  const root = await open();
  const bars = () => [...root.querySelectorAll<HTMLButtonElement>('.hist button')];
  await settle(() => bars()[1]!.focus());
  await press('ArrowLeft', { shiftKey: true });
  await press('Enter');
  await wait();
  expect(root.querySelector<HTMLInputElement>('.sf input')!.value).toBe('year:2024..2025');
  expect(bars().every((bar) => bar.getAttribute('aria-pressed') === 'true')).toBe(true);
});

test('operators are tinted behind the field, and the text there is the text typed', async () => {
  const root = await open();
  await type(root, 'bees tag:x -has:code');
  const tint = root.querySelector('.tint')!;
  expect(tint.textContent).toBe('bees tag:x -has:code');
  expect([...tint.querySelectorAll('.op')].map((e) => e.textContent)).toEqual(['tag:', '-', 'has:']);
});

test('the keyboard moves, chooses ranges also where nothing was read, and acts on what is chosen', async () => {
  const root = await open();
  await press('j');
  await press('j');
  expect(current(root)).toBe('k1');
  await press('x');
  await press('J', { shiftKey: true });
  expect(chosen(root)).toBe(2);
  expect(root.querySelector('.bulk b')?.textContent).toBe('2 selected');
  await press('Home');
  await press('x');
  await press('End');
  await press('X', { shiftKey: true });
  await wait();
  expect(root.querySelector('.bulk b')?.textContent).toBe('1,000 selected');
  expect(calls('library.keys')).toMatchObject([{ from: 0, count: SIZE }]);
  await press('Escape');
  expect(root.querySelector('.bulk')).toBeNull();
});

test('all that match are chosen by their query, with exceptions, and changed by one job', async () => {
  const root = await open();
  await press('j');
  await press('a');
  await press('x');
  expect(root.querySelector('.bulk b')?.textContent).toBe('999 selected');
  await press('e');
  expect(document.querySelector('dialog h2')?.textContent).toBe('Status of 999 papers');
  await settle(() => document.querySelectorAll<HTMLElement>('dialog [role="option"]')[1]!.click());
  expect(calls('library.bulk')).toMatchObject([
    { choice: { query: { text: '' }, except: ['k0'] }, edits: [{ do: 'status', status: 'reading' }] },
  ]);
});

test('few go to the trash at once with a way back; many only after a question with their number', async () => {
  const root = await open();
  await press('j');
  await press('x');
  await press('Delete');
  await wait();
  expect(calls('library.edit')).toMatchObject([{ keys: ['k0'], edits: [{ do: 'delete' }] }]);
  expect(root.querySelector('.toast')?.textContent).toContain('1 paper is in the trash');
  await settle(() => named(root, 'Undo').click());
  await wait();
  expect(calls('library.undo')).toMatchObject([{ undo: calls('library.edit')[0]!.request }]);
  await press('a');
  await press('Delete');
  const question = document.querySelector('[role="alertdialog"]')!;
  expect(question.querySelector('h2')?.textContent).toBe('1,000 papers would go to the trash');
  expect(document.activeElement?.textContent).toBe('Keep them');
  expect(calls('library.bulk')).toEqual([]);
  await settle(() => named(question, 'Delete 1,000').click());
  expect(calls('library.bulk')).toMatchObject([{ edits: [{ do: 'delete' }] }]);
});

test('another search begins with nothing chosen; another order keeps what is chosen', async () => {
  const root = await open();
  await press('j');
  await press('x');
  await settle(() => named(root, 'Title').click());
  await wait();
  expect(calls('library.list').at(-1)).toBeTruthy();
  expect(root.querySelector('[aria-sort]')?.textContent).toBe('Title');
  expect(root.querySelector('.bulk b')?.textContent).toBe('1 selected');
  await type(root, 'offline');
  expect(root.querySelector('.bulk')).toBeNull();
});

test('nothing saved, nothing found, nothing in the trash: one sentence and a way on', async () => {
  answers({ ...working, 'library.list': { rows: [], total: 0, of: 0, seq: 0, ms: 1, facets } });
  expect((await open()).querySelector('.mid h2')?.textContent).toBe('Nothing saved yet');
  expect((await open('#shelf=trash')).querySelector('.mid h2')?.textContent).toBe('The trash is empty');
  answers(working);
  const root = await open('#q=zebra');
  expect(root.querySelector('.mid')?.textContent).toContain('None of 1,000 papers has all of this.');
  await settle(() => named(root, 'Clear the search').click());
  await wait();
  expect(rows(root).length).toBeGreaterThan(5);
});

test('a list that fails says so, and comes when tried again', async () => {
  answers({ ...working, 'library.list': 'no-answer' });
  const root = await open('#q=x');
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('The list did not come.');
  answers(working);
  await settle(() => named(root, 'Try again').click());
  await wait();
  expect(rows(root).length).toBeGreaterThan(5);
});

test('a slow list shows still bars after 300 ms, not before', async () => {
  // The answer is itself a promise that never comes.
  answers({ ...working, 'library.list': () => new Promise(() => undefined) as never });
  const root = await open('#q=slow');
  expect(root.querySelector('.wait .sk')).toBeNull();
  await wait(330);
  expect(root.querySelector('.wait .sk')).not.toBeNull();
});

test('read-only: it says why, lists and filters work, nothing can be changed', async () => {
  answers({ ...working, 'library.health': { ...health, state: 'newer' } });
  const root = await open();
  expect(root.textContent).toContain('Read-only');
  await press('j');
  await press('x');
  await press('Delete');
  await press('e');
  expect(document.querySelector('dialog')).toBeNull();
  expect(calls('library.edit')).toEqual([]);
  expect(named(root, 'Delete 1').getAttribute('aria-disabled')).toBe('true');
});

test('? shows all keys, and v goes through the views', async () => {
  const root = await open();
  await press('?');
  expect(document.querySelector('dialog h2')?.textContent).toBe('Keys');
  await settle(() => document.querySelector('dialog')!.dispatchEvent(new Event('cancel', { cancelable: true })));
  await press('v');
  await wait();
  expect(location.hash).toBe('#view=cards');
  expect(root.querySelectorAll('.cv[data-index]').length).toBeGreaterThan(2);
});
