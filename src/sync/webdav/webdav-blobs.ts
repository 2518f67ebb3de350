import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { BlobEntry, BlobTarget } from '../target.ts';
import { type Child, childrenIn } from './hrefs.ts';
import { readMultistatus } from './multistatus.ts';
import { discard, publish, UNPUBLISHED } from './publish.ts';
import { isDone, isPage, Requests, type WebdavFolder } from './requests.ts';

/**
 * A folder on a WebDAV server as a place that stores files. Relies on nothing that servers do differently: no ETags, no locks, no conditions
 * but `Overwrite: F` (SYNC.md 4.2). Does not try again by itself.
 */

const PROPS =
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>';
const XML = { 'content-type': 'application/xml; charset=utf-8' };

/** Of an upload that was never published, by the server's clock. No upload takes a day. */
const FORGOTTEN = 24 * 3_600_000;
/** Forgotten uploads taken away at one listing. */
const SWEPT = 2;

export function webdavBlobs(folder: WebdavFolder): BlobTarget {
  const requests = new Requests(folder);

  async function children(dir: string, signal: Signal): Promise<Outcome<readonly Child[] | null>> {
    const url = requests.folderUrl(dir);
    const headers = { ...XML, depth: '1' };
    const reply = await requests.send({ method: 'PROPFIND', url, headers, body: PROPS, signal });
    if (!reply.ok) return reply;
    const { status, bytes } = reply.value;
    if (status === 404 || status === 410) return { ok: true, value: null };
    if (isDone(reply.value) && status !== 207) return fault('not-a-library', `PROPFIND: HTTP ${status}`);
    if (status !== 207) return requests.faultOf(reply.value);
    const listed = readMultistatus(new TextDecoder().decode(bytes));
    if (listed === 'too-many') return fault('too-large', 'listing');
    if (listed === 'broken') return fault('damaged', 'listing');
    const found = listed === 'no-dav' ? undefined : childrenIn(url, listed);
    return found === undefined ? fault('not-a-library', 'listing') : { ok: true, value: found };
  }

  async function list(dir: string, signal: Signal): Promise<Outcome<readonly BlobEntry[] | null>> {
    const found = await children(dir, signal);
    if (!found.ok || found.value === null) return found;
    for (const { name } of found.value.filter((one) => isForgotten(one, requests.serverTime)).slice(0, SWEPT))
      await discard(`${dir === '' ? '' : `${dir}/`}${name}`, requests, signal); // whether it succeeds does not matter
    return { ok: true, value: found.value.map(({ modified: _, ...entry }) => entry) };
  }

  async function mkdir(dir: string, signal: Signal, tries = 1): Promise<Outcome<void>> {
    const reply = await requests.send({ method: 'MKCOL', url: requests.folderUrl(dir), signal });
    if (!reply.ok) return reply;
    const { status } = reply.value;
    // 405: there is something of that name (RFC 4918, 9.3.1); others say 200 or 201 again.
    if (status === 405 || (isDone(reply.value) && !isPage(reply.value))) return { ok: true, value: undefined };
    if ((status === 409 || status === 404) && dir !== '' && tries === 1) {
      const parent = await mkdir(dir.slice(0, Math.max(dir.lastIndexOf('/'), 0)), signal);
      return parent.ok ? mkdir(dir, signal, 2) : parent;
    }
    if (status === 401 || status >= 500 || status === 429) return requests.faultOf(reply.value);
    // 301, 403, 409 are said of folders that are there, too.
    const there = await children(dir, signal);
    return there.ok && there.value !== null ? { ok: true, value: undefined } : requests.faultOf(reply.value);
  }

  async function remove(path: string, signal: Signal): Promise<Outcome<void>> {
    if (path === '') return fault('unsupported', 'the folder itself');
    let reply = await discard(path, requests, signal);
    // A folder without its slash.
    if (reply.ok && (reply.value.status === 409 || Math.floor(reply.value.status / 100) === 3))
      reply = await requests.send({ method: 'DELETE', url: requests.folderUrl(path), signal });
    if (!reply.ok) return reply;
    const { status } = reply.value;
    if (status === 404 || status === 410 || status === 200 || status === 202 || status === 204)
      return isPage(reply.value) ? fault('not-a-library', 'a page') : { ok: true, value: undefined };
    return isDone(reply.value) ? fault('server-error', `DELETE: HTTP ${status}`) : requests.faultOf(reply.value);
  }

  return {
    list,
    get: (path, signal) => requests.get(path, signal),
    createExclusive: (path, bytes, signal) => publish(path, bytes, requests, (dir) => mkdir(dir, signal), signal),
    remove,
    mkdir: (dir, signal) => mkdir(dir, signal),
    serverTime: () => requests.serverTime,
  };
}

/** An upload that its device never came back to. */
function isForgotten({ name, folder, modified }: Child, serverTime: number | undefined): boolean {
  if (folder || serverTime === undefined || modified === undefined || !UNPUBLISHED.test(name)) return false;
  return serverTime - Date.parse(modified) > FORGOTTEN;
}
