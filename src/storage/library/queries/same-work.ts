import { matchTitle } from '../../../core/identity/match-title.ts';
import { aliasesOf } from '../../../core/library/aliases.ts';
import type { SavedRow } from '../../../core/library/saved-row.ts';
import type { Query } from '../../../core/note-data.ts';
import type { LibraryDb } from '../database.ts';
import { savedRows } from './marks.ts';

export interface SameWork {
  readonly row: SavedRow;
  /** An id or the title decides; or the title makes it likely. */
  readonly match: 'id' | 'title' | 'probably';
}

/**
 * Other papers of the library that are, or may be, the same work by the rules of RELATED.md 9: those that share an id or a title key
 * with this one, and those among `near`. For a live query: reads a few aliases and the papers behind them.
 * @param near saved papers whose titles may be alike without being equal, as hints name them
 */
export async function sameWork(db: LibraryDb, key: string, near: readonly Query[]): Promise<readonly SameWork[]> {
  const row = await db.papers.get(key);
  if (row === undefined) return [];
  const aliases = await db.aliases.bulkGet([...aliasesOf(row)]);
  const sharing = await db.papers.bulkGet([...new Set(aliases.flatMap((alias) => alias?.keys ?? []))]);
  const others = new Map<string, SavedRow>();
  for (const other of [...sharing, ...(near.length > 0 ? await savedRows(db, near) : [])]) {
    if (other !== undefined && other.key !== key) others.set(other.key, other);
  }
  return [...others.values()].flatMap((other): readonly SameWork[] => {
    if (other.ids.some((id) => row.ids.includes(id))) return [{ row: other, match: 'id' }];
    const match = matchTitle(row, other);
    return match === 'none' ? [] : [{ row: other, match }];
  });
}
