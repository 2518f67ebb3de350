/** Sync with a CouchDB, through the built extension: two profiles, real requests to a server that says nothing of other origins. */
import type { Page } from '@playwright/test';
import type { Status } from '../src/core/library/status.ts';
import { type CouchServer, startCouch } from './harness/couch-server.ts';
import { eachFlow } from './harness/each-flow.ts';
import { Extension, expect, test } from './harness/extension.ts';
import { done, keyOf, newRequest, rowsOf, savedKeys, savePapers } from './harness/library.ts';
import { addPlace, couchPlace, openSyncDesk, syncNow } from './harness/places.ts';

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
