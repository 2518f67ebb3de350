import { isRecord } from '../../core/library/merge.ts';
import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { Name, Opened, RemoteRecord, SyncTarget, Visit } from '../target.ts';
import { changes, fetchLeaves } from './changes.ts';
import { docIdOf, EPOCH_ID, isNameable, nameOfDoc } from './documents.ts';
import { type Database, exchange } from './exchange.ts';
import { send } from './send.ts';

/**
 * A database on any server that speaks CouchDB's protocol, as a target. Two documents say whether it is still the same one: `meta:epoch`,
 * a random text made with the database's first sync; and `_local/scholion-<device>`, which is never replicated: the mark of this device's
 * last finished push. Missing or older than remembered, the server lost something (SYNC.md 5.3; medic/cht-core#8093).
 */

/** What this version writes, and the least version that can read it. */
const SCHEMA = 1;

/** Marks that are remembered: one of them at the server means that it was put back to an older state. */
const MARKS = 20;

interface Local {
  readonly rev?: string;
  readonly mark?: string;
  readonly epoch?: string;
}

export function couchTarget(id: string, database: Database): SyncTarget {
  // Of the visit that is under way.
  let local: Local & { readonly path: string } = { path: '' };
  let marks: readonly string[] = [];
  let epoch = '';

  async function open(visit: Visit, signal: Signal): Promise<Outcome<Opened>> {
    const path = `_local/scholion-${encodeURIComponent(visit.device)}`;
    const found = await readLocal(database, path, signal);
    if (!found.ok) return found;
    const { serverTime, ...stored } = found.value;
    local = { ...stored, path };
    marks = readMarks(visit.last?.mark);
    const time = serverTime === undefined ? {} : { serverTime };
    const standing = standingOf(stored.mark, visit);
    // Where this device's own mark stands, the database is the one it was: its epoch need not be read.
    if (standing === 'kept' && stored.epoch !== undefined && stored.epoch === visit.last?.epoch) {
      epoch = stored.epoch;
      return { ok: true, value: { epoch, standing, ...time } };
    }
    const there = await readEpoch(database, visit.fresh, signal);
    if (!there.ok) return there;
    epoch = there.value.epoch;
    return { ok: true, value: { ...there.value, standing, ...time } };
  }

  async function read(names: readonly Name[], signal: Signal): Promise<Outcome<readonly RemoteRecord[]>> {
    const keys = names.filter(isNameable).map(docIdOf);
    const path = '_all_docs?include_docs=true&conflicts=true';
    const answer = await exchange(database, { method: 'POST', path, body: { keys }, signal });
    if (!answer.ok) return answer;
    const rows = isRecord(answer.value.body) ? answer.value.body['rows'] : undefined;
    if (!Array.isArray(rows)) return fault('not-a-library', '_all_docs');
    return fetchLeaves(database, rows.flatMap(leavesOfRow), signal);
  }

  async function finish(next: string, signal: Signal): Promise<Outcome<string>> {
    for (let tries = 1; ; tries++) {
      const body = { ...(local.rev === undefined ? {} : { _rev: local.rev }), mark: next, epoch };
      const put = await exchange(database, { method: 'PUT', path: local.path, body, signal, also: [409] });
      if (!put.ok) return put;
      if (put.value.status !== 409) {
        const rev = textIn(put.value.body, 'rev');
        local = { path: local.path, ...(rev === undefined ? {} : { rev }) };
        marks = [next, ...marks].slice(0, MARKS);
        return { ok: true, value: JSON.stringify(marks) };
      }
      if (tries > 2) return fault('server-error', '_local');
      const found = await readLocal(database, local.path, signal);
      if (!found.ok) return found;
      local = { path: local.path, ...(found.value.rev === undefined ? {} : { rev: found.value.rev }) };
    }
  }

  return {
    id,
    open,
    pull: (cursor, known, signal) => changes(database, cursor, known, signal),
    push: (batch, signal) => send(database, batch, signal),
    read,
    finish,
  };
}

function standingOf(mark: string | undefined, { last }: Visit): Opened['standing'] {
  if (last === undefined) return 'kept'; // everything is read and compared anyway
  const [newest, ...older] = readMarks(last.mark);
  if (mark === undefined) return newest === undefined ? 'kept' : 'lost';
  if (mark === newest || mark === last.next) return 'kept';
  return older.includes(mark) ? 'lost' : 'copied';
}

/** Newest first; made by `finish`. */
function readMarks(mark: string | undefined): readonly string[] {
  if (mark === undefined) return [];
  const marks: unknown = JSON.parse(mark);
  return Array.isArray(marks) ? marks.filter((one) => typeof one === 'string') : [];
}

const textIn = (body: unknown, field: string): string | undefined => {
  const value = isRecord(body) ? body[field] : undefined;
  return typeof value === 'string' ? value : undefined;
};

async function readLocal(
  database: Database,
  path: string,
  signal: Signal,
): Promise<Outcome<Local & { readonly serverTime: number | undefined }>> {
  const answer = await exchange(database, { method: 'GET', path, signal, also: [404] });
  if (!answer.ok) return answer;
  const { status, body, serverTime } = answer.value;
  if (status === 404)
    return isNoDatabase(body) ? fault('not-found', 'no database') : { ok: true, value: { serverTime } };
  const [rev, mark, epoch] = [textIn(body, '_rev'), textIn(body, 'mark'), textIn(body, 'epoch')];
  if (rev === undefined) return fault('not-a-library', '_local');
  const known = { rev, ...(mark === undefined ? {} : { mark }), ...(epoch === undefined ? {} : { epoch }) };
  return { ok: true, value: { ...known, serverTime } };
}

/** CouchDB 2 and later, CouchDB 1, pouchdb-server. */
const isNoDatabase = (body: unknown): boolean =>
  /no_db_file|database does not exist|database not found/i.test(textIn(body, 'reason') ?? '');

/** Reads the epoch, or makes it; of several that make it at once one is first. */
async function readEpoch(
  database: Database,
  fresh: string,
  signal: Signal,
): Promise<Outcome<Omit<Opened, 'standing'>>> {
  for (let tries = 1; ; tries++) {
    const path = encodeURIComponent(EPOCH_ID);
    const found = await exchange(database, { method: 'GET', path, signal, also: [404] });
    if (!found.ok) return found;
    if (found.value.status !== 404) return epochIn(found.value.body);
    if (isNoDatabase(found.value.body)) return fault('not-found', 'no database');
    if (tries > 3) return fault('server-error', EPOCH_ID);
    const body = { epoch: fresh, schema: SCHEMA, minReader: SCHEMA };
    const made = await exchange(database, { method: 'PUT', path, body, signal, also: [409] });
    if (!made.ok) return made;
    if (made.value.status !== 409) return { ok: true, value: { epoch: fresh } };
  }
}

function epochIn(body: unknown): Outcome<Omit<Opened, 'standing'>> {
  const epoch = textIn(body, 'epoch');
  if (epoch === undefined || !isRecord(body)) return fault('not-a-library', EPOCH_ID);
  const { minReader } = body;
  const newer = typeof minReader === 'number' && minReader > SCHEMA;
  return { ok: true, value: { epoch, ...(newer ? { readOnly: 'newer' } : {}) } };
}

/** A document as it stands, with its conflicting leaves. */
function leavesOfRow(row: unknown): readonly { readonly name: Name; readonly revs: readonly string[] }[] {
  const name = nameOfDoc(textIn(row, 'key') ?? textIn(row, 'id') ?? '');
  const value = isRecord(row) ? row['value'] : undefined;
  const rev = textIn(value, 'rev');
  if (name === undefined || rev === undefined || !isRecord(row)) return [];
  const doc = row['doc'];
  const conflicts = isRecord(doc) && Array.isArray(doc['_conflicts']) ? doc['_conflicts'] : [];
  return [{ name, revs: [rev, ...conflicts.filter((one) => typeof one === 'string')] }];
}
