// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { ImportPreview } from '../../messaging/library-calls.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { fill, follow, thing } from '../library/manage/real-library.testing.ts';
import { answers, calls } from '../parts/calls.testing.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const staged = new Map<string, Blob | string>();
vi.mock('../../platform/staged-files.ts', () => ({
  stagedFiles: {
    write: async (name: string, data: Blob | string) => void staged.set(name, data),
    remove: async (name: string) => void staged.delete(name),
    read: async () => undefined,
  },
}));
const { ImportDialog } = await import('./import-dialog.tsx');
const { libraryDb } = await import('../../storage/library/database.ts');

const PREVIEW: ImportPreview = {
  format: 'bibtex',
  total: 1_244,
  fresh: 1_204,
  known: 37,
  trashed: 0,
  skipped: [
    { line: 12, reason: 'no-title', text: 'Nobody', count: 1 },
    { line: 40, reason: 'open-quote', text: '', count: 2 },
  ],
  skippedCount: 3,
  sample: [{ title: 'On <b>Nets</b>', authors: 'Lee, Dam', year: 2019, state: 'fresh' }],
  tags: ['a', 'b', 'c', 'd', 'e', 'f'],
};
const file = new File(['@article{a, title = {T}}'], 'refs.bib');

beforeEach(async () => {
  staged.clear();
  await fill([['offline-rl']]);
  await thing('c1', { kind: 'collection', name: 'Thesis', parent: null });
});
async function dialog(more: Parameters<typeof answers>[0] = {}) {
  answers({ 'library.previewImport': PREVIEW, 'library.import': { job: 1 }, ...more });
  const onClose = vi.fn();
  const root = show(<ImportDialog file={file} onClose={onClose} />);
  await follow();
  return { root, onClose };
}
const select = (root: HTMLElement, at: number, value: string) =>
  settle(() => {
    const field = root.querySelectorAll('select')[at];
    if (!field) throw new Error('no such choice');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });

test('the look before: every record is counted, titles are text, skipped ones have place and reason', async () => {
  const { root } = await dialog();
  expect(root.querySelector('h2')?.textContent).toBe('1,204 papers would be added');
  expect(root.querySelector('[role="status"]')?.textContent).toBe('1,204 new, 37 in your library, 3 skipped of 1,244');
  expect(root.querySelector('.sample bdi')?.textContent).toBe('On <b>Nets</b>');
  expect([...root.querySelectorAll('.skipped li')].map((li) => li.textContent)).toEqual([
    'line 12It has no title.Nobody',
    'line 40A quotation mark is never closed. × 2',
  ]);
  expect(root.textContent).toContain('Bring its tags (a, b, c, d and 2 more)');
  expect(root.textContent).toContain('A backup is made first');
  expect(calls('library.import')).toEqual([]);
});

test('what was chosen goes along; pressed twice it is imported once', async () => {
  const { root } = await dialog();
  await select(root, 1, 'c1');
  await select(root, 2, 'reading');
  await settle(() => named(root, 'Bring tags, notes and status of the file').click());
  const button = named(root, 'Import 1,204');
  await settle(() => {
    button.click();
    button.click();
  });
  const [name] = staged.keys();
  expect(calls('library.import')).toEqual([
    {
      request: expect.any(String),
      staged: name,
      name: 'refs.bib',
      format: 'bibtex',
      options: { tags: [], collection: 'c1', status: 'reading', marks: false },
    },
  ]);
});

test('read as another format, a failed reading says so and the look stays', async () => {
  const { root } = await dialog({
    'library.previewImport': ({ format }) =>
      format === 'ris' ? { ...PREVIEW, format: 'ris', fresh: 0, known: 5, skippedCount: 0, total: 5 } : PREVIEW,
  });
  await select(root, 0, 'ris');
  await follow();
  expect(root.querySelector('h2')?.textContent).toBe('5 papers would be filled in');
  expect(named(root, 'Fill in 5')).toBeDefined();
  answers({ 'library.previewImport': 'no-answer' });
  await select(root, 0, 'csv');
  await follow();
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('Nothing was imported.');
  expect(root.querySelector('h2')?.textContent).toBe('5 papers would be filled in');
});

test('a file of which nothing comes cannot be imported; one that is refused says why and leaves nothing behind', async () => {
  const none = await dialog({ 'library.previewImport': { ...PREVIEW, fresh: 0, known: 0, total: 3, trashed: 0 } });
  expect(none.root.querySelector('h2')?.textContent).toBe('Nothing would be added');
  await settle(() => named(none.root, 'Import 0').click());
  expect(calls('library.import')).toEqual([]);
  staged.clear();
  const { root } = await dialog({ 'library.previewImport': 'unknown-format' });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain(
    'refs.bib was not read. No references were found',
  );
  expect(root.querySelector('.drop')).not.toBeNull();
  expect(staged.size).toBe(0);
});

test('an import whose answer is lost is the same one when it is pressed again', async () => {
  const { root } = await dialog({ 'library.import': 'no-answer' });
  await settle(() => named(root, 'Import 1,204').click());
  await follow();
  await settle(() => named(root, 'Import 1,204').click());
  const [first, second] = calls('library.import');
  expect(second?.request).toBe(first?.request);
  expect(staged.size, 'it may be the job’s').toBe(1);
});

test('the account: imported + merged + skipped = total, the job is followed, and undo is one press', async () => {
  const { root, onClose } = await dialog({ 'library.undo': { undone: 0, job: 9 } });
  const db = await libraryDb();
  const put = (job: LibraryJobRow) => db.jobs.put(job as never); // the store gives numbers itself, and takes them too
  const row = { request: 'r', kind: 'import', name: 'refs.bib', spec: {}, at: 1, beat: 1, undoable: true } as const;
  await put({ ...row, id: 1, state: 'running', done: 600, total: 1_244 });
  await settle(() => named(root, 'Import 1,204').click());
  await follow();
  expect(root.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('48');
  await settle(() => named(root, 'Stop here').click());
  expect(calls('library.cancelJob')).toEqual([{ job: 1 }]);
  const result = { imported: 1_204, merged: 37, skipped: 3, skippedWhy: PREVIEW.skipped };
  await put({ ...row, id: 1, state: 'done', done: 1_244, total: 1_244, result });
  await follow();
  const account = [...root.querySelectorAll('.account tr')].map((tr) => tr.textContent);
  expect(account).toEqual(['Added1,204', 'Known already, filled in37', 'Skipped3', 'Records in the file1,244']);
  await settle(() => named(root, 'Undo the import').click());
  expect(calls('library.undo')).toEqual([{ request: expect.any(String), undo: 'r' }]);
  await put({ ...row, id: 9, request: 'u', kind: 'undo', spec: { undo: 'r' }, state: 'done', done: 1_241 });
  await follow();
  expect(root.textContent).toContain('The library is as it was before the import.');
  await settle(() => [...root.querySelectorAll<HTMLElement>('button')].at(-1)?.click());
  expect(onClose).toHaveBeenCalled();
});
