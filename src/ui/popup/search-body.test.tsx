// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import { localDay } from '../../core/calendar-day.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { named, settle, show } from '../parts/render.testing.ts';
import type { SearchState } from './use-search.ts';

const { SearchBody } = await import('./search-body.tsx');
const { SavedBody } = await import('./saved-body.tsx');
const { AddBody } = await import('./add-body.tsx');
const { rowOfHit } = await import('../parts/row-model.ts');

beforeAll(() =>
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  ),
);

const hit = rowOfHit({
  key: 'k',
  marks: [[4, 11]],
  data: {
    known: true,
    match: 'id',
    ids: ['arxiv:2511.00001' as PaperId], // canonical by form
    title: 'The Offline Problem',
    otherTitles: [],
    tags: [],
    links: [],
    isNew: false,
    digests: [],
    conflicts: [],
    saved: { status: 'to-read', ownTags: [] },
  },
});
const common = {
  current: 0,
  busy: new Set<string>(),
  readOnly: false,
  onSave: vi.fn(),
  onStatus: vi.fn(),
  onCurrent: vi.fn(),
};
const search = (state: SearchState) => {
  const onAgain = vi.fn();
  const onAdd = vi.fn();
  return {
    root: show(<SearchBody {...common} text="offline" search={state} onAgain={onAgain} onAdd={onAdd} />),
    onAgain,
    onAdd,
  };
};

test('hits are underlined, counted against all that was searched, and the first is chosen', () => {
  const { root } = search({ kind: 'found', rows: [hit], total: 1, searched: 21_406 });
  expect(root.querySelector('mark')?.textContent).toBe('Offline');
  expect(root.querySelector('.head')?.textContent).toContain('1 found in 21,406 · 1 yours');
  expect(root.querySelector('.pr')?.className).toContain('on');
});

test('nothing found says among how many; nothing known leads to adding', async () => {
  expect(search({ kind: 'found', rows: [], total: 0, searched: 900 }).root.textContent).toContain(
    'None of 900 papers fits “offline”.',
  );
  const { root, onAdd } = search({ kind: 'found', rows: [], total: 0, searched: 0 });
  await settle(() => named(root, 'Add digest').click());
  expect(onAdd).toHaveBeenCalled();
});

test('a search that fails says so and can be tried again', async () => {
  const { root, onAgain } = search({ kind: 'error', error: 'no-answer' });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('The search did not answer.');
  await settle(() => named(root, 'Try again').click());
  expect(onAgain).toHaveBeenCalled();
});

test('the library in the popup: nothing yet, newest first, or closed with a way on', async () => {
  const onRestore = vi.fn();
  const draw = (saved: Parameters<typeof SavedBody>[0]['saved']) =>
    show(<SavedBody {...common} saved={saved} total={1} onBack={vi.fn()} onLibrary={vi.fn()} onRestore={onRestore} />);
  expect(draw({ state: 'ready', value: [] }).textContent).toContain('Nothing saved yet');
  expect(draw({ state: 'ready', value: [hit] }).querySelectorAll('.pr').length).toBe(1);
  const closed = draw({ state: 'error', error: new Error('closed') });
  await settle(() => named(closed, 'See what is safe').click());
  expect(onRestore).toHaveBeenCalled();
});

const adding = (more: Partial<Parameters<typeof AddBody>[0]> = {}) => {
  const on = {
    onText: vi.fn(),
    onDay: vi.fn(),
    onAdd: vi.fn(),
    onPaste: vi.fn(() => Promise.resolve(false)),
    onFile: vi.fn(),
    onBack: vi.fn(),
    onCancel: vi.fn(),
  };
  const day = localDay(new Date(2025, 11, 11));
  return { root: show(<AddBody text="" day={day} jobs={[]} digests={[]} readOnly={false} {...on} {...more} />), on };
};

test('adding: nothing to read until there is text, then the button counts its lines', async () => {
  const empty = adding();
  await settle(() => named(empty.root, 'Read').click());
  expect(empty.on.onAdd).not.toHaveBeenCalled();
  const { root, on } = adding({ text: 'a\nb\nc' });
  await settle(() => named(root, 'Read 3 lines').click());
  expect(on.onAdd).toHaveBeenCalled();
});

test('adding: where the clipboard may not be read, it says which keys do it', async () => {
  const { root } = adding();
  await settle(() => named(root, 'Paste').click());
  expect(root.textContent).toContain('Press Ctrl+V.');
});

test('adding: lines to check are shown with their numbers', async () => {
  const warnings = [{ line: 133, message: 'no author and date line' }];
  const digest = {
    id: 7,
    name: 'd',
    format: 'hf-page',
    kind: 'added',
    entries: 40,
    size: 9,
    warnings,
    warningCount: 1,
    state: 'ready',
  } as const;
  const job = {
    id: 1,
    request: 'r',
    kind: 'ingest',
    state: 'done',
    name: 'd',
    digest: 7,
    done: 40,
    beat: 0,
    warningCount: 1,
  } as const;
  const { root } = adding({ jobs: [job], digests: [digest] });
  await settle(() => named(root, 'Show').click());
  expect(root.querySelector('.warnings')?.textContent).toBe('line 133no author and date line');
});

test('adding, read-only: no field, and why', () => {
  const { root } = adding({ readOnly: true });
  expect(root.querySelector('textarea')).toBeNull();
  expect(root.textContent).toContain('A digest cannot be added now.');
});
