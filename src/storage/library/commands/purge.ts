import type { LibraryDb } from '../database.ts';
import { type Done, type Moment, once } from './once.ts';
import { purgeInto } from './purge-into.ts';

export interface Purged {
  readonly purged: number;
}

/**
 * Takes papers that are in the trash out for good: record, note and history go, a mark that they were deleted stays. Papers that are
 * not in the trash are left alone. Cannot be undone.
 */
export function purge(
  db: LibraryDb,
  input: { readonly request: string; readonly keys: readonly string[] | 'all' },
  moment: Moment,
): Promise<Done<Purged>> {
  return once<Purged>(db, input.request, moment, { purged: 0 }, async (session) => {
    const keys = input.keys === 'all' ? await db.trash.toCollection().primaryKeys() : input.keys;
    return { reply: { purged: await purgeInto(session, keys) }, steps: [] };
  });
}
