// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { NoteData } from '../../core/note-data.ts';
import { named, press, settle, show } from '../parts/render.testing.ts';

const { TabBody } = await import('./tab-body.tsx');
const { rowsOf } = await import('./tab-state.ts');
const { catalogue } = await import('../../sites/catalogue.ts');
const [site] = catalogue;
if (!site) throw new Error('no site');

beforeAll(() => {
  // happy-dom lays nothing out: nothing ever comes into view.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

const id = (n: number): PaperId => `arxiv:2511.0000${n}` as PaperId; // canonical by form
const papers = [1, 2, 3].map((n) => ({ ids: [id(n)], title: `Paper ${n} <b>bold</b>`, authors: ['Mira Bellwether'] }));
const known = (n: number, more: Partial<NoteData> = {}): NoteData => ({
  known: true,
  match: 'id',
  ids: [id(n)],
  title: `Paper ${n}`,
  otherTitles: [],
  tags: [{ name: 'Offline RL', kind: 'task' }],
  links: [],
  isNew: true,
  digests: [],
  conflicts: [],
  ...more,
});
const rows = rowsOf(papers, [known(1), known(2, { saved: { status: 'reading', ownTags: ['thesis'] } })], 'kk-');
const acts = () => ({
  onSave: vi.fn(),
  onStatus: vi.fn(),
  onCurrent: vi.fn(),
  onReach: vi.fn(),
  onLookAgain: vi.fn(),
  onReload: vi.fn(),
  onSwitchOn: vi.fn(),
  onAdd: vi.fn(),
});
const common = { current: 0, busy: new Set<string>(), readOnly: false };

test('the papers of the tab stand with what is yours, and new once all are known, and markup in a title is text', async () => {
  const part = show(<TabBody tab={{ kind: 'papers', site, rows }} {...common} {...acts()} />);
  expect(part.querySelector('.head')?.textContent).toBe('3 papers · 1 yoursSave all 2');
  const all = rowsOf(papers, [known(1), known(2), known(3, { isNew: false })], 'kkk');
  const whole = show(<TabBody tab={{ kind: 'papers', site, rows: all }} {...common} {...acts()} />);
  expect(whole.querySelector('.head')?.textContent).toContain('3 papers · 2 new');
  const on = acts();
  const root = show(<TabBody tab={{ kind: 'papers', site, rows }} {...common} {...on} />);
  expect(root.querySelector('.t')?.textContent).toBe('Paper 1 <b>bold</b>');
  expect(root.querySelector('.t b')).toBeNull();
  await settle(() => named(root, 'Save all 2').click());
  expect(on.onSave).toHaveBeenCalledWith([rows[0], rows[2]]);
});

test('a press on a saved bookmark offers the four states and never un-saves', async () => {
  const on = acts();
  const root = show(<TabBody tab={{ kind: 'papers', site, rows }} {...common} {...on} />);
  await settle(() => named(root, 'In your library: Reading').click());
  expect([...root.querySelectorAll('.choice button')].map((b) => b.textContent)).toEqual([
    'Saved',
    'Reading',
    'Read',
    'Put aside',
  ]);
  await settle(() => named(root.querySelector('.choice') ?? root, 'Read').click());
  expect(on.onStatus).toHaveBeenCalledWith(rows[1], 'read');
  expect(on.onSave).not.toHaveBeenCalled();
});

test('loading shows nothing for 300 ms, then still bars, and says so to screen readers', async () => {
  vi.useFakeTimers();
  const root = show(<TabBody tab={{ kind: 'loading' }} {...common} {...acts()} />);
  expect(root.querySelector('.sk')).toBeNull();
  await settle(() => vi.advanceTimersByTime(310));
  expect(root.querySelectorAll('.sk').length).toBe(10);
  expect(root.querySelector('[role="status"]')?.getAttribute('aria-label')).toBe('Loading');
  vi.useRealTimers();
});

test('without marks the papers are still shown, with the reason and one action', async () => {
  const on = acts();
  const plain = rowsOf(papers, [], '');
  const root = show(<TabBody tab={{ kind: 'papers', site, rows: plain, error: 'no-answer' }} {...common} {...on} />);
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('The library did not answer.');
  expect(root.querySelectorAll('.pr').length).toBe(3);
  await settle(() => named(root, 'Look again').click());
  expect(on.onLookAgain).toHaveBeenCalled();
});

test('read-only: nothing offers to save, and a press does nothing', async () => {
  const on = acts();
  const root = show(<TabBody tab={{ kind: 'papers', site, rows }} {...common} readOnly {...on} />);
  expect(root.textContent).not.toContain('Save all');
  await settle(() => root.querySelector<HTMLElement>('.bm')?.click());
  expect(on.onSave).not.toHaveBeenCalled();
});

const EMPTY = [
  [
    'not-a-site',
    { kind: 'not-a-site', host: 'news.example.org' },
    'does not run on news.example.org',
    'Add a digest',
    'onAdd',
  ],
  ['off', { kind: 'off', site }, 'Off on arxiv.org', 'Switch on', 'onSwitchOn'],
  ['reload', { kind: 'reload', site }, 'open before Scholion', 'Reload the page', 'onReload'],
  ['empty', { kind: 'empty', site }, 'No papers found here', 'Look again', 'onLookAgain'],
  ['changed', { kind: 'changed', site }, 'This site changed.', 'Look again', 'onLookAgain'],
] as const;
for (const [state, tab, words, button, act] of EMPTY)
  test(`${state}: says what is, and has one way on`, async () => {
    const on = acts();
    const root = show(<TabBody tab={tab} {...common} {...on} />);
    expect(root.textContent).toContain(words);
    expect(root.querySelectorAll('button').length).toBe(1);
    await settle(() => named(root, button).click());
    expect(on[act]).toHaveBeenCalled();
  });

test('only the current row is in the tab order', async () => {
  const root = show(<TabBody tab={{ kind: 'papers', site, rows }} {...common} current={1} {...acts()} />);
  const stops = [...root.querySelectorAll<HTMLElement>('.t')].map((e) => e.tabIndex);
  expect(stops).toEqual([-1, 0, -1]);
  await press('Tab');
});
