import { isRecord } from '../../core/library/merge.ts';
import type { Signal } from '../http.ts';
import { fault, type Outcome } from '../outcome.ts';
import type { LocalRecord, Name, Pushed, Refusal } from '../target.ts';
import type { OpenDatabase } from './changes.ts';
import { isNameable, leavesOf, tokenOf } from './documents.ts';
import { type Database, exchange } from './exchange.ts';

/** Sends documents by `_bulk_docs`, each on the revision that was merged into it, and looks at every row of the answer. */

/** @property docId of its document */
type Acked = Pushed['acked'][number] & { readonly docId: string };
type Rejected = Pushed['rejected'][number];

export async function send(
  database: OpenDatabase,
  batch: readonly LocalRecord[],
  signal: Signal,
): Promise<Outcome<Pushed>> {
  const { codec } = database;
  const good = batch.filter(isNameable);
  const invalid = batch.filter((one) => !isNameable(one)).map((one): Rejected => ({ ...nameOf(one), why: 'invalid' }));
  if (good.length === 0) return { ok: true, value: { acked: [], retry: [], rejected: invalid } };
  const docs = await Promise.all(
    good.map(async (record) => {
      const [docId, { base }] = [await codec.idOf(record), leavesOf(record.token)];
      const body = await codec.bodyOf(record, docId);
      return { _id: docId, ...(base === undefined ? {} : { _rev: base }), ...body };
    }),
  );
  const rows = await bulkDocs(database, docs, signal);
  if (!rows.ok) return rows;
  const acked: Acked[] = [];
  const retry: Name[] = [];
  const rejected: Rejected[] = [...invalid];
  for (const [i, record] of good.entries()) {
    const docId = docs[i]?._id ?? '';
    const row = rows.value.get(docId);
    if (row === undefined) continue; // an answer without this row says nothing of it: the engine lets it wait
    const wire = codec.wireOf(docId);
    const named = { ...nameOf(record), docId, ...(wire === undefined ? {} : { wire }) };
    if (row.rev !== undefined) acked.push({ ...named, token: tokenOf({ ...leavesOf(record.token), base: row.rev }) });
    else if (row.error === 'conflict') retry.push(nameOf(record));
    else rejected.push({ ...nameOf(record), why: refusalOf(row.error), ...(row.reason ? { detail: row.reason } : {}) });
  }
  // A member who may only read: one answer is enough, the rest need not be tried.
  if (good.length > 1 && rejected.length === batch.length && rejected.every(({ why }) => why === 'forbidden'))
    return fault('forbidden', 'read-only member');
  const left = await prune(database, acked, signal);
  return { ok: true, value: { acked: left.map(({ docId: _, ...one }) => one), retry, rejected } };
}

const nameOf = ({ kind, id }: Name): Name => ({ kind, id });

/** What a row's error means; those not named may pass, the record waits. */
function refusalOf(error: string): Refusal {
  if (error === 'forbidden' || error === 'unauthorized') return 'forbidden';
  if (error.includes('too_large')) return 'too-large';
  return error === 'bad_request' || error === 'doc_validation' || error === 'illegal_docid'
    ? 'invalid'
    : 'server-error';
}

interface DocRow {
  readonly rev?: string;
  readonly error: string;
  readonly reason?: string;
}

async function bulkDocs(
  database: Database,
  docs: readonly { readonly _id: string }[],
  signal: Signal,
): Promise<Outcome<ReadonlyMap<string, DocRow>>> {
  const answer = await exchange(database, { method: 'POST', path: '_bulk_docs', body: { docs }, signal });
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value.body)) return fault('not-a-library', '_bulk_docs');
  const rows = new Map<string, DocRow>();
  for (const [i, row] of answer.value.body.entries()) {
    if (!isRecord(row)) return fault('not-a-library', '_bulk_docs');
    // pouchdb-server leaves the id out of rows with an error: rows come in the order of the documents.
    const id = typeof row['id'] === 'string' ? row['id'] : docs[i]?._id;
    const { rev, error, reason } = row;
    const name = typeof error === 'string' ? error : typeof row['name'] === 'string' ? row['name'] : 'unknown';
    if (id === undefined) continue;
    if (typeof rev === 'string' && error === undefined) rows.set(id, { rev, error: '' });
    else rows.set(id, { error: name, ...(typeof reason === 'string' ? { reason: reason.slice(0, 200) } : {}) });
  }
  return { ok: true, value: rows };
}

/**
 * Takes away leaves that are merged into what was just stored, so that they are not read again and again. Only ever after that; a leaf
 * that stays does no harm, so failures are passed over.
 */
async function prune(database: Database, acked: readonly Acked[], signal: Signal): Promise<readonly Acked[]> {
  const extra = acked.flatMap(({ docId, token }) => leavesOf(token).others.map((rev) => ({ rev, _id: docId })));
  if (extra.length === 0) return acked;
  const gone = new Map<string, { readonly from: string; readonly to: string }>();
  // One leaf of a document at a time: rows of the answer are told apart by document.
  const docs = [...new Map(extra.map((one) => [one._id, one])).values()];
  const rows = await bulkDocs(
    database,
    docs.map(({ _id, rev }) => ({ _id, _rev: rev, _deleted: true })),
    signal,
  );
  if (!rows.ok) return acked;
  for (const { _id, rev } of docs) {
    const to = rows.value.get(_id)?.rev;
    if (to !== undefined) gone.set(_id, { from: rev, to });
  }
  if (gone.size === 0) return acked;
  const left = acked.map((one) => {
    const pruned = gone.get(one.docId);
    if (pruned === undefined) return one;
    const { base, others, dead } = leavesOf(one.token);
    const rest = others.filter((rev) => rev !== pruned.from);
    return { ...one, token: tokenOf({ base, others: rest, dead: [...dead, pruned.to] }) };
  });
  return prune(database, left, signal);
}
