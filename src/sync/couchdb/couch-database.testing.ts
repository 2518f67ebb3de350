import { createHash } from 'node:crypto';

/**
 * A CouchDB database in memory: revision trees, deterministic revisions, winners, `_changes` with all leaves, `_bulk_get`, `_bulk_docs` with
 * `new_edits`, `_all_docs` and `_local`, as docs.couchdb.org describes them. For tests; e2e/harness/couch-server.ts serves it.
 */

export interface CouchAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Json = Readonly<Record<string, unknown>>;

interface Revision {
  readonly rev: string;
  readonly body: Json;
  readonly deleted: boolean;
}

/** Only leaves have bodies: the database is always compacted. */
interface Doc {
  readonly leaves: ReadonlyMap<string, Revision>;
  readonly seq: number;
}

const missing = { status: 404, body: { error: 'not_found', reason: 'missing' } };
const conflict = { error: 'conflict', reason: 'Document update conflict.' };

export class CouchDatabase {
  #docs = new Map<string, Doc>();
  #local = new Map<string, Json>();
  #seq = 0;
  /** How far the next `_changes` goes back behind what was asked: nodes of a cluster do. */
  rewind = 0;
  /** Decides on each document that is written: a reason refuses it, `split` takes it as a conflicting leaf, as a cluster does. */
  judge: (id: string) => 'split' | { readonly error: string; readonly reason: string } | undefined = () => undefined;

  /** A backup; `restore` puts the database back to it. */
  backup(): () => void {
    const [docs, local, seq] = [new Map(this.#docs), new Map(this.#local), this.#seq];
    return () => {
      this.#docs = new Map(docs);
      this.#local = new Map(local);
      this.#seq = seq;
    };
  }

  wipe(): void {
    this.#docs.clear();
    this.#local.clear();
    this.#seq = 0;
  }

  /** Living documents with their leaves, for judging. */
  documents(): readonly { readonly id: string; readonly leaves: readonly Json[] }[] {
    return [...this.#docs]
      .map(([id, doc]) => ({ id, leaves: living(doc).map(({ body }) => body) }))
      .filter(({ leaves }) => leaves.length > 0);
  }

  /** @param path below the database, with its query */
  handle(method: string, path: string, body: unknown): CouchAnswer {
    const [name = '', query = ''] = path.split('?');
    const asked = new URLSearchParams(query);
    const id = decodeURIComponent(name);
    if (name === '_changes') return this.#changes(asked);
    if (name === '_bulk_get') return this.#bulkGet((body as { docs: { id: string; rev?: string }[] }).docs);
    if (name === '_bulk_docs') return this.#bulkDocs(body as { docs: Json[]; new_edits?: boolean });
    if (name === '_all_docs') return this.#allDocs((body as { keys: string[] }).keys);
    if (name.startsWith('_local/')) return this.#localDoc(method, id, body as Json);
    if (method === 'GET') {
      const winner = winnerOf(this.#docs.get(id));
      return winner === undefined || winner.deleted ? missing : { status: 200, body: docOf(id, winner) };
    }
    const row = this.#write({ ...(body as Json), _id: id });
    return 'error' in row ? { status: row['error'] === 'conflict' ? 409 : 403, body: row } : { status: 201, body: row };
  }

  #changes(asked: URLSearchParams): CouchAnswer {
    const since = Math.max(0, Number.parseInt(asked.get('since') ?? '0', 10) - this.rewind);
    const rows = [...this.#docs].filter(([, { seq }]) => seq > since).sort(([, a], [, b]) => a.seq - b.seq);
    const page = rows.slice(0, Number(asked.get('limit') ?? 1e9));
    const results = page.map(([id, doc]) => {
      const winner = winnerOf(doc);
      const all = [...doc.leaves.keys()].sort((a) => (a === winner?.rev ? -1 : 1));
      return {
        seq: `${doc.seq}-x`,
        id,
        changes: all.map((rev) => ({ rev })),
        ...(winner?.deleted ? { deleted: true } : {}),
      };
    });
    const last = results.at(-1)?.seq ?? `${Math.max(since, this.#seq)}-x`;
    return { status: 200, body: { results, last_seq: last, pending: rows.length - page.length } };
  }

  #bulkGet(docs: readonly { readonly id: string; readonly rev?: string }[]): CouchAnswer {
    const results = docs.map(({ id, rev }) => {
      const doc = this.#docs.get(id);
      const leaf = rev === undefined ? winnerOf(doc) : doc?.leaves.get(rev);
      const error = { id, rev: rev ?? 'undefined', error: 'not_found', reason: 'missing' };
      return { id, docs: [leaf === undefined ? { error } : { ok: docOf(id, leaf) }] };
    });
    return { status: 200, body: { results } };
  }

  #bulkDocs({ docs, new_edits }: { readonly docs: readonly Json[]; readonly new_edits?: boolean }): CouchAnswer {
    if (new_edits !== false) return { status: 201, body: docs.map((doc) => this.#write(doc)) };
    for (const { _id, _rev, _deleted, ...body } of docs) {
      this.#store(String(_id), { rev: String(_rev), body, deleted: _deleted === true }, undefined);
    }
    return { status: 201, body: [] };
  }

  #allDocs(keys: readonly string[]): CouchAnswer {
    const rows = keys.map((key) => {
      const doc = this.#docs.get(key);
      const winner = winnerOf(doc);
      if (doc === undefined || winner === undefined) return { key, error: 'not_found' };
      if (winner.deleted) return { id: key, key, value: { rev: winner.rev, deleted: true }, doc: null };
      const others = living(doc).filter(({ rev }) => rev !== winner.rev);
      const conflicts = others.length === 0 ? {} : { _conflicts: others.map(({ rev }) => rev) };
      return { id: key, key, value: { rev: winner.rev }, doc: { ...docOf(key, winner), ...conflicts } };
    });
    return { status: 200, body: { total_rows: this.#docs.size, offset: 0, rows } };
  }

  #write(given: Json): Json {
    const { _id, _rev, _deleted, ...body } = given;
    const id = String(_id);
    const judged = this.judge(id);
    if (judged !== undefined && judged !== 'split') return { id, ...judged };
    const doc = this.#docs.get(id);
    const winner = winnerOf(doc);
    let parent = typeof _rev === 'string' ? _rev : winner?.deleted ? winner.rev : undefined;
    const fits = parent === undefined ? winner === undefined : doc?.leaves.has(parent) === true;
    if (!fits && judged !== 'split') return { id, ...conflict };
    if (!fits) parent = typeof _rev === 'string' ? _rev : undefined;
    const deleted = _deleted === true;
    const digest = createHash('md5')
      .update(JSON.stringify([parent, deleted, body]))
      .digest('hex');
    const rev = `${Number.parseInt(parent ?? '0', 10) + 1}-${digest}`;
    this.#store(id, { rev, body, deleted }, parent);
    return { ok: true, id, rev };
  }

  #store(id: string, revision: Revision, parent: string | undefined): void {
    const leaves = new Map(this.#docs.get(id)?.leaves);
    if (parent !== undefined) leaves.delete(parent);
    leaves.set(revision.rev, revision);
    this.#seq += 1;
    this.#docs.set(id, { leaves, seq: this.#seq });
  }

  #localDoc(method: string, id: string, body: Json): CouchAnswer {
    const old = this.#local.get(id);
    if (method === 'GET') return old === undefined ? missing : { status: 200, body: old };
    if (old?.['_rev'] !== body['_rev']) return { status: 409, body: conflict };
    const rev = `0-${Number(String(old?.['_rev'] ?? '0-0').slice(2)) + 1}`;
    this.#local.set(id, { ...body, _id: id, _rev: rev });
    return { status: 201, body: { ok: true, id, rev } };
  }
}

const docOf = (id: string, { rev, body, deleted }: Revision): Json => ({
  ...body,
  _id: id,
  _rev: rev,
  ...(deleted ? { _deleted: true } : {}),
});

const living = (doc: Doc | undefined): readonly Revision[] =>
  [...(doc?.leaves.values() ?? [])].filter((r) => !r.deleted);

function winnerOf(doc: Doc | undefined): Revision | undefined {
  const rank = ({ rev, deleted }: Revision): readonly [number, number, string] => [
    deleted ? 0 : 1,
    Number.parseInt(rev, 10),
    rev,
  ];
  return [...(doc?.leaves.values() ?? [])].reduce<Revision | undefined>((best, one) => {
    if (best === undefined) return one;
    const [a, b] = [rank(best), rank(one)];
    if (a[0] !== b[0]) return a[0] > b[0] ? best : one;
    if (a[1] !== b[1]) return a[1] > b[1] ? best : one;
    return a[2] > b[2] ? best : one;
  }, undefined);
}
