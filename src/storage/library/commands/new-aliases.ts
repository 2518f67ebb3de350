import { aliasesOf } from '../../../core/library/aliases.ts';
import { recordOf } from '../../../core/library/bib.ts';
import type { BibState } from '../../../core/library/state.ts';
import type { SavedAliasRow } from '../rows.ts';
import type { Session } from './session.ts';

/**
 * Rows of aliases that changed records have and the stored ones had not, and the number of the last alias.
 * @param from number of the last alias so far
 */
export async function newAliases(
  session: Session,
  keys: readonly string[],
  from: number,
): Promise<{ readonly rows: readonly SavedAliasRow[]; readonly last: number }> {
  const added = keys.flatMap((key) => {
    const [bib, stored] = [session.bib(key), session.stored('bib', key) as BibState | undefined]; // as Session.bib
    if (bib === undefined || bib === stored) return [];
    const had = new Set<string>(stored === undefined ? [] : aliasesOf(recordOf(stored)));
    return aliasesOf(recordOf(bib)).flatMap((alias) => (had.has(alias) ? [] : [{ alias, key }]));
  });
  if (added.length === 0) return { rows: [], last: from };
  const rows = new Map<string, SavedAliasRow>();
  for (const row of await session.db.aliases.bulkGet([...new Set(added.map(({ alias }) => alias))])) {
    if (row !== undefined) rows.set(row.alias, row);
  }
  let last = from;
  const changed = new Map<string, SavedAliasRow>();
  for (const { alias, key } of added) {
    const row = changed.get(alias) ?? rows.get(alias);
    if (row?.keys.includes(key)) continue;
    if (row === undefined) last += 1;
    changed.set(alias, { alias, keys: [...(row?.keys ?? []), key], n: row?.n ?? last });
  }
  return { rows: [...changed.values()], last };
}
