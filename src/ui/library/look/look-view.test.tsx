// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest';
import type { ListQuery } from '../../../messaging/library-calls.ts';
import { answers, calls } from '../../parts/calls.testing.ts';
import { named, press, settle, show } from '../../parts/render.testing.ts';

const { LookView } = await import('./look-view.tsx');
const query: ListQuery = { text: '', shelf: 'library', sort: 'added', descending: true };
const week = { from: '2026-11-16', saved: 11, read: 6 };
const topics = [{ name: 'Offline RL', kind: 'task', byYear: [[2024, 9], [2025, 4]] }]; // biome-ignore format: one line
const charts = { weeks: [week], topics } as never; // checked where it is made
const node = (key: string, label: string, status: string) => ({ key, label, title: `${label}: a method`, status });
const graph = {
  nodes: [node('k1', 'RAVL', 'to-read'), node('k2', 'A2PR', 'reading'), node('k3', 'OTA', 'read')],
  edges: [
    { a: 0, b: 1, weight: 3, terms: ['offline', 'D4RL'] },
    { a: 0, b: 2, weight: 1, terms: ['value'] },
  ],
} as never; // as above

async function look() {
  const on = { onOpen: vi.fn(), onFilter: vi.fn() };
  const root = show(<LookView query={query} {...on} />);
  // Answers, then the places of the graph.
  for (let n = 0; n < 2; n += 1) await settle(() => new Promise((done) => setTimeout(done, 60)));
  return { root, on };
}
const chosen = (root: HTMLElement): string =>
  root.querySelector('[role="option"][aria-selected="true"]')?.getAttribute('aria-label') ?? '';
const figure = (root: HTMLElement, n: number): HTMLElement => {
  const found = root.querySelectorAll<HTMLElement>('.fig')[n];
  if (!found) throw new Error(`no chart ${n}`);
  return found;
};

test('each chart has a table that says the same in numbers', async () => {
  answers({ 'library.charts': charts, 'library.graph': graph });
  const { root } = await look();
  for (const n of [0, 1, 2])
    await settle(() => [...figure(root, n).querySelectorAll<HTMLElement>('header .link')].at(-1)?.click());
  expect(figure(root, 0).querySelectorAll('tbody tr').length).toBe(26);
  expect(figure(root, 0).textContent).toContain('16 Nov 2026116');
  expect([...figure(root, 1).querySelectorAll('tbody td')].map((td) => td.textContent)).toEqual(['9', '4', '13']);
  expect(figure(root, 2).textContent).toContain('offline, D4RL');
});

test('a topic, and a topic of a year, filter the library', async () => {
  answers({ 'library.charts': charts, 'library.graph': graph });
  const { root, on } = await look();
  await settle(() => named(root, 'Offline RL').click());
  expect(on.onFilter).toHaveBeenLastCalledWith('tag:"Offline RL"');
  named(root, 'Offline RL').focus();
  await press('ArrowRight');
  await settle(() => (document.activeElement as HTMLElement).click()); // the bar of 2024 is a button
  expect(on.onFilter).toHaveBeenLastCalledWith('tag:"Offline RL" year:2024');
});

test('the graph is one tab stop: arrow keys choose, the list beside follows, Enter opens', async () => {
  answers({ 'library.charts': charts, 'library.graph': graph });
  const { root, on } = await look();
  expect(root.querySelectorAll('[role="option"][tabindex="0"]').length).toBe(1);
  expect(chosen(root)).toBe('RAVL: a method, To read, 2 close papers');
  const list = root.querySelector('aside');
  expect(list?.textContent).toContain('A2PRshares offline, D4RL');
  root.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) await press(key);
  await press('Home');
  expect(chosen(root)).toContain('RAVL');
  await settle(() => list?.querySelector<HTMLElement>('li button')?.click());
  expect(chosen(root)).toContain('A2PR');
  root.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  await press('Enter');
  expect(on.onOpen).toHaveBeenCalledWith('k2');
});

test('an empty library says what will be here; a failure says so and can be tried again', async () => {
  answers({ 'library.charts': { weeks: [], topics: [] }, 'library.graph': { nodes: [], edges: [] } });
  expect((await look()).root.textContent).toContain('Nothing was saved in this time.');
  answers({ 'library.charts': 'no-answer', 'library.graph': 'no-answer' });
  const { root } = await look();
  expect(root.querySelectorAll('[role="alert"]').length).toBe(3);
  answers({ 'library.charts': charts, 'library.graph': graph });
  await settle(() => named(figure(root, 2), 'Try again').click());
  expect(calls('library.graph')).toEqual([{ query, limit: 60 }]);
});
