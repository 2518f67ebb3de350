/** How places stand, in words: "Synced" is said only where nothing waits and nothing was refused. */
import '../parts/browser.testing.ts';
import { expect, test } from 'vitest';
import { SYNC_FAULTS } from '../../core/sync/faults.ts';
import type { Place, PlaceState } from '../../core/sync/place.ts';
import type { SyncReport } from '../../core/sync/report.ts';
import type { PlaceRow } from '../../storage/library/queries/places.ts';

const { standOf } = await import('./stand.ts');
const { summaryOf } = await import('./sync-mark.tsx');
const { faultWords } = await import('./fault-words.ts');

const MINUTE = 60_000;
const now = new Date(2025, 10, 25, 14, 4).getTime();
const NOTHING = { pulled: 0, changed: 0, unreadable: 0, pushed: 0, waiting: [], waitingCount: 0 } as const;

const row = (
  report: Partial<SyncReport> | undefined,
  more: Partial<PlaceRow> & { readonly its?: Partial<PlaceState>; readonly of?: Partial<Place> } = {},
): PlaceRow => ({
  place: {
    id: 'a-place-id',
    kind: 'couch',
    name: 'Group',
    address: 'https://couch.example',
    database: 'papers',
    encrypted: false,
    paused: false,
    addedAt: 1,
    ...more.of,
  },
  state: {
    id: 'a-place-id',
    tries: 0,
    ...(report && { report: { state: 'synced', ...NOTHING, ...report }, reportAt: now - 2 * MINUTE }),
    ...more.its,
  },
  due: more.due ?? 0,
  waiting: more.waiting ?? 0,
  held: more.held ?? 0,
});
const words = (of: PlaceRow, missing = false): string => standOf(of, now, missing).words;
const NONE: ReadonlySet<string> = new Set();

test('"Synced" is said only when nothing waits, nothing was refused and nothing is held', () => {
  expect(words(row({}, { its: { lastOk: now - 2 * MINUTE } }))).toBe('Synced 2 minutes ago. Nothing waits.');
  const others = [
    row({}, { due: 3 }),
    row({}, { waiting: 1 }),
    row({}, { held: 1 }),
    row({ readOnly: 'forbidden' }),
    row({ readOnly: 'newer' }),
    row({ state: 'waiting', waitingCount: 2 }),
    row({ state: 'paused' }),
    row({ state: 'frozen' }),
    row(undefined),
    row({}, { of: { paused: true } }),
    ...SYNC_FAULTS.map((fault) => row({ state: 'failed', fault })),
  ];
  for (const other of others) {
    expect(words(other)).not.toMatch(/^Synced/);
    expect(summaryOf([other], now, NONE)?.words ?? '').not.toMatch(/^Synced/);
  }
  expect(words(row({}), true)).not.toMatch(/^Synced/);
});

test('what waits says how many, what the server said and when it is tried again', () => {
  const busy = row({ state: 'failed', fault: 'busy' }, { due: 3, its: { nextAt: now + 4 * MINUTE } });
  expect(standOf(busy, now)).toMatchObject({
    tone: 'warn',
    todo: 'try',
    needs: false,
    words: '3 changes wait. The server said “busy” at 14:02. Next try in 4 minutes.',
  });
  const large = row({ state: 'waiting', waitingCount: 1, waiting: [{ kind: 'note', id: 'x', why: 'too-large' }] });
  expect(words(large)).toBe('1 change waits: it is larger than the place takes.');
});

test('every fault has a sentence of its own', () => {
  const all = [...SYNC_FAULTS, undefined].map((fault) => faultWords(fault, '14:02'));
  expect(new Set(all).size).toBe(all.length);
  for (const one of all) expect(one).toMatch(/^[A-Z].*\.$/);
});

test('what a person must do is the button', () => {
  const todo = (of: PlaceRow, missing = false) => standOf(of, now, missing).todo;
  expect(todo(row({ state: 'failed', fault: 'signed-out' }))).toBe('password');
  expect(todo(row({ state: 'failed', fault: 'passphrase' }))).toBe('passphrase');
  expect(todo(row({ state: 'failed', fault: 'not-allowed' }))).toBe('allow');
  expect(todo(row({}), true)).toBe('allow');
  expect(todo(row({}, { of: { kind: 'folder' } }), true)).toBe('folder');
  expect(todo(row({ state: 'paused' }, { held: 28 }))).toBe('look');
  expect(todo(row({ state: 'frozen' }))).toBe('restore');
  expect(todo(row({}, { of: { paused: true } }))).toBe('resume');
  expect(todo(row({}, { of: { kind: 'bundle' } }))).toBe('bundle');
  expect(
    words(row({ state: 'failed', fault: 'not-allowed' }, { its: { lastOk: new Date(2025, 10, 18).getTime() } })),
  ).toBe('Not synced since 18 Nov. The browser’s permission for couch.example is missing.');
});

test('a sync under way counts; one without a sign of life for two minutes was cut off', () => {
  const running = { since: now - 5 * MINUTE, beat: now - 1_000, phase: 'sending', pulled: 1_240, pushed: 30 } as const;
  expect(standOf(row({}, { its: { running } }), now)).toMatchObject({
    words: 'Syncing: 1,240 read, 30 sent.',
    todo: 'stop',
  });
  expect(words(row({}, { its: { running: { ...running, beat: now - 3 * MINUTE } } }))).toMatch(/^Synced/);
});

test('a clock that is a day off is said', () => {
  expect(standOf(row({ clockOff: 2 * 86_400_000 }), now).more.join()).toContain('clock of this computer');
  expect(standOf(row({ clockOff: 60_000 }), now).more).toEqual([]);
});

test('in short: who needs the person stands before what waits, and nothing is shown without a place', () => {
  const good = row({}, { its: { lastOk: now - 2 * MINUTE } });
  const short = (...rows: readonly PlaceRow[]) => summaryOf(rows, now, NONE)?.words;
  expect(short()).toBeUndefined();
  expect(short(good)).toBe('Synced 2 min ago');
  expect(short(good, row({}, { due: 3 }))).toBe('3 wait');
  expect(short(row({}, { due: 3 }), row({ state: 'failed', fault: 'signed-out' }))).toBe('Sync needs you');
  expect(short(row({}, { of: { paused: true } }))).toBe('Sync paused');
  expect(short(row(undefined, { of: { kind: 'bundle' }, due: 9 }))).toBeUndefined();
});
