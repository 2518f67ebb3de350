import { type Lane, laneOf } from '../../../core/sync/lanes.ts';
import type { Name } from '../../../core/sync/report.ts';
import type { Due } from '../../../sync/store.ts';
import type { LocalRecord } from '../../../sync/target.ts';
import type { LibraryDb } from '../database.ts';
import type { MarkRow, OutboxRow } from '../rows.ts';
import { readSelf } from '../self.ts';
import { keyIn, nameOf, stateKey } from './keys.ts';
import { printOf, project, type Scope, sendable } from './scope.ts';

/** What leaves the library. Inside a transaction. */

/** Rows of the outbox that are read at once, and in one call: what came from the target itself is passed over without an answer each. */
const CHUNK = 500;
const MOST = 10_000;

/** Records as they are to be sent, in the order of names; those that are no more, or do not belong there, are left out. */
export async function outgoing(
  db: LibraryDb,
  target: string,
  names: readonly Name[],
  scope?: Scope,
): Promise<readonly (LocalRecord & { readonly mark: MarkRow | undefined })[]> {
  const [rows, changes, marks, allowed] = await Promise.all([
    db.states.bulkGet(names.map(stateKey)),
    db.outbox.bulkGet(names.map(stateKey)),
    db.marks.bulkGet(names.map((name) => keyIn(target, name))),
    scope === undefined ? undefined : allowedIn(db, target, names, scope),
  ]);
  return names.flatMap(({ kind, id }, i) => {
    const [row, mark] = [rows[i], marks[i]];
    if (row === undefined || allowed?.[i] === false) return [];
    const state = scope === undefined ? row.state : project(scope, kind, id, row.state);
    if (state === undefined) return [];
    const seq = changes[i]?.seq ?? 0;
    return [{ kind, id, state, seq, mark, ...(mark?.token === undefined ? {} : { token: mark.token }) }];
  });
}

/** Papers of the collection, and what belongs to them. */
async function allowedIn(
  db: LibraryDb,
  target: string,
  names: readonly Name[],
  scope: Scope,
): Promise<readonly boolean[]> {
  const papers = [...new Set(names.flatMap(({ kind, id }) => (kind === 'collection' ? [] : [id])))];
  const [states, marks] = await Promise.all([
    db.states.bulkGet(papers.map((id) => stateKey({ kind: 'paper', id }))),
    db.marks.bulkGet(papers.map((id) => keyIn(target, { kind: 'paper', id }))),
  ]);
  const may = new Map(papers.map((id, i) => [id, sendable(scope, states[i]?.state, marks[i])]));
  return names.map(({ kind, id }) => {
    if (kind === 'collection') return id === scope.collection;
    return kind === 'paper' ? may.get(id) !== undefined : may.get(id) === 'in';
  });
}

/** What may be due with a change: where a paper comes into a collection, its record and note do, though they did not change. */
function dueWith({ kind, id }: OutboxRow, lane: Lane, scope: Scope | undefined): readonly Name[] {
  if (scope === undefined) return laneOf(kind) === lane ? [{ kind, id }] : [];
  if (kind === 'collection') return lane === 'states' && id === scope.collection ? [{ kind, id }] : [];
  if (lane === 'records') return kind === 'paper' || kind === 'bib' ? [{ kind: 'bib', id }] : [];
  if (kind !== 'paper' && kind !== 'note') return [];
  const note = scope.share === 'everything' ? [{ kind: 'note', id }] : [];
  return kind === 'paper' ? [{ kind, id }, ...note] : note;
}

/** As `SyncStore.due`. */
export async function due(
  db: LibraryDb,
  target: string,
  lane: Lane,
  after: number,
  limit: number,
  scope?: Scope,
): Promise<Due> {
  const records: LocalRecord[] = [];
  const seen = new Set<string>();
  for (let [at, read] = [after, 0]; ; ) {
    const rows = await db.outbox.where('seq').above(at).limit(CHUNK).toArray();
    read += rows.length;
    const asked = rows.flatMap((row) =>
      dueWith(row, lane, scope).flatMap((name) => (seen.has(nameOf(name)) ? [] : [{ name, row }])),
    );
    for (const { name } of asked) seen.add(nameOf(name));
    const open = await openOf(db, target, asked);
    const [some, next] = [open.slice(0, limit - records.length), open[limit - records.length]];
    const names = some.map(({ name }) => name);
    for (const { mark, ...record } of names.length === 0 ? [] : await outgoing(db, target, names, scope)) {
      const same = scope !== undefined && mark?.print !== undefined && mark.print === printOf(record.state);
      if (!same) records.push(record);
    }
    if (next !== undefined) return { records, upTo: next.row.seq - 1, more: true };
    const last = rows.at(-1);
    // Up to the last change that was ever counted, also where its record is no more.
    if (last === undefined || rows.length < CHUNK) {
      const self = await readSelf(db);
      return { records, upTo: Math.max(at, last?.seq ?? 0, self?.seq ?? 0), more: false };
    }
    at = last.seq;
    if (records.length >= limit || read >= MOST) return { records, upTo: at, more: true };
  }
}

interface Asked {
  readonly name: Name;
  readonly row: OutboxRow;
}

/** Those that the target is not known to hold, and that do not wait. */
async function openOf(db: LibraryDb, target: string, asked: readonly Asked[]): Promise<readonly Asked[]> {
  if (asked.length === 0) return [];
  const marks = await db.marks.bulkGet(asked.map(({ name }) => keyIn(target, name)));
  const others = asked.filter(({ name, row }) => name.kind !== row.kind);
  const counts = others.length === 0 ? [] : await db.outbox.bulkGet(others.map(({ name }) => stateKey(name)));
  const seqs = new Map(others.map(({ name }, i) => [nameOf(name), counts[i]?.seq ?? 0]));
  return asked.filter(({ name, row }, i) => {
    const mark = marks[i];
    const seq = seqs.get(nameOf(name)) ?? row.seq;
    return mark === undefined ? seq > 0 : mark.why === undefined && mark.seq < seq;
  });
}
