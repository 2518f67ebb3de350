import type { LibraryDb } from '../database.ts';

/** Own tags that at least one paper of the library has, in code-unit order. For a live query: reads an index alone. */
export async function ownTagNames(db: LibraryDb): Promise<readonly string[]> {
  const names = await db.papers.orderBy('tags').uniqueKeys();
  return names.filter((name) => typeof name === 'string');
}
