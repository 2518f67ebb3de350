/** Actions on the library as pages and content scripts ask for them, in a background that is started and killed. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { paper, request } from '../../storage/library/library.testing.ts';
import { profile } from '../library/browser.testing.ts';

// Only the build knows where these files end up.
vi.mock('../../engine/worker.ts?worker&url', () => ({ default: '/worker.js' }));

const KEY = (n: number): string => `arxiv:2511.${String(n).padStart(5, '0')}`;
const ground = profile();
let store = new IDBFactory();

/** A background started anew over what is stored. */
async function background() {
  ground.start(store);
  const { libraryHandlersWith } = await import('./library.ts');
  const { actHandlers } = await import('./library-acts.ts');
  const health = await import('../library-health.ts');
  const database = await import('../../storage/library/database.ts');
  const library = libraryHandlersWith(async () => []);
  const save = (...numbers: number[]) =>
    library['library.save']({ request: request(), papers: numbers.map((n) => paper(n)) });
  const rows = () => database.withLibrary((db) => db.papers.toArray());
  return { library, acts: actHandlers, health, database, save, rows };
}
type Background = Awaited<ReturnType<typeof background>>;

beforeEach(() => {
  ground.reset();
  store = new IDBFactory();
});
let running: Background | undefined;
const started = async (): Promise<Background> => {
  await running?.database.closeLibrary();
  running = await background();
  return running;
};
afterEach(async () => {
  await new Promise((done) => setTimeout(done, 30)); // what follows a write is not waited for
  await running?.database.closeLibrary();
  running = undefined;
  vi.unstubAllGlobals();
});

test('F17: an edit is made, told, and taken back once, also by a background that was started since', async () => {
  const first = await started();
  await first.save(1, 2);
  const id = request();
  const edits = [{ do: 'tag', tag: 'x', on: true }] as const;
  expect(await first.acts['library.edit']({ request: id, keys: [KEY(1), KEY(2)], edits })).toEqual({
    changed: 2,
    refused: [],
  });
  const again = await started();
  const undo = () => again.library['library.undo']({ request: request(), undo: id });
  expect([await undo(), await undo()]).toEqual([{ undone: 2 }, { undone: 0 }]);
  expect((await again.rows()).map(({ tags }) => tags)).toEqual([[], []]);
});

test('F02: a request whose answer was lost is sent again to the next background: one effect, the same answer', async () => {
  const ask = { request: request(), id: 'c', fields: { kind: 'collection', name: 'C', parent: null } } as const;
  const first = await started();
  const answered = await first.acts['library.thing'](ask);
  const again = await started();
  expect(await again.acts['library.thing'](ask)).toEqual(answered);
  expect(await again.database.withLibrary((db) => db.history.count())).toBe(0);
});

test('F14: fifty edits of one field from several pages at once end with the last that came', async () => {
  const { acts, save, rows } = await started();
  await save(1);
  const ratings = Array.from({ length: 50 }, (_, n) => ((n % 5) + 1) as 1 | 2 | 3 | 4 | 5);
  await Promise.all(
    ratings.map((rating) =>
      acts['library.edit']({ request: request(), keys: [KEY(1)], edits: [{ do: 'rating', rating }] }),
    ),
  );
  expect((await rows())[0]?.rating).toBe(5);
});

test('a card marks a paper that is not saved: it is saved with the tag, and the card then knows note, tags and citation', async () => {
  const { acts, rows } = await started();
  const marked = await acts['library.mark']({
    request: request(),
    paper: paper(1, { authors: ['Ada Lovelace'], year: 2025 }),
    edits: [{ do: 'tag', tag: 'thesis', on: true }],
    note: 'Read *again*',
  });
  expect(marked).toEqual({ status: 'to-read', tags: ['thesis'], refused: [] });
  expect(await rows()).toHaveLength(1);
  const aside = await acts['library.aside']({ query: paper(1), cite: 'apa' });
  expect(aside).toMatchObject({ note: 'Read *again*', tags: ['thesis'], allTags: ['thesis'] });
  expect(aside.citation).toContain('Lovelace, A. (2025)');
  expect((await acts['library.aside']({ query: paper(2), cite: 'ieee' })).citation).toContain('Subject Number 2');
});

const stagedOf = (backup: object): string => ('staged' in backup ? String(backup.staged) : '');

describe('backups', () => {
  test('a backup is a staged file that previews and restores into another profile', async () => {
    const first = await started();
    await first.save(1, 2);
    const backup = await first.acts['library.backup']({ request: request(), to: 'file' });
    expect(backup).toMatchObject({ count: 2, name: expect.stringMatching(/^scholion-\d{4}-\d{2}-\d{2}\.jsonl$/) });
    store = new IDBFactory();
    ground.local.kept.clear();
    const other = await started();
    const staged = stagedOf(backup);
    expect(await other.acts['library.previewRestore']({ staged })).toMatchObject({ good: true, brings: 2, changes: 0 });
    expect(await other.library['library.restore']({ request: request(), staged })).toEqual({ restored: 2 });
    expect(await other.rows()).toHaveLength(2);
    expect(ground.opened).toEqual([]);
    await expect(other.acts['library.previewRestore']({ staged: 'none' })).rejects.toMatchObject({
      error: 'not-found',
    });
  });
  test('a library that has papers keeps its own name when another is restored into it', async () => {
    const first = await started();
    await first.save(1);
    const staged = stagedOf(await first.acts['library.backup']({ request: request(), to: 'file' }));
    store = new IDBFactory();
    ground.local.kept.clear();
    const other = await started();
    await other.save(2);
    const id = () => other.database.withLibrary((db) => db.device.get('library'));
    const before = await id();
    await other.library['library.restore']({ request: request(), staged });
    expect(await id()).toEqual(before);
    expect(await other.rows()).toHaveLength(2);
  });
  test('the downloads folder needs its permission; without it nothing is left behind', async () => {
    const { acts, save } = await started();
    await save(1);
    const ask = () => acts['library.backup']({ request: request(), to: 'downloads' });
    await expect(ask()).rejects.toMatchObject({ error: 'read-only' });
    expect(ground.downloaded).toEqual([]);
    const { stagedFiles } = await import('../../platform/staged-files.ts');
    expect(await stagedFiles.list()).toEqual([]);
  });
  test('an alarm is there exactly where backups by themselves are switched on', async () => {
    const { library } = await started();
    const { DEFAULT_SETTINGS } = await import('../../core/settings.ts');
    const set = (every: 'never' | 'week') =>
      library['settings.set']({ settings: { ...DEFAULT_SETTINGS, backup: { every } } });
    await set('week');
    expect([...ground.alarms.keys()]).toEqual(['backup']);
    await library['settings.set']({ settings: DEFAULT_SETTINGS }); // a page of before
    expect([...ground.alarms.keys()]).toEqual(['backup']);
    await set('never');
    expect([...ground.alarms.keys()]).toEqual([]);
  });
  test('one is due after a day or week with changes, after a clock that was put back, and never without changes', async () => {
    await started();
    const { backupDue } = await import('../library/backups.ts');
    const DAY = 86_400_000;
    const last = { at: 10 * DAY, seq: 5 };
    expect(backupDue(undefined, 'week', 0, DAY)).toBe(false);
    expect(backupDue(undefined, 'week', 1, DAY)).toBe(true);
    expect(backupDue(last, 'day', 5, 20 * DAY)).toBe(false);
    expect(backupDue(last, 'day', 6, 10.9 * DAY)).toBe(false);
    expect(backupDue(last, 'day', 6, 11 * DAY)).toBe(true);
    expect(backupDue(last, 'week', 6, 16.9 * DAY)).toBe(false);
    expect(backupDue(last, 'week', 6, 17 * DAY)).toBe(true);
    expect(backupDue(last, 'week', 6, 9 * DAY)).toBe(true);
  });
});

describe('health', () => {
  test('E13: storage.local lost, the library whole: the canary is made anew and nobody is alarmed', async () => {
    const first = await started();
    await first.save(1, 2);
    await vi.waitFor(() => expect(ground.local.kept.get('canary')).toMatchObject({ papers: 2 }));
    ground.local.kept.clear();
    const again = await started();
    expect(await again.health.checkLibrary()).toBe('good');
    expect(ground.local.kept.get('canary')).toMatchObject({ papers: 2 });
    expect(ground.opened).toEqual([]);
  });
  test('E09: a connection closed underneath is opened once more; where it comes back empty the restore screen opens', async () => {
    const { save, rows, health, database, acts } = await started();
    await save(1, 2);
    await vi.waitFor(() => expect(ground.local.kept.get('canary')).toMatchObject({ papers: 2 }));
    (await database.libraryDb()).close();
    await acts['library.edit']({ request: request(), keys: [KEY(1)], edits: [{ do: 'rating', rating: 3 }] });
    expect(await rows()).toHaveLength(2);
    expect(ground.opened).toEqual([]);
    // Cleared by the person while it is open.
    (await database.libraryDb()).close();
    vi.stubGlobal('indexedDB', new IDBFactory());
    await rows();
    expect(await health.checkLibrary()).toBe('empty-loss');
    expect(ground.opened).toEqual([expect.stringContaining('restore')]);
    expect(await database.withLibrary((db) => db.device.get('frozen'))).toMatchObject({ value: 'empty-loss' });
  });
});
