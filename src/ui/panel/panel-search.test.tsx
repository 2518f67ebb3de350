// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { beforeAll, expect, test, vi } from 'vitest';
import { named, settle, show } from '../parts/render.testing.ts';

const { PanelSearch } = await import('./panel-search.tsx');
const { PanelView } = await import('./panel-view.tsx');
const { rowOfSaved } = await import('../parts/row-model.ts');
const { catalogue } = await import('../../sites/catalogue.ts');
const [site] = catalogue;

beforeAll(() => {
  // The list watches its end; nothing scrolls here.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
});

const row = rowOfSaved({
  key: 'arxiv:2402.12527',
  ids: ['arxiv:2402.12527' as never],
  title: 'Edge of Reach',
  status: 'read',
  tags: [],
  hasCode: false,
  changed: 0,
}); // ids are branded

function search(more: Partial<Parameters<typeof PanelSearch>[0]> = {}) {
  const on = {
    onText: vi.fn(),
    onAgain: vi.fn(),
    onLookAgain: vi.fn(),
    onReload: vi.fn(),
    onSwitchOn: vi.fn(),
    onOpen: vi.fn(),
    onSave: vi.fn(),
    onStatus: vi.fn(),
    onCurrent: vi.fn(),
  };
  const root = show(
    <PanelSearch
      {...on}
      text=""
      search={{ kind: 'none' }}
      newest={{ state: 'ready', value: [row] }}
      state={{ kind: 'not-a-site', host: 'example.org' }}
      current={0}
      busy={new Set()}
      readOnly={false}
      {...more}
    />,
  );
  return { root, on };
}

test('a page without papers says so and offers what was saved last; a press opens it here', async () => {
  const { root, on } = search();
  expect(root.textContent).toContain('No paper is known on this page.');
  await settle(() => root.querySelector<HTMLElement>('.pr .t')?.click());
  expect(on.onOpen).toHaveBeenCalledWith(row);
});

test('a site that is off, or a page from before, says what helps', async () => {
  if (!site) throw new Error('no site');
  const off = search({ state: { kind: 'off', site } });
  await settle(() => named(off.root, 'Switch on').click());
  expect(off.on.onSwitchOn).toHaveBeenCalledOnce();
  const reload = search({ state: { kind: 'reload', site } });
  await settle(() => named(reload.root, 'Reload the page').click());
  expect(reload.on.onReload).toHaveBeenCalledOnce();
});

test('a search shows its hits, that there are none, or that nobody answered', async () => {
  expect(
    search({ text: 'edge', search: { kind: 'found', rows: [row], total: 1, searched: 4 } }).root.textContent,
  ).toContain('1 paper');
  expect(
    search({ text: 'xyz', search: { kind: 'found', rows: [], total: 0, searched: 4 } }).root.textContent,
  ).toContain('Nothing fits “xyz”');
  const { root, on } = search({ text: 'edge', search: { kind: 'error', error: 'no-answer' } });
  await settle(() => named(root, 'Try again').click());
  expect(on.onAgain).toHaveBeenCalledOnce();
});

test('an empty library says how papers come here', () => {
  expect(search({ newest: { state: 'ready', value: [] } }).root.textContent).toContain('Nothing is saved yet');
});

test('the pin says what it does and whether it holds', async () => {
  const onPin = vi.fn();
  const more = {
    onBack: vi.fn(),
    onPin,
    onLibrary: vi.fn(),
    onRestore: vi.fn(),
    onHealthAgain: vi.fn(),
    deed: undefined,
    back: undefined,
  };
  const root = show(
    <PanelView {...more} pinned health={{ state: 'good', count: 1, expected: 1, snapshots: [], papers: 'good' }}>
      body
    </PanelView>,
  );
  const pin = named(root, 'Pin: stop following the tab');
  expect(pin.getAttribute('aria-pressed')).toBe('true');
  await settle(() => pin.click());
  expect(onPin).toHaveBeenCalledOnce();
});
