import type { Name, Waiting } from '../../../core/sync/report.ts';
import type { LibraryDb } from '../database.ts';
import type { MarkRow } from '../rows.ts';
import { marksOf } from './keys.ts';

/** So many are read at once and put in order; of more, all marks are looked through in theirs. */
const FEW = 2_000;

/** What waits at a target, in the order of names. Inside a transaction. */
export async function waiting(
  db: LibraryDb,
  target: string,
  limit: number,
  after: Name | undefined,
): Promise<readonly Waiting[]> {
  const some = await ofWhy(db, target)
    .limit(FEW + 1)
    .toArray();
  if (some.length > FEW) {
    const rows = await marksOf(db, target, after)
      .filter(({ why }) => why !== undefined)
      .limit(limit)
      .toArray();
    return rows.flatMap(waitingOf);
  }
  const sorted = some.flatMap(waitingOf).sort(inOrder);
  return sorted.filter((one) => after === undefined || inOrder(one, after) > 0).slice(0, limit);
}

export const ofWhy = (db: LibraryDb, target: string) =>
  db.marks.where('[target+why]').between([target, ''], [target, '\uffff']);

const waitingOf = ({ kind, id, why }: MarkRow): readonly Waiting[] => (why === undefined ? [] : [{ kind, id, why }]);

/** As the database orders keys: by their UTF-16 units. */
function inOrder(a: Name, b: Name): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
