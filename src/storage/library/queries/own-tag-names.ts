import type { LibraryDb } from '../database.ts';

/** More than anybody completes from. */
const MOST = 5_000;

/** Names of all own tags, in alphabetical order, for completion. Reads the index alone. */
export async function ownTagNames(db: LibraryDb): Promise<readonly string[]> {
  const names = await db.papers.orderBy('tags').uniqueKeys();
  return names.filter((name) => typeof name === 'string').slice(0, MOST);
}
