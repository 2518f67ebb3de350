// @vitest-environment happy-dom
/** Export, restore and Zotero: what is asked, what is said, what a second press does. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Choice } from '../../messaging/library-calls.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { fill, follow } from '../library/manage/real-library.testing.ts';
import { answers, calls } from '../parts/calls.testing.ts';
import { named, settle, show } from '../parts/render.testing.ts';

const files = new Map<string, Uint8Array>();
vi.mock('../../platform/staged-files.ts', () => ({
  stagedFiles: {
    read: async (name: string) => files.get(name),
    remove: async (name: string) => void files.delete(name),
  },
}));
const downloaded: (readonly [string, Blob])[] = [];
vi.mock('../parts/download.ts', () => ({ download: (file: Blob, name: string) => void downloaded.push([name, file]) }));
const leave = { given: false, answer: true };
Object.assign((globalThis as unknown as { browser: object }).browser, {
  permissions: {
    contains: async () => leave.given,
    request: async () => {
      leave.given = leave.answer;
      return leave.answer;
    },
  },
});
const { ExportDialog } = await import('./export-dialog.tsx');
const { RestoreSteps } = await import('./restore-steps.tsx');
const { ZoteroDialog } = await import('./zotero-dialog.tsx');
const { libraryDb } = await import('../../storage/library/database.ts');

const SELECTED: Choice = { keys: ['a', 'b'] };
const row = { request: 'r', name: '', spec: {}, at: 1, beat: 1, undoable: false } as const;
/** The store gives numbers itself, and takes them too. */
const put = async (job: Omit<LibraryJobRow, keyof typeof row>): Promise<void> => {
  await (await libraryDb()).jobs.put({ ...row, ...job } as never);
  await follow();
};
const check = (root: HTMLElement, words: string) =>
  settle(() => {
    const label = [...root.querySelectorAll('label')].find((one) => one.textContent?.startsWith(words));
    label?.querySelector('input')?.click();
  });
const alert = (root: HTMLElement): string => root.querySelector('[role="alert"]')?.textContent ?? '';

beforeEach(async () => {
  files.clear();
  downloaded.length = 0;
  Object.assign(leave, { given: false, answer: true });
  await fill([[], [], []]);
});

test('export: the selection or all, with its options; the file is saved once, and the job is forgotten with the dialog', async () => {
  answers({ 'library.export': { job: 1 }, 'library.dismissJob': {} });
  const root = show(<ExportDialog choice={SELECTED} count={2} onClose={vi.fn()} />);
  await follow();
  expect(root.querySelector('h2')?.textContent).toBe('Export 2 papers');
  await check(root, 'RIS');
  expect(root.querySelector('.keypat'), 'RIS has no keys').toBeNull();
  await check(root, 'Your notes');
  await settle(() => named(root, 'Export 2').click());
  expect(calls('library.export')).toEqual([
    {
      request: expect.any(String),
      choice: SELECTED,
      options: { format: 'ris', abstracts: true, notes: true, keyPattern: '[auth:lower][year][veryshorttitle:lower]' },
    },
  ]);
  files.set('export-1', new TextEncoder().encode('TY  - JOUR'));
  const file = { staged: 'export-1', name: 'scholion.ris', type: 'text/plain', bytes: 10 };
  await put({ id: 1, kind: 'export', state: 'done', done: 2, total: 2, result: { file } });
  expect(root.textContent).toContain('Saved as scholion.ris. 2 papers · 10 B');
  expect(downloaded.map(([name]) => name)).toEqual(['scholion.ris']);
  await settle(() => named(root, 'Another format').click());
  expect(calls('library.dismissJob')).toEqual([{ job: 1 }]);
  await check(root, 'All 3');
  await settle(() => named(root, 'Export 3').click());
  expect(calls('library.export').at(-1)?.choice).toMatchObject({ query: { text: '', shelf: 'library' }, except: [] });
});

test('export: more than 50 papers are not copied; a job that failed and a refused call say so', async () => {
  answers({ 'library.export': 'quota' });
  const root = show(<ExportDialog choice={SELECTED} count={51} onClose={vi.fn()} />);
  await follow();
  expect(() => named(root, 'Copy')).toThrow();
  await settle(() => named(root, 'Export 51').click());
  expect(alert(root)).toContain('Nothing was exported. The disk is full.');
  answers({ 'library.export': { job: 2 } });
  await settle(() => named(root, 'Export 51').click());
  await put({ id: 2, kind: 'export', state: 'failed', done: 0, error: 'failed', detail: 'It broke.' });
  expect(alert(root)).toContain('The file could not be written. It broke.');
});

const PREVIEW = { day: '2026-11-20', count: 128, brings: 28, changes: 3, good: true, readable: 128 };
const restore = async (preview: Parameters<typeof answers>[0]['library.previewRestore'], more = {}) => {
  answers({ 'library.previewRestore': preview, ...more } as Parameters<typeof answers>[0]);
  const onDone = vi.fn();
  const root = show(<RestoreSteps source={{ staged: 'x' }} name="a.jsonl" onDone={onDone} onClose={vi.fn()} />);
  await follow();
  return { root, onDone };
};

test('restore: what it would bring and change; nothing happens before the press, and once is enough', async () => {
  const { root, onDone } = await restore(PREVIEW, { 'library.restore': { restored: 28 } });
  expect(root.querySelector('h2')?.textContent).toBe('28 papers would come back');
  expect([...root.querySelectorAll('.account tr')].map((tr) => tr.textContent)).toEqual([
    'Made20 Nov 2026',
    'Papers in the backup128',
    'Would come back28',
    'Would change3',
  ]);
  expect(calls('library.restore')).toEqual([]);
  await settle(() => named(root, 'Restore 28 papers').click());
  expect(calls('library.restore')).toEqual([{ request: expect.any(String), staged: 'x' }]);
  expect(onDone).toHaveBeenCalledExactlyOnceWith(28);
  expect(root.textContent).toContain('28 papers came back.');
});

test('B05, B07: a newer and a damaged backup are refused in words, with what can be read', async () => {
  const none = { ...PREVIEW, good: false, brings: 0, changes: 0 };
  const newer = await restore({ ...none, damage: 'newer', count: 0, readable: 0 });
  expect(newer.root.textContent).toContain('made by a newer version of Scholion');
  const damaged = await restore({ ...none, damage: 'damaged', readable: 96 });
  expect(alert(damaged.root)).toContain('Nothing is restored from it. 96 of 128 papers in it can be read.');
  for (const { root } of [newer, damaged])
    expect([...root.querySelectorAll('button')].some((b) => b.textContent?.startsWith('Restore'))).toBe(false);
  expect(alert((await restore('not-found')).root)).toContain('The backup was not read.');
});

test('Zotero: nothing is asked before the press, a no is told, and each result has its words', async () => {
  answers({ 'zotero.state': { kind: 'local-api', version: '10.0.1' }, 'zotero.send': { job: 1 } });
  leave.answer = false;
  const root = show(<ZoteroDialog choice={SELECTED} count={2} onClose={vi.fn()} />);
  await follow();
  expect(calls('zotero.state')).toEqual([]);
  await settle(() => named(root, 'Allow and look for Zotero').click());
  expect(root.textContent).toContain('Not allowed. Nothing was sent.');
  leave.answer = true;
  await settle(() => named(root, 'Allow and look for Zotero').click());
  await follow();
  expect(root.textContent).toContain('Zotero 10.0.1 is here.');
  await settle(() => named(root, 'Send 2').click());
  expect(calls('zotero.send')).toEqual([{ request: expect.any(String), choice: SELECTED }]);
  await put({ id: 1, kind: 'zotero', state: 'running', done: 0, total: 2 });
  expect(root.textContent).toContain('Zotero may be asking you something');
  const failed = [{ title: 'On Nets', reason: 'changed-there' }];
  await put({ id: 1, kind: 'zotero', state: 'done', done: 2, total: 2, result: { sent: 1, already: 0, failed } });
  expect(root.textContent).toContain('1 sent, 1 not taken of 2.');
  expect(root.querySelector('.sample li')?.textContent).toBe('On NetsIt was changed in Zotero and is left as it is.');
});

test('Zotero: why it ended early is told, and the rest can be sent', async () => {
  leave.given = true;
  answers({ 'zotero.state': { kind: 'off', version: '10.0.1' }, 'zotero.send': { job: 1 } });
  const root = show(<ZoteroDialog choice={SELECTED} count={2} onClose={vi.fn()} />);
  await follow();
  expect(root.textContent).toContain('Zotero 10.0.1 is here, but does not let programs write.');
  await settle(() => named(root, 'Send 2 all the same').click());
  await put({ id: 1, kind: 'zotero', state: 'failed', error: 'denied', done: 1, total: 2, result: { sent: 1 } });
  expect(alert(root)).toContain('Zotero was told not to let Scholion write. 1 sent of 2.');
  await settle(() => named(root, 'Send the rest').click());
  const [first, second] = calls('zotero.send');
  expect(second?.request).not.toBe(first?.request);
});
