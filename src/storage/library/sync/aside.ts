import { merge } from '../../../core/library/merge.ts';
import type { RemoteRecord } from '../../../sync/target.ts';
import type { LibraryDb } from '../database.ts';
import type { HeldRow } from '../rows.ts';
import { asideIn, heldOf, keyIn, nameOf, stateKey } from './keys.ts';
import { isMember, project, type Scope } from './scope.ts';

/**
 * Keeps records aside until the person decides, joined with what is aside of the same name. Inside a transaction.
 * @returns the records that are to be merged: tokens must not come out of order, so what is aside already stays so
 */
export async function putAside(
  db: LibraryDb,
  target: string,
  incoming: { readonly merge: readonly RemoteRecord[]; readonly hold: readonly RemoteRecord[] },
  scope: Scope | undefined,
): Promise<readonly RemoteRecord[]> {
  const all = [...incoming.hold, ...incoming.merge];
  const rows = await db.held.bulkGet(all.map((record) => keyIn(target, record)));
  const held = new Map(rows.flatMap((row) => (row === undefined ? [] : [[nameOf(row), row] as const])));
  const aside = new Map<string, HeldRow>();
  const put = (record: RemoteRecord): void => {
    const key = nameOf(record);
    const old = held.get(key);
    const { kind, id, state, token, pieces } = record;
    const joined =
      old?.state === undefined || state === undefined ? (state ?? old?.state) : merge(kind, old.state, state);
    const wire = record.wire ?? old?.wire;
    const row: HeldRow = {
      target,
      kind,
      id,
      ...(joined === undefined ? {} : { state: joined }),
      ...(token === undefined ? {} : { token }),
      ...(wire === undefined ? {} : { wire }),
      ...(pieces === undefined ? {} : { pieces }),
    };
    held.set(key, row);
    aside.set(key, row);
  };
  const rest: RemoteRecord[] = [];
  for (const record of incoming.hold) {
    // Of a place with one collection only what belongs there is worth a question.
    const state = scope === undefined ? record.state : project(scope, record.kind, record.id, record.state);
    if (scope !== undefined && state === undefined) rest.push(record);
    else put({ ...record, state });
  }
  for (const record of incoming.merge) {
    if (held.has(nameOf(record))) put(record);
    else rest.push(record);
  }
  if (aside.size > 0) await db.held.bulkPut([...aside.values()]);
  return rest;
}

/** Read at once; the rest at the next sync. */
const MANY = 500;

/** What was kept of papers that are in the collection by now (filter.ts). */
export async function asideOfMembers(db: LibraryDb, target: string, scope: Scope): Promise<readonly HeldRow[]> {
  const keys = await heldOf(db, asideIn(target)).primaryKeys();
  const papers = await db.states.bulkGet(keys.map(([, , id]) => stateKey({ kind: 'paper', id })));
  const ready = keys.filter((_, i) => isMember(scope, papers[i]?.state)).slice(0, MANY);
  return (await db.held.bulkGet(ready)).filter((row) => row !== undefined);
}
