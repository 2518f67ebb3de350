import { isRecord } from '../../core/library/merge.ts';
import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import { laneOf } from '../store.ts';
import type { Cursor, KnownTokens, Name, Pulled, RemoteRecord } from '../target.ts';
import type { DocumentCodec } from './codec.ts';
import { isKnown, joinLeaves, type Leaf, leafOf, type OpenLeaf } from './documents.ts';
import { type Database, exchange } from './exchange.ts';

/**
 * Reads what changed: `_changes` with all leaves and without bodies, then by `_bulk_get` the bodies of leaves that are not known yet. A
 * sync of 20,000 documents sees its own changes in 11 small answers that way (SYNC.md 4.1).
 */

/** Rows of one answer of `_changes`. */
const ROWS = 2000;
/** Documents asked for at once. */
const BODIES = 500;

/** A database whose documents can be read. */
export interface OpenDatabase extends Database {
  readonly codec: DocumentCodec;
}

export interface Row {
  readonly docId: string;
  /** By which its token is asked for. */
  readonly name: Name;
  readonly revs: readonly string[];
}

export async function* changes(
  database: OpenDatabase,
  cursor: Cursor | undefined,
  known: KnownTokens,
  signal: Signal,
): AsyncGenerator<Outcome<Pulled>> {
  for (let since = cursor ?? '0'; ; ) {
    const path = `_changes?style=all_docs&limit=${ROWS}&since=${encodeURIComponent(since)}`;
    const answer = await exchange(database, { method: 'GET', path, signal });
    if (!answer.ok) return yield answer;
    const page = readPage(answer.value.body, database.codec);
    if (page === undefined) return yield fault('not-a-library', '_changes');
    const tokens = await known(page.rows.map(({ name }) => name));
    const news = page.rows.filter(({ revs }, i) => !isKnown(tokens[i], revs));
    // States before records, also within a page; the feed can be taken up only after all of it.
    news.sort((a, b) => Number(laneOf(a.name.kind) === 'records') - Number(laneOf(b.name.kind) === 'records'));
    for (let i = 0; i < news.length; i += BODIES) {
      const records = await fetchLeaves(database, news.slice(i, i + BODIES), signal);
      if (!records.ok) return yield records;
      const last = i + BODIES >= news.length;
      yield { ok: true, value: { records: records.value, ...(last ? { cursor: page.last } : {}) } };
    }
    if (news.length === 0 && page.count > 0) yield { ok: true, value: { records: [], cursor: page.last } };
    if (page.count < ROWS) return;
    since = page.last;
  }
}

/** @returns undefined for anything but an answer of `_changes` */
function readPage(
  body: unknown,
  codec: DocumentCodec,
): { readonly rows: readonly Row[]; readonly count: number; readonly last: Cursor } | undefined {
  if (!isRecord(body) || !Array.isArray(body['results'])) return undefined;
  const last = body['last_seq'];
  if (typeof last !== 'string' && typeof last !== 'number') return undefined;
  const rows = new Map<string, Row>();
  for (const result of body['results']) {
    if (!isRecord(result) || typeof result['id'] !== 'string' || !Array.isArray(result['changes'])) return undefined;
    const name = codec.nameOf(result['id']);
    const revs = result['changes'].flatMap((one) =>
      isRecord(one) && typeof one['rev'] === 'string' ? [one['rev']] : [],
    );
    if (name !== undefined && revs.length > 0) rows.set(result['id'], { docId: result['id'], name, revs }); // a cluster may name one twice
  }
  return { rows: [...rows.values()], count: body['results'].length, last: String(last) };
}

/**
 * The merged leaves of each document. One whose leaf is gone was written again meanwhile: a later row of the feed, or a later `read`,
 * tells of it.
 */
export async function fetchLeaves(
  database: OpenDatabase,
  rows: readonly Row[],
  signal: Signal,
): Promise<Outcome<readonly RemoteRecord[]>> {
  const docs = rows.flatMap(({ docId, revs }) => revs.map((rev) => ({ id: docId, rev })));
  if (docs.length === 0) return { ok: true, value: [] };
  const answer = await exchange(database, { method: 'POST', path: '_bulk_get', body: { docs }, signal });
  if (!answer.ok && answer.error === 'too-large' && rows.length > 1) {
    const half = Math.ceil(rows.length / 2);
    const first = await fetchLeaves(database, rows.slice(0, half), signal);
    if (!first.ok) return first;
    const second = await fetchLeaves(database, rows.slice(half), signal);
    return second.ok ? { ok: true, value: [...first.value, ...second.value] } : second;
  }
  if (!answer.ok) return answer;
  const found = readBulk(answer.value.body);
  if (found === undefined) return fault('not-a-library', '_bulk_get');
  const records: RemoteRecord[] = [];
  for (const { docId, revs } of rows) {
    const { leaves, missing } = found.get(docId) ?? { leaves: [], missing: new Map<string, string>() };
    const lacking = revs.filter((rev) => !leaves.some((leaf) => leaf.rev === rev));
    if (lacking.length === 0) {
      const wanted = leaves.filter((leaf) => revs.includes(leaf.rev));
      const record = await recordOf(database.codec, docId, wanted);
      if (!record.ok) return record;
      if (record.value !== undefined) records.push(record.value);
    }
    // Only "there is no such revision" may be passed over: anything else would skip a record that is there.
    else if (!lacking.every((rev) => missing.get(rev) === 'not_found')) return fault('server-error', '_bulk_get');
  }
  return { ok: true, value: records };
}

/** Of an encrypted document only deletions may be left: then the record is named as the target knows it, and the store finds it. */
async function recordOf(
  codec: DocumentCodec,
  docId: string,
  leaves: readonly Leaf[],
): Promise<Outcome<RemoteRecord | undefined>> {
  const wire = codec.wireOf(docId);
  let name = codec.nameOf(docId);
  const open: OpenLeaf[] = [];
  for (const { rev, deleted, doc } of leaves) {
    const opened = deleted ? undefined : await codec.open(docId, doc);
    if (opened?.ok === false) return opened;
    if (opened !== undefined) name = opened.value.name;
    open.push({ rev, deleted, state: opened?.value.state });
  }
  if (name === undefined) return { ok: true, value: undefined };
  return { ok: true, value: { ...joinLeaves(name, open), ...(wire === undefined ? {} : { wire }) } };
}

interface Found {
  readonly leaves: Leaf[];
  /** Why a revision was not given. */
  readonly missing: Map<string, string>;
}

function readBulk(body: unknown): ReadonlyMap<string, Found> | undefined {
  if (!isRecord(body) || !Array.isArray(body['results'])) return undefined;
  const found = new Map<string, Found>();
  for (const result of body['results']) {
    if (!isRecord(result) || typeof result['id'] !== 'string' || !Array.isArray(result['docs'])) return undefined;
    const one: Found = found.get(result['id']) ?? { leaves: [], missing: new Map() };
    found.set(result['id'], one);
    for (const doc of result['docs']) {
      const leaf = isRecord(doc) ? leafOf(doc['ok']) : undefined;
      if (leaf !== undefined) one.leaves.push(leaf);
      const error = isRecord(doc) && isRecord(doc['error']) ? doc['error'] : undefined;
      if (error !== undefined) one.missing.set(String(error['rev']), String(error['error']));
    }
  }
  return found;
}
