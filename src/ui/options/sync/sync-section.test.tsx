// @vitest-environment happy-dom
/** The settings of sync: places, what can be done with each, and a new one from its kind to "Turn on". */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Place } from '../../../core/sync/place.ts';
import type { TestResult } from '../../../messaging/sync-calls.ts';
import { fill, follow, thing } from '../../library/manage/real-library.testing.ts';
import { answers, calls } from '../../parts/calls.testing.ts';
import { named, settle, show } from '../../parts/render.testing.ts';
import { field } from './form.testing.ts';

const leave = { given: true, answer: true, asked: [] as unknown[] };
const listeners = { addListener: () => undefined, removeListener: () => undefined };
Object.assign((globalThis as unknown as { browser: object }).browser, {
  permissions: {
    contains: async () => leave.given,
    request: async (what: unknown) => {
      leave.asked.push(what);
      return leave.answer;
    },
    onAdded: listeners,
    onRemoved: listeners,
  },
});
const { SyncSection } = await import('./sync-section.tsx');
const { libraryDb } = await import('../../../storage/library/database.ts');

const place: Place = {
  id: 'a-place-id',
  kind: 'couch',
  name: 'Group',
  address: 'https://couch.example',
  database: 'papers',
  login: 'ann',
  encrypted: true,
  paused: false,
  addedAt: 1,
};
const keep = async (...places: readonly Place[]): Promise<void> => {
  await (await libraryDb()).targets.bulkPut([...places]);
};
const onTell = vi.fn();
async function open() {
  const root = show(<SyncSection readOnly={false} onTell={onTell} onRestore={vi.fn()} />);
  await follow();
  return root;
}
const type = (root: ParentNode, label: string, text: string) =>
  settle(() => {
    const input = field(root, label);
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const choose = (root: ParentNode, kind: string) =>
  settle(() => {
    const card = [...root.querySelectorAll('.pk')].find((one) => one.querySelector('b')?.textContent === kind);
    card?.querySelector('input')?.click();
  });
const press = (root: ParentNode, words: string) => settle(() => named(root, words).click());
const passed: TestResult = {
  steps: [
    { what: 'answers', ms: 41 },
    { what: 'login', ms: 38 },
    { what: 'library', ms: 3 },
    { what: 'write', ms: 9 },
  ],
  server: 'CouchDB 3.5',
  holds: 'library',
};

beforeEach(async () => {
  Object.assign(leave, { given: true, answer: true, asked: [] });
  onTell.mockClear();
  answers({});
  await fill([[]]);
});

test('a CouchDB: details, permission, test, what would happen, turned on', async () => {
  answers({ 'sync.test': passed, 'sync.preview': { here: 128, there: 96, both: 71, after: 153 }, 'sync.add': {} });
  const root = await open();
  expect(root.textContent).toContain('step 1 of 3');
  await choose(root, 'CouchDB');
  await type(root, 'Address', 'https://couch.lab.example');
  await type(root, 'Database', 'papers');
  await type(root, 'Login', 'mira');
  await type(root, 'Password', 'S3CR3T');
  expect(() => named(root, 'Turn on')).toThrow();
  await press(root, 'Test');
  await follow();
  expect(leave.asked).toEqual([{ origins: ['https://couch.lab.example/*'] }]);
  expect(root.textContent).toContain('Server answers, CouchDB 3.5');
  expect(root.textContent).toContain('128 here, 96 there, 71 in both');
  expect(root.textContent).toContain('Both sides will have 153 papers. A first sync only adds.');
  expect(root.textContent).toContain('step 3 of 3');
  await press(root, 'Turn on');
  await follow();
  expect(calls('sync.add')).toMatchObject([
    {
      place: {
        kind: 'couch',
        name: 'couch.lab.example',
        address: 'https://couch.lab.example',
        database: 'papers',
        login: 'mira',
        encrypted: false,
        paused: false,
      },
      secrets: { password: 'S3CR3T' },
    },
  ]);
  expect(onTell).toHaveBeenCalledWith({ words: 'couch.lab.example is added' });
  expect(root.textContent).toContain('step 1 of 3');
});

test('what was changed after a test must be tested again', async () => {
  answers({ 'sync.test': passed, 'sync.preview': { here: 1, there: 1, both: 1, after: 1 } });
  const root = await open();
  await choose(root, 'WebDAV');
  await type(root, 'Address', 'https://dav.example/papers');
  await press(root, 'Test');
  await follow();
  expect(named(root, 'Turn on')).toBeDefined();
  await type(root, 'Address', 'https://dav.example/other');
  expect(() => named(root, 'Turn on')).toThrow();
  expect(root.textContent).toContain('step 2 of 3');
});

test('D18: https alone; http to a near address only after the person agreed; nothing is asked before', async () => {
  answers({ 'sync.test': passed, 'sync.preview': { here: 1, there: 1, both: 1, after: 1 } });
  const root = await open();
  await choose(root, 'WebDAV');
  for (const bad of ['', 'couch', 'http://couch.example', 'https://ann:pw@couch.example', 'ftp://x.example']) {
    await type(root, 'Address', bad);
    await press(root, 'Test');
    expect(root.textContent).toContain('Write the whole address');
  }
  expect(field(root, 'Address').getAttribute('aria-invalid')).toBe('true');
  await type(root, 'Address', 'http://192.168.1.7:5984');
  await press(root, 'Test');
  expect([leave.asked, calls('sync.test')]).toEqual([[], []]);
  await settle(() => field(root, 'Use http here, where others in the network can read along').click());
  await press(root, 'Test');
  await follow();
  expect(calls('sync.test')).toMatchObject([{ draft: { settings: { plainHttp: true } } }]);
});

test('D19: without the browser’s permission nothing is asked of the server', async () => {
  leave.answer = false;
  const root = await open();
  await choose(root, 'WebDAV');
  await type(root, 'Address', 'https://dav.example/papers');
  await press(root, 'Test');
  await follow();
  expect(root.textContent).toContain('The browser was not allowed to ask dav.example.');
  expect(calls('sync.test')).toEqual([]);
});

test('a test that fails says at which step and what to do; a missing database is named', async () => {
  const steps = [
    { what: 'answers', ms: 4 },
    { what: 'login', ms: 3, fault: 'not-found' },
  ] as const;
  answers({ 'sync.test': { steps } });
  const root = await open();
  await choose(root, 'CouchDB');
  await type(root, 'Address', 'https://couch.example');
  await type(root, 'Database', 'papers');
  await press(root, 'Test');
  await follow();
  expect(root.textContent).toContain('There is no database “papers”. Create it on the server, then test again.');
  expect(() => named(root, 'Turn on')).toThrow();
  expect(calls('sync.preview')).toEqual([]);
});

test('a passphrase is typed twice, and that it cannot be recovered is said; an encrypted library wants one', async () => {
  answers({ 'sync.test': { ...passed, holds: 'encrypted' } });
  const root = await open();
  await choose(root, 'WebDAV');
  await type(root, 'Address', 'https://dav.example/papers');
  await press(root, 'Test');
  await follow();
  expect(root.textContent).toContain('The library there is encrypted.');
  await press(root, 'With a passphrase, before anything leaves this browser');
  expect(root.textContent).toContain('A lost passphrase cannot be recovered.');
  await type(root, 'Passphrase', 'short');
  await press(root, 'Test');
  expect(root.textContent).toContain('At least 8 signs.');
  await type(root, 'Passphrase', 'long enough by far');
  await press(root, 'Test');
  expect(root.textContent).toContain('The two are not the same.');
  await type(root, 'The same again', 'long enough by far');
  answers({ 'sync.test': { ...passed, holds: 'encrypted' }, 'sync.preview': { here: 1, there: 1, both: 1, after: 1 } });
  await press(root, 'Test');
  await follow();
  expect(calls('sync.test')).toMatchObject([
    { draft: { settings: { encrypted: true }, secrets: { passphrase: 'long enough by far' } } },
  ]);
  expect(named(root, 'Turn on')).toBeDefined();
});

test('one collection, with or without what the person did', async () => {
  await thing('reading-group', { kind: 'collection', name: 'Reading group', parent: null });
  answers({ 'sync.add': {} });
  const root = await open();
  await choose(root, 'Bundle');
  await settle(() => {
    const select = root.querySelector('select');
    const option = [...(select?.options ?? [])].find((one) => one.textContent?.includes('Reading group'));
    if (!select || !option) throw new Error('no collection to choose');
    select.value = option.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle(() => field(root, 'What I did with them too').click());
  await press(root, 'Turn on');
  await follow();
  expect(calls('sync.add')[0]?.place).toMatchObject({ kind: 'bundle', share: 'everything' });
  expect(calls('sync.add')[0]?.place.collection).toBeDefined();
});

test('places: what each is, how it stands, and its buttons', async () => {
  answers({ 'sync.run': {}, 'sync.change': {}, 'sync.remove': {} });
  await keep(place, { ...place, id: 'other-place', name: 'Old', paused: true, addedAt: 2 });
  const root = await open();
  const lines = [...root.querySelectorAll('.ti.place')].map((line) => line.querySelector('.d')?.textContent);
  expect(lines[0]).toBe('CouchDB · couch.example · database papers · everything · encrypted');
  await press(root, 'Sync now: Group');
  expect(calls('sync.run')).toEqual([{ id: 'a-place-id' }]);
  await press(root, 'Resume: Old');
  expect(calls('sync.change')).toEqual([{ id: 'other-place', paused: false }]);
});

test('removing a place is asked first and says what stays', async () => {
  answers({ 'sync.remove': {} });
  await keep(place);
  const root = await open();
  await press(root, 'More for Group');
  const item = [...document.querySelectorAll<HTMLElement>('[data-item]')].find((one) => one.textContent === 'Remove');
  await settle(() => item?.click());
  expect(root.querySelector('[role="alertdialog"]')?.textContent).toContain('what is there stays there');
  expect(document.activeElement?.textContent).toBe('Keep it');
  await press(root, 'Remove 1 place');
  expect(calls('sync.remove')).toEqual([{ id: 'a-place-id' }]);
});

test('without the permission the place says so, and the press on "Allow" asks for it', async () => {
  answers({ 'sync.run': {} });
  leave.given = false;
  await keep(place);
  const root = await open();
  expect(root.textContent).toContain('The browser’s permission for couch.example is missing.');
  await press(root, 'Allow: Group');
  await follow();
  expect(leave.asked).toEqual([{ origins: ['https://couch.example/*'] }]);
  expect(calls('sync.run')).toEqual([{ id: 'a-place-id' }]);
});

test('signed out: the password is entered again, kept, and tried', async () => {
  answers({ 'sync.run': {}, 'sync.change': {} });
  await keep(place);
  const report = { state: 'failed', fault: 'signed-out', pulled: 0, changed: 0, unreadable: 0, pushed: 0 } as const;
  await (await libraryDb()).targetStates.put({
    id: place.id,
    tries: 2,
    report: { ...report, waiting: [], waitingCount: 0 },
    reportAt: Date.now(),
  });
  const root = await open();
  expect(root.textContent).toContain('The server did not accept the login');
  await press(root, 'Enter the password again: Group');
  const sheet = root.querySelector('dialog') ?? root;
  await type(sheet, 'Password', 'n3w');
  await press(sheet, 'Save');
  await follow();
  expect(calls('sync.change')).toEqual([{ id: 'a-place-id', login: 'ann', secrets: { password: 'n3w' } }]);
  expect(calls('sync.run')).toEqual([]); // the background does, once
});

test('the log tells what came and went and what was met', async () => {
  await keep(place);
  const none = { pulled: 0, changed: 0, pushed: 0, waitingCount: 0 };
  await (await libraryDb()).syncLog.bulkAdd([
    {
      target: place.id,
      at: 1_000,
      ms: 1,
      report: { ...none, state: 'synced', joined: 'first', changed: 96, pushed: 57 },
    },
    { target: place.id, at: 2_000, ms: 1, report: { ...none, state: 'failed', fault: 'full', detail: 'HTTP 507' } },
  ] as never);
  const root = await open();
  await press(root, 'More for Group');
  const item = [...document.querySelectorAll<HTMLElement>('[data-item]')].find((one) => one.textContent === 'Log');
  await settle(() => item?.click());
  await follow();
  const lines = [...root.querySelectorAll('.synclog tbody td:last-child')].map((cell) => cell.textContent);
  expect(lines).toEqual([
    'There is no room left at the place. Make room there, then try again. (HTTP 507)',
    'First sync: both sides were joined. 96 came, 57 went.',
  ]);
});
