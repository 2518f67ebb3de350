/** Places to sync with, as a page of the extension adds them and looks at them. */
import type { Page } from 'playwright';
import type { Place, PlaceSecrets, PlaceState } from '../../src/core/sync/place.ts';
import type { Extension } from './extension.ts';
import { done, openLibraryDesk, rowsOf } from './library.ts';
import { willAllow } from './permission.ts';
import { until } from './worker.ts';

const LOOPBACK = 'http://127.0.0.1/*';

/** A tab of the extension, with leave to ask servers on this machine. */
export async function openSyncDesk(ext: Extension): Promise<Page> {
  await willAllow(ext, LOOPBACK);
  const desk = await openLibraryDesk(ext);
  const given = await desk.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), LOOPBACK);
  if (!given) throw new Error('The permission was not given.');
  return desk;
}

export const takeBack = (desk: Page): Promise<boolean> =>
  desk.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), LOOPBACK);

export const couchPlace = (url: string, login: string | undefined, more: Partial<Place> = {}): Place => {
  const { origin, pathname } = new URL(url);
  return {
    id: 'a-couch-place',
    kind: 'couch',
    name: 'Group',
    address: origin,
    database: pathname.slice(1),
    ...(login === undefined ? {} : { login }),
    encrypted: false,
    paused: false,
    addedAt: Date.now(),
    ...more,
  };
};

/** Adds the place and waits for the end of its first sync. */
export async function addPlace(desk: Page, place: Place, secrets: PlaceSecrets): Promise<PlaceState> {
  await done(desk, 'sync.add', { place, secrets });
  return synced(desk, place.id);
}

/** Syncs now and waits for the end. */
export async function syncNow(desk: Page, id: string): Promise<PlaceState> {
  const before = (await stateOf(desk, id))?.reportAt;
  await done(desk, 'sync.run', { id });
  return synced(desk, id, before);
}

export async function stateOf(desk: Page, id: string): Promise<PlaceState | undefined> {
  const rows = await rowsOf(desk, 'targetStates');
  return rows.find((row) => row['id'] === id) as PlaceState | undefined; // written by the extension alone
}

/** Waits for a report that is later than `before`, and that nothing runs. */
export async function synced(desk: Page, id: string, before?: number): Promise<PlaceState> {
  let found: PlaceState | undefined;
  await until(async () => {
    found = await stateOf(desk, id);
    return found?.running === undefined && found?.reportAt !== undefined && found.reportAt !== before;
  }, `a sync of ${id} to end`);
  if (found === undefined) throw new Error('It was there.');
  return found;
}
