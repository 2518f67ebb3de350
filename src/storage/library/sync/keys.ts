import type { Name } from '../../../core/sync/report.ts';
import type { LibraryDb } from '../database.ts';
import type { MemoryRow, StateKind } from '../rows.ts';

/** Keys and ranges of the tables that sync keeps. */

export const nameOf = ({ kind, id }: Name): string => `${kind} ${id}`;

/** Kinds of newer versions are kept as they are. */
export const stateKey = ({ kind, id }: Name): [StateKind, string] => [kind as StateKind, id];

export const keyIn = (target: string, { kind, id }: Name): [string, string, string] => [target, kind, id];

/** Records of papers that are not in the collection here, in `held`, under a target of their own: nobody is asked about them. */
export const asideIn = (target: string): string => `${target}~`;

const LAST = '\uffff';

/** Rows of a target, in the order of names. @param after without the ones up to this name */
export const marksOf = (db: LibraryDb, target: string, after?: Name) =>
  db.marks.where('[target+kind+id]').between(from(target, after), [target, LAST, LAST], after === undefined);
export const heldOf = (db: LibraryDb, target: string, after?: Name) =>
  db.held.where('[target+kind+id]').between(from(target, after), [target, LAST, LAST], after === undefined);

const from = (target: string, after: Name | undefined): [string, string, string] =>
  after === undefined ? [target, '', ''] : keyIn(target, after);

/** @throws where no visit was begun: `SyncStore.begin` comes first */
export async function memoryOf(db: LibraryDb, target: string): Promise<MemoryRow> {
  const row = await db.memories.get(target);
  if (row === undefined) throw new Error(`No visit of ${target} was begun.`);
  return row;
}
