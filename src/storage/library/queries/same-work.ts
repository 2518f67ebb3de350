import { matchTitle } from '../../../core/identity/match-title.ts';
import { aliasesOf } from '../../../core/library/aliases.ts';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import type { LibraryDb } from '../database.ts';

export interface SameWork {
  readonly row: SavedRow;
  /** An id or the title decides; or the title makes it likely. */
  readonly match: 'id' | 'title' | 'probably';
}

/**
 * Other papers of the library that share an id or a title key with this one and are, or may be, the same work by the rules of
 * RELATED.md 9. For a live query: reads a few aliases and the papers behind them.
 */
export async function sameWork(db: LibraryDb, key: string): Promise<readonly SameWork[]> {
  const row = await db.papers.get(key);
  if (row === undefined) return [];
  const aliases = await db.aliases.bulkGet([...aliasesOf(row)]);
  const others = new Set(aliases.flatMap((alias) => alias?.keys ?? []));
  others.delete(key);
  const rows = await db.papers.bulkGet([...others]);
  return rows.flatMap((other): readonly SameWork[] => {
    if (other === undefined) return [];
    if (other.ids.some((id) => row.ids.includes(id))) return [{ row: other, match: 'id' }];
    const match = matchTitle(row, other);
    return match === 'none' ? [] : [{ row: other, match }];
  });
}
