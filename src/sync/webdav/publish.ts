import type { Reply, Signal } from '../http.ts';
import { type Fault, fault, type Outcome, type SyncFault } from '../outcome.ts';
import { isDone, isPage, type Requests, sameBytes } from './requests.ts';

/**
 * Publishes a file: PUT under a name of its own, GET back and compare, then MOVE with `Overwrite: F`. Conditions on PUT are ignored by three
 * of five servers, and a cut upload is seen half; all five refuse this move where something is there (SYNC.md 4.2). Apache and webdav-server
 * look first and move then: of two moves in the same moment both may succeed (tools/servers/webdav.test.ts). So names are to be given by one
 * writer each, as those of segments are; two that make the marker at once find out at their next visit.
 */

type Created = 'created' | 'exists';

/** Names of files that are not published yet: `tmp-` and 20 digits of base 16. */
export const UNPUBLISHED = /^tmp-[0-9a-f]{20}$/;
const digits = (random: () => number): string =>
  Array.from({ length: 20 }, () => Math.floor(random() * 16).toString(16)).join('');

/** @param mkdir makes the folder of the file */
export async function publish(
  path: string,
  bytes: Uint8Array,
  requests: Requests,
  mkdir: (dir: string) => Promise<Outcome<void>>,
  signal: Signal,
): Promise<Outcome<Created>> {
  const dir = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const temporary = `${dir === '' ? '' : `${dir}/`}tmp-${digits(requests.random)}`;
  const put = await upload(temporary, bytes, requests, () => mkdir(dir), signal);
  if (!put.ok) return put;
  const moved = await move(temporary, path, bytes, requests, signal);
  if (!moved.ok) return failed(temporary, moved, requests, signal);
  if (moved.value === 'moved') return { ok: true, value: 'created' };
  // What stays there for now is taken away at a later listing.
  await discard(temporary, requests, signal);
  return { ok: true, value: moved.value };
}

export const discard = (path: string, requests: Requests, signal: Signal): Promise<Outcome<Reply>> =>
  requests.send({ method: 'DELETE', url: requests.url(path), signal });

/** Nothing counts as stored before it was read back (FAULTS.md D09). */
async function upload(
  path: string,
  bytes: Uint8Array,
  requests: Requests,
  mkdir: () => Promise<Outcome<void>>,
  signal: Signal,
): Promise<Outcome<void>> {
  const headers = { 'content-type': 'application/octet-stream' };
  const send = () => requests.send({ method: 'PUT', url: requests.url(path), headers, body: bytes, signal });
  let reply = await send();
  // Without the folder some answer 409, some 404, and some make it (SYNC.md 8, 37).
  if (reply.ok && (reply.value.status === 409 || reply.value.status === 404)) {
    const made = await mkdir();
    if (!made.ok) return made;
    reply = await send();
  }
  if (!reply.ok) return reply;
  if (!isDone(reply.value)) {
    const why = requests.faultOf(reply.value);
    return reply.value.status < 500 ? why : failed(path, why, requests, signal); // 4xx: refused before anything was stored
  }
  const stored = await requests.get(path, signal);
  if (!stored.ok) return failed(path, stored, requests, signal);
  if (stored.value === null) return fault('server-error', 'stored nothing');
  if (sameBytes(stored.value, bytes)) return { ok: true, value: undefined };
  const detail = `stored ${stored.value.length} bytes of ${bytes.length}`;
  return failed(path, fault('damaged', detail), requests, signal);
}

const UNHEARD: ReadonlySet<SyncFault> = new Set(['offline', 'timeout', 'busy', 'cancelled', 'signed-out']);

/** What may have been stored of it is of no use. Where the server could not be reached, it need not be asked again at once. */
async function failed(path: string, why: Fault, requests: Requests, signal: Signal): Promise<Fault> {
  if (!UNHEARD.has(why.error) && !signal.aborted) await discard(path, requests, signal);
  return why;
}

/** @returns `moved` where the temporary file is gone by it */
async function move(
  from: string,
  to: string,
  bytes: Uint8Array,
  requests: Requests,
  signal: Signal,
): Promise<Outcome<Created | 'moved'>> {
  const send = (destination: string) =>
    requests.send({ method: 'MOVE', url: requests.url(from), headers: { destination, overwrite: 'F' }, signal });
  let reply = await send(requests.url(to));
  if (reply.ok && (reply.value.status === 502 || reply.value.status === 400)) {
    // A server behind a proxy does not know its own outer name; a path alone is a destination too (RFC 4918, 10.3).
    reply = await send(new URL(requests.url(to)).pathname);
  }
  if (reply.ok && (reply.value.status === 201 || reply.value.status === 204)) return { ok: true, value: 'moved' };
  if (!reply.ok && reply.error === 'cancelled') return reply;
  const why = reply.ok ? moveFault(reply.value, requests) : reply;
  if (reply.ok && (reply.value.status === 405 || reply.value.status === 501)) return why;
  // Taken, or not known how it went: the answer was lost, or a proxy asked twice (SYNC.md 8, 36).
  const there = await requests.get(to, signal);
  if (!there.ok) return reply.ok ? why : reply;
  if (there.value === null) return why;
  return { ok: true, value: sameBytes(there.value, bytes) ? 'created' : 'exists' };
}

function moveFault(reply: Reply, requests: Requests): Fault {
  const { status } = reply;
  if (status === 405 || status === 501) return fault('unsupported', `MOVE: HTTP ${status}`);
  if (isDone(reply))
    return isPage(reply) ? fault('not-a-library', 'a page') : fault('server-error', `MOVE: HTTP ${status}`);
  // The folder or the upload went away meanwhile; or something was in the way, and is gone.
  if (status === 404 || status === 409 || status === 412) return fault('server-error', `MOVE: HTTP ${status}`);
  const { error, retryAfter } = requests.faultOf(reply);
  return fault(error, `MOVE: HTTP ${status}`, retryAfter);
}
