import { placeAddress } from '../../core/sync/address.ts';
import type { PlaceSecrets, PlaceSettings } from '../../core/sync/place.ts';
import type { LoggedRequest } from '../../messaging/sync-calls.ts';
import { MOST_REQUESTS } from '../../messaging/sync-rules.ts';
import { syncAsk } from '../../network/sync-ask.ts';
import { couchTarget } from '../../sync/couchdb/couch-target.ts';
import type { Ask } from '../../sync/http.ts';
import { fault, type Outcome } from '../../sync/outcome.ts';
import type { SyncTarget } from '../../sync/target.ts';
import type { SyncOutside } from './outside.ts';

/** How a place is reached: its address, its login, and the requests that are made on the way. */

export interface Reach {
  readonly settings: PlaceSettings;
  readonly secrets: PlaceSecrets;
}

export interface Server {
  readonly ask: Ask;
  /** Without a slash at its end. */
  readonly url: string;
  /** The `Authorization` header; undefined where no login was given. */
  readonly authorization?: string;
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

export function serverOf(
  { settings, secrets }: Reach,
  requests: Requests,
  { fetch, now }: Pick<SyncOutside, 'fetch'> & { readonly now: () => number },
): Outcome<Server> {
  const rules = { plainHttp: settings.plainHttp === true };
  const address = placeAddress(settings.address ?? '', rules);
  if (!address.ok) return fault('bad-address');
  const { origin, pathname } = address.value;
  const purpose = `sync-${settings.kind}`;
  const ask = syncAsk({ fetch, rules, origin, purpose, note: requests.note, now });
  const { login = '' } = settings;
  const authorization = login === '' && secrets.password === undefined ? {} : { authorization: basic(login, secrets) };
  return { ok: true, value: { ask, url: `${origin}${pathname.replace(/\/+$/, '')}`, ...authorization } };
}

/** RFC 7617, with UTF-8. */
function basic(login: string, { password = '' }: PlaceSecrets): string {
  const bytes = new TextEncoder().encode(`${login}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Of a CouchDB: the address of the database. */
export const databaseUrl = (server: Server, { database = '' }: PlaceSettings): string =>
  `${server.url}/${encodeURIComponent(database)}`;

/** The place as a target. */
export async function targetOf(
  id: string,
  reach: Reach,
  requests: Requests,
  outside: Pick<SyncOutside, 'fetch'> & { readonly now: () => number },
): Promise<Outcome<SyncTarget>> {
  const { settings } = reach;
  if (settings.kind !== 'couch' || settings.encrypted) return fault('unsupported', settings.kind);
  const server = serverOf(reach, requests, outside);
  if (!server.ok) return server;
  const { ask, authorization } = server.value;
  const url = databaseUrl(server.value, settings);
  const login = authorization === undefined ? {} : { authorization };
  return { ok: true, value: couchTarget(id, { url, ask, now: outside.now, ...login }) };
}
