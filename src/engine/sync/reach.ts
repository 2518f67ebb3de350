import { placeAddress } from '../../core/sync/address.ts';
import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import type { LoggedRequest } from '../../messaging/sync-calls.ts';
import { MOST_REQUESTS } from '../../messaging/sync-rules.ts';
import { syncAsk } from '../../network/sync-ask.ts';
import { bundleTarget } from '../../sync/blob/bundle.ts';
import { segmentTarget } from '../../sync/blob/segment-target.ts';
import { couchTarget } from '../../sync/couchdb/couch-target.ts';
import type { Database } from '../../sync/couchdb/exchange.ts';
import { fault, type Outcome } from '../../sync/outcome.ts';
import type { BlobTarget, SyncTarget } from '../../sync/target.ts';
import { webdavBlobs } from '../../sync/webdav/webdav-blobs.ts';
import type { SyncOutside } from './outside.ts';
import { sealingOf, sha256 } from './sealing.ts';

/** How a place is reached: its address, its login, and the requests that are made on the way. */

export interface Reach {
  readonly settings: PlaceSettings;
  readonly secrets: PlaceSecrets;
}

/** The last requests, for the log. */
export class Requests {
  #last: LoggedRequest[] = [];
  readonly note = (request: LoggedRequest): void => {
    this.#last.push(request);
    if (this.#last.length > MOST_REQUESTS) this.#last = this.#last.slice(-MOST_REQUESTS);
  };
  get last(): readonly LoggedRequest[] {
    return this.#last;
  }
}

type Outside = Pick<SyncOutside, 'fetch' | 'random'> & { readonly now: () => number };

/** The server of a place; its `url` is without a slash at its end. */
export function serverOf(
  { settings, secrets }: Reach,
  requests: Requests,
  { fetch, now }: Omit<Outside, 'random'>,
): Outcome<Database> {
  const rules = { plainHttp: settings.plainHttp === true };
  const address = placeAddress(settings.address ?? '', rules);
  if (!address.ok) return fault('bad-address');
  const { origin, pathname } = address.value;
  const purpose = `sync-${settings.kind}`;
  const ask = syncAsk({ fetch, rules, origin, purpose, note: requests.note, now });
  const { login = '' } = settings;
  const open = login === '' && secrets.password === undefined;
  const url = `${origin}${pathname.replace(/\/+$/, '')}`;
  return { ok: true, value: { ask, url, now, ...(open ? {} : { authorization: basic(login, secrets) }) } };
}

/** RFC 7617, with UTF-8. */
function basic(login: string, { password = '' }: PlaceSecrets): string {
  const bytes = new TextEncoder().encode(`${login}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

export const databaseOf = (server: Database, { database = '' }: PlaceSettings): Database => ({
  ...server,
  url: `${server.url}/${encodeURIComponent(database)}`,
});

/** A place that stores files. */
export async function blobOf(
  _id: string,
  reach: Reach,
  requests: Requests,
  outside: Outside,
): Promise<Outcome<BlobTarget>> {
  if (reach.settings.kind !== 'webdav') return fault('unsupported', reach.settings.kind);
  const server = serverOf(reach, requests, outside);
  return server.ok ? { ok: true, value: webdavBlobs({ ...server.value, random: outside.random }) } : server;
}

/** The place as a target. */
export async function targetOf(
  id: string,
  reach: Reach,
  requests: Requests,
  outside: Outside,
): Promise<Outcome<SyncTarget>> {
  const { settings, secrets } = reach;
  const sealing = sealingOf(settings, secrets);
  if (!sealing.ok) return sealing;
  const { files, documents } = sealing.value;
  if (settings.kind === 'couch') {
    const server = serverOf(reach, requests, outside);
    if (!server.ok) return server;
    return { ok: true, value: couchTarget(id, databaseOf(server.value, settings), documents) };
  }
  const blob = await blobOf(id, reach, requests, outside);
  return blob.ok ? { ok: true, value: segmentTarget(id, blob.value, { sealing: files, sha256 }) } : blob;
}

/** A bundle file that the person gave. */
export async function fileTarget(
  id: string,
  { settings, secrets }: Reach,
  file: Blob | undefined,
): Promise<Outcome<SyncTarget>> {
  if (file === undefined) return fault('not-found', 'file');
  const sealing = sealingOf(settings, secrets);
  return sealing.ok ? { ok: true, value: bundleTarget(id, file, { sealing: sealing.value.files, sha256 }) } : sealing;
}
