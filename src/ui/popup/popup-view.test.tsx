// @vitest-environment happy-dom
import '../parts/browser.testing.ts';
import { expect, test, vi } from 'vitest';
import type { LibraryHealth } from '../../messaging/calls.ts';
import type { JobRow } from '../../storage/papers/rows.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const { PopupView } = await import('./popup-view.tsx');
const { catalogue } = await import('../../sites/catalogue.ts');
const good: LibraryHealth = { state: 'good', count: 128, expected: 128, snapshots: [], papers: 'good' };
const job = (more: Partial<JobRow>): JobRow => ({
  id: 1,
  request: 'r',
  kind: 'ingest',
  state: 'running',
  name: 'daily.txt',
  done: 26,
  total: 40,
  beat: 0,
  ...more,
});

function popup(more: Partial<Parameters<typeof PopupView>[0]> = {}) {
  const on = {
    onText: vi.fn(),
    onInside: vi.fn(),
    onSite: vi.fn(),
    onLibrary: vi.fn(),
    onSettings: vi.fn(),
    onRestore: vi.fn(),
    onHealthAgain: vi.fn(),
    onCancel: vi.fn(),
    onDismiss: vi.fn(),
  };
  const root = show(
    <PopupView
      online
      readOnly={false}
      health={good}
      inside="list"
      text=""
      deed={undefined}
      jobs={[]}
      saved={128}
      site={catalogue[0]}
      siteOn
      {...on}
      {...more}
    >
      <p>body</p>
    </PopupView>,
  );
  return { root, on };
}

test('search, library, adding and the switch of the site are always there', async () => {
  const { root, on } = popup();
  expect(root.querySelector('input[type="search"]')).not.toBeNull();
  expect(root.querySelector('footer')?.textContent).toContain('Library128');
  await settle(() => named(root, 'Notes on arXiv').click());
  expect(on.onSite).toHaveBeenCalledWith(false);
  await settle(() => named(root, 'Add digest').click());
  expect(on.onInside).toHaveBeenCalledWith('add');
});

test('nothing waits for the health of the library: the body is drawn before it is known', () => {
  expect(popup({ health: { state: 'loading' } }).root.textContent).toContain('body');
});

test('offline is a pill, and everything stays', () => {
  const { root } = popup({ online: false });
  expect(root.querySelector('.pill')?.textContent).toBe('Offline');
  expect(root.textContent).toContain('body');
});

test('read-only says why and what still works', () => {
  const { root } = popup({ readOnly: true, health: { ...good, state: 'newer' } });
  expect(root.querySelector('.pill.warn')?.textContent).toBe('Read-only');
  expect(root.querySelector('.msg')?.textContent).toContain('Made by a newer Scholion. You can read and search.');
});

test('a loss is said with its numbers, and leads to the restore screen', async () => {
  const { root, on } = popup({ readOnly: true, health: { ...good, state: 'partial-loss', count: 96 } });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('96 of 128 papers are there.');
  await settle(() => named(root, 'See what is safe').click());
  expect(on.onRestore).toHaveBeenCalled();
});

test('lost digests are said plainly, with the library named as whole', () => {
  expect(popup({ health: { ...good, papers: 'lost' } }).root.textContent).toContain('Your library is whole.');
});

test('a background that does not answer is an error with one action', async () => {
  const { root, on } = popup({ health: { state: 'no-answer' } });
  await settle(() => named(root, 'Try again').click());
  expect(on.onHealthAgain).toHaveBeenCalled();
});

test('a job goes on in sight, with its numbers, and can be cancelled', async () => {
  const { root, on } = popup({ jobs: [job({})] });
  expect(root.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('65');
  expect(root.querySelector('.jobs')?.textContent).toContain('26 of 40');
  await settle(() => named(root, 'Cancel').click());
  expect(on.onCancel).toHaveBeenCalled();
});

test('the end of a job is told, also its failure with what to do', () => {
  expect(popup({ jobs: [job({ state: 'done', done: 40, warningCount: 1 })] }).root.textContent).toContain(
    '40 papers from daily.txt. 1 line to check.',
  );
  expect(popup({ jobs: [job({ state: 'failed', error: 'unknown-format' })] }).root.textContent).toContain(
    'No papers were found in this text.',
  );
});

test('what was done is announced politely and can be taken back', async () => {
  const onUndo = vi.fn();
  const { root } = popup({ deed: { words: '47 papers saved', onUndo } });
  expect(root.querySelector('[aria-live="polite"]')?.textContent).toContain('47 papers saved');
  await settle(() => named(root, 'Undo').click());
  expect(onUndo).toHaveBeenCalled();
});
