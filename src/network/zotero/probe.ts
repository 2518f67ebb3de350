import { askZotero, type Question, type Zotero } from './ask.ts';

/** Who listens on Zotero's port, and what can be done there. */

/**
 * `local-api`: Zotero 10 or later that takes writes; `off`: such a one whose local API the person has not switched on, so that only
 * the connector's end points are there; `connector`: an older one; `jabref`: JabRef, which uses the same port; `absent`: nobody, or
 * somebody else; `not-allowed`: the person has not allowed requests to this machine, nothing was asked.
 */
export type ZoteroKind = 'local-api' | 'off' | 'connector' | 'jabref' | 'absent' | 'not-allowed';

export interface ZoteroFound {
  readonly kind: ZoteroKind;
  /** Zotero's own, `10.0.1`. */
  readonly version?: string;
  /** Names the Zotero database; with `local-api` alone. Keys and versions of items mean nothing to another one. */
  readonly serverId?: string;
}

/** It is on this machine: an answer that takes longer than this, in ms, is none. */
const PATIENCE = 3_000;
/** The first release whose local API takes writes. */
const WRITES_SINCE = 10;

export async function probeZotero(zotero: Zotero, signal?: AbortSignal): Promise<ZoteroFound> {
  const look = (path: string): Question => ({
    path,
    purpose: 'zotero-find',
    accept: ['text/html', 'text/plain', 'application/json'],
    timeout: PATIENCE,
    signal,
  });
  const ping = await askZotero(zotero, look('/connector/ping'));
  if (!ping.ok) return { kind: ping.error === 'not-allowed' ? 'not-allowed' : 'absent' };
  const version = ping.value.headers.get('X-Zotero-Version')?.slice(0, 40);
  if (version === undefined) {
    const home = await askZotero(zotero, look('/'));
    return { kind: home.ok && home.value.text.includes('JabRef') ? 'jabref' : 'absent' };
  }
  const api = await askZotero(zotero, look('/api/'));
  if (!api.ok) return { kind: 'connector', version };
  const serverId = api.value.headers.get('Zotero-Server-ID');
  if (api.value.status === 200 && serverId !== null && /^[\w-]{4,64}$/.test(serverId))
    return { kind: 'local-api', version, serverId };
  const canWrite = Number.parseInt(version, 10) >= WRITES_SINCE;
  return { kind: api.value.status === 403 && canWrite ? 'off' : 'connector', version };
}
