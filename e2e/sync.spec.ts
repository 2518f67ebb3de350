/** Sync with a CouchDB, through the built extension: two profiles, real requests to a server that says nothing of other origins. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Status } from '../src/core/library/status.ts';
import { type CouchServer, startCouch } from './harness/couch-server.ts';
import { eachFlow } from './harness/each-flow.ts';
import { Extension, expect, test } from './harness/extension.ts';
import {
  ask,
  done,
  dump,
  health,
  isFrozen,
  keyOf,
  newRequest,
  rowsOf,
  savedKeys,
  savePapers,
} from './harness/library.ts';
import { addPlace, couchPlace, openSyncDesk, synced, syncNow, takeBack } from './harness/places.ts';

const login = { user: 'ann', password: 'S3CR3T-couch' };
const secrets = { password: login.password };
const direct = ['127.0.0.1'];
test.use({ direct });

let couch: CouchServer;
test.beforeEach(async () => {
  couch = await startCouch(login);
});
test.afterEach(() => couch.close());

const place = () => couchPlace(couch.url('library'), login.user);

/** Another profile, as on another computer. */
async function withOther(ext: Extension, work: (desk: Page) => Promise<void>): Promise<void> {
  const other = new Extension(ext.web, { build: 'dist-test', dark: false, keepWelcome: false, direct });
  await other.start();
  try {
    await work(await openSyncDesk(other));
  } finally {
    await other.stop();
  }
}

const statusOf = async (desk: Page, n: number): Promise<unknown> =>
  (await rowsOf(desk, 'papers')).find((row) => row['key'] === keyOf(n))?.['status'];
const setStatus = (desk: Page, n: number, status: Status) =>
  done(desk, 'library.edit', { request: newRequest(), keys: [keyOf(n)], edits: [{ do: 'status', status }] });

eachFlow('a library comes to another computer, and edits go both ways', async ({ ext, step }) => {
  const desk = await openSyncDesk(ext);
  await savePapers(desk, 1, 300);
  await step('add', async () => {
    const state = await addPlace(desk, place(), secrets);
    expect(state.report).toMatchObject({ state: 'synced', joined: 'first', pulled: 0 });
  });
  await withOther(ext, async (other) => {
    await savePapers(other, 301, 310);
    expect((await addPlace(other, place(), secrets)).report).toMatchObject({ state: 'synced', joined: 'first' });
    expect(await savedKeys(other)).toHaveLength(310);
    await setStatus(other, 1, 'read');
    await syncNow(other, place().id);
    await step('edit and sync', async () => {
      await setStatus(desk, 2, 'reading');
      expect((await syncNow(desk, place().id)).report).toMatchObject({ state: 'synced' });
    });
    expect([await statusOf(desk, 1), await statusOf(desk, 305)]).toEqual(['read', 'to-read']);
    await syncNow(other, place().id);
    expect(await statusOf(other, 2)).toBe('reading');
  });
});

/** Names of documents that the server holds. */
const docsThere = (): readonly string[] => {
  const { body } = couch.database('library').handle('GET', '_changes', undefined);
  return (body as { results: { id: string }[] }).results.map(({ id }) => id); // an answer of _changes
};

test('a change is sent by itself some seconds later; no secret is in the library, in the log or in a backup', async ({
  ext,
}) => {
  const desk = await openSyncDesk(ext);
  await savePapers(desk, 1, 3);
  await addPlace(desk, place(), secrets);
  await savePapers(desk, 4, 4);
  await expect.poll(docsThere, { timeout: 20_000 }).toContain(`paper:${keyOf(4)}`);
  const kept = await desk.evaluate(() => chrome.storage.local.get());
  expect(JSON.stringify(kept['requests'])).toContain('sync-couch');
  const backup = await done(desk, 'library.backup', { request: newRequest(), to: 'file' });
  const file = await desk.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('staged');
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, backup.staged ?? '');
  expect(file).toContain(keyOf(4));
  expect(file).not.toMatch(/couch-place|Group/);
  for (const text of [await dump(desk), JSON.stringify(kept), file]) expect(text).not.toContain(login.password);
});

test('the browser dies in the middle of a first sync: the next one goes on, and all is there once', async ({ ext }) => {
  const desk = await openSyncDesk(ext);
  await savePapers(desk, 1, 900);
  await done(desk, 'sync.add', { place: place(), secrets });
  await expect.poll(() => docsThere().length).toBeGreaterThan(300);
  await ext.crash();
  const again = await openSyncDesk(ext);
  expect((await syncNow(again, place().id)).report).toMatchObject({ state: 'synced' });
  expect(docsThere().filter((id) => id.startsWith('paper:'))).toHaveLength(900);
  expect(await savedKeys(again)).toHaveLength(900);
});

test('D01, D03: redirected, cut off or not there, nothing is lost and the password goes nowhere else', async ({
  ext,
}) => {
  const heard: unknown[] = [];
  const other = await listen((request) => heard.push(request.headers));
  const rude = await listen((_, response) => response.writeHead(302, { location: `${other.origin}/` }).end());
  const desk = await openSyncDesk(ext);
  await savePapers(desk, 1, 10);
  const { id } = place();
  const redirected = { ...place(), id: 'a-rude-place', address: rude.origin };
  await done(desk, 'sync.add', { place: redirected, secrets });
  let cuts = 0;
  couch.cut = () => (++cuts === 3 || cuts === 5 ? 'after' : cuts === 7 ? 'before' : undefined);
  expect((await addPlace(desk, place(), secrets)).report).toMatchObject({ state: 'synced' });
  expect(docsThere().filter((name) => name.startsWith('paper:'))).toHaveLength(10);
  couch.cut = () => 'before';
  const state = await syncNow(desk, id);
  expect(state.report).toMatchObject({ state: 'failed', fault: 'offline' });
  expect(state.nextAt).toBeGreaterThan(Date.now());
  expect(await savedKeys(desk)).toHaveLength(10);
  expect((await synced(desk, redirected.id)).report).toMatchObject({ state: 'failed', fault: 'offline' });
  expect(heard).toEqual([]);
  await Promise.all([other.close(), rude.close()]);
});

test('D18, D19, D20: with an address that is none, without the permission or with a wrong password it stops and says so', async ({
  ext,
}) => {
  const desk = await openSyncDesk(ext);
  for (const address of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://couch.example',
    'https://ann:p@couch.example',
  ]) {
    const reply = await ask(desk, 'sync.add', { place: { ...place(), address }, secrets });
    expect(reply).toMatchObject({ ok: false, error: 'bad-request' });
  }
  const settings = { ...draftOf(place()), address: 'http://169.254.169.254' };
  expect(await done(desk, 'sync.test', { draft: { settings, secrets } })).toMatchObject({
    steps: [{ what: 'answers', fault: 'bad-address' }],
  });
  expect(await rowsOf(desk, 'targets')).toEqual([]);
  await savePapers(desk, 1, 3);
  const { id } = place();
  const wrong = await addPlace(desk, place(), { password: 'wrong' });
  expect(wrong.report).toMatchObject({ state: 'failed', fault: 'signed-out' });
  expect(couch.counts.requests).toBe(1);
  await done(desk, 'sync.change', { id, secrets });
  expect((await synced(desk, id, wrong.reportAt)).report).toMatchObject({ state: 'synced' });
  await takeBack(desk);
  const before = couch.counts.requests;
  const state = await syncNow(desk, id);
  expect(state.report).toMatchObject({ state: 'failed', fault: 'not-allowed' });
  expect(state.nextAt).toBeUndefined();
  expect(couch.counts.requests).toBe(before);
  await done(desk, 'sync.remove', { id });
  expect([await rowsOf(desk, 'targets'), await rowsOf(desk, 'targetStates'), await rowsOf(desk, 'marks')]).toEqual([
    [],
    [],
    [],
  ]);
  expect(docsThere()).toContain(`paper:${keyOf(1)}`);
});

test('E14: the library is lost: nothing is sent, the restore screen is there, and the place gives all back', async ({
  ext,
}) => {
  const desk = await openSyncDesk(ext);
  await savePapers(desk, 1, 40);
  await addPlace(desk, place(), secrets);
  const [there, before] = [docsThere().toSorted(), couch.counts.requests];
  await ext.relaunch({ store: 'both', how: 'E02 garbage MANIFEST' });
  const again = await openSyncDesk(ext);
  expect((await health(again)).state).toMatch(/loss$/);
  expect(await isFrozen(again)).toBe(true);
  await done(again, 'sync.run', {});
  // The place went with the library. One that is added now gets nothing either.
  expect((await addPlace(again, place(), secrets)).report).toMatchObject({ state: 'frozen', pushed: 0 });
  expect([docsThere().toSorted(), couch.counts.requests]).toEqual([there, before]);
  await done(again, 'library.accept', { request: newRequest() });
  expect((await syncNow(again, place().id)).report).toMatchObject({ state: 'synced' });
  expect(await savedKeys(again)).toHaveLength(40);
});

const draftOf = ({ id: _, paused: __, addedAt: ___, ...settings }: ReturnType<typeof place>) => settings;

async function listen(hear: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(hear);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }; // it listens on a port
}
