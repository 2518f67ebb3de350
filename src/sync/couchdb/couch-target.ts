import { isRecord } from '../../core/library/merge.ts';
import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { Name, Opened, RemoteRecord, SyncTarget, Visit } from '../target.ts';
import { changes, fetchLeaves, type OpenDatabase, type Row } from './changes.ts';
import { type DocumentCodec, type DocumentSealing, plainDocuments } from './codec.ts';
import { EPOCH_ID, isNameable } from './documents.ts';
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
  /** Parameters of the encryption, so that the epoch need not be read for them. */
  readonly enc?: unknown;
}

/** @param sealing how documents are encrypted: not at all without one */
export function couchTarget(id: string, database: Database, sealing: DocumentSealing = plainDocuments): SyncTarget {
  let open: OpenDatabase | undefined;
  const opened = (): OpenDatabase => {
    if (open === undefined) throw new Error('the target is opened first');
    return open;
  };
  // Of the visit that is under way.
  let local: Local & { readonly path: string } = { path: '' };
  let marks: readonly string[] = [];
  let epoch = '';
  let enc: unknown;

  async function visitBy(visit: Visit, signal: Signal): Promise<Outcome<Opened>> {
    const path = `_local/scholion-${encodeURIComponent(visit.device)}`;
    const mine = await readLocal(database, path, signal);
    if (!mine.ok) return mine;
    const { serverTime, ...stored } = mine.value;
    local = { ...stored, path };
    marks = readMarks(visit.last?.mark);
    const time = serverTime === undefined ? {} : { serverTime };
    const standing = standingOf(stored.mark, visit);
    // Where this device's own mark stands, the database is the one it was: its epoch need not be read.
    if (standing === 'kept' && stored.epoch !== undefined && stored.epoch === visit.last?.epoch) {
      const codec = await sealing.fits(stored.enc);
      if (!codec.ok) return codec;
      open = { ...database, codec: codec.value };
      [epoch, enc] = [stored.epoch, stored.enc];
      return { ok: true, value: { epoch, standing, ...time } };
    }
    const there = await readEpoch(database, sealing, visit.fresh, signal);
    if (!there.ok) return there;
    const { codec, enc: told, ...found } = there.value;
    open = { ...database, codec };
    [epoch, enc] = [found.epoch, told];
    return { ok: true, value: { ...found, standing, ...time } };
  }

  async function read(names: readonly Name[], signal: Signal): Promise<Outcome<readonly RemoteRecord[]>> {
    const { codec } = opened();
    const keys = await Promise.all(names.filter(isNameable).map((name) => codec.idOf(name)));
    const path = '_all_docs?include_docs=true&conflicts=true';
    const answer = await exchange(database, { method: 'POST', path, body: { keys }, signal });
    if (!answer.ok) return answer;
    const rows = isRecord(answer.value.body) ? answer.value.body['rows'] : undefined;
    if (!Array.isArray(rows)) return fault('not-a-library', '_all_docs');
    return fetchLeaves(
      opened(),
      rows.flatMap((row) => leavesOfRow(row, codec)),
      signal,
    );
  }

  async function finish(next: string, signal: Signal): Promise<Outcome<string>> {
    for (let tries = 1; ; tries++) {
      const body = {
        ...(local.rev === undefined ? {} : { _rev: local.rev }),
        mark: next,
        epoch,
        ...(enc === undefined ? {} : { enc }),
      };
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
    open: visitBy,
    pull: (cursor, known, signal) => changes(opened(), cursor, known, signal),
    push: (batch, signal) => send(opened(), batch, signal),
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
  const enc = isRecord(body) ? body['enc'] : undefined;
  const known = {
    rev,
    ...(enc === undefined ? {} : { enc }),
    ...(mark === undefined ? {} : { mark }),
    ...(epoch === undefined ? {} : { epoch }),
  };
  return { ok: true, value: { ...known, serverTime } };
}

/** CouchDB 2 and later, CouchDB 1, pouchdb-server. */
const isNoDatabase = (body: unknown): boolean =>
  /no_db_file|database does not exist|database not found/i.test(textIn(body, 'reason') ?? '');

interface There extends Omit<Opened, 'standing'> {
  readonly codec: DocumentCodec;
  readonly enc: unknown;
}

/** Reads the epoch, or makes it; of several that make it at once one is first. */
async function readEpoch(
  database: Database,
  sealing: DocumentSealing,
  fresh: string,
  signal: Signal,
): Promise<Outcome<There>> {
  for (let tries = 1; ; tries++) {
    const path = encodeURIComponent(EPOCH_ID);
    const found = await exchange(database, { method: 'GET', path, signal, also: [404] });
    if (!found.ok) return found;
    if (found.value.status !== 404) return epochIn(found.value.body, sealing);
    if (isNoDatabase(found.value.body)) return fault('not-found', 'no database');
    if (tries > 3) return fault('server-error', EPOCH_ID);
    const { enc, codec } = await sealing.make();
    const body = { epoch: fresh, schema: SCHEMA, minReader: SCHEMA, ...(enc === undefined ? {} : { enc }) };
    const made = await exchange(database, { method: 'PUT', path, body, signal, also: [409] });
    if (!made.ok) return made;
    if (made.value.status !== 409) return { ok: true, value: { epoch: fresh, codec, enc } };
  }
}

async function epochIn(body: unknown, sealing: DocumentSealing): Promise<Outcome<There>> {
  const epoch = textIn(body, 'epoch');
  if (epoch === undefined || !isRecord(body)) return fault('not-a-library', EPOCH_ID);
  const { minReader, enc } = body;
  const codec = await sealing.fits(enc);
  if (!codec.ok) return codec;
  const newer = typeof minReader === 'number' && minReader > SCHEMA;
  return { ok: true, value: { epoch, codec: codec.value, enc, ...(newer ? { readOnly: 'newer' } : {}) } };
}

/** A document as it stands, with its conflicting leaves. */
function leavesOfRow(row: unknown, codec: DocumentCodec): readonly Row[] {
  const docId = textIn(row, 'key') ?? textIn(row, 'id') ?? '';
  const name = codec.nameOf(docId);
  const value = isRecord(row) ? row['value'] : undefined;
  const rev = textIn(value, 'rev');
  if (name === undefined || rev === undefined || !isRecord(row)) return [];
  const doc = row['doc'];
  const conflicts = isRecord(doc) && Array.isArray(doc['_conflicts']) ? doc['_conflicts'] : [];
  return [{ docId, name, revs: [rev, ...conflicts.filter((one) => typeof one === 'string')] }];
}
