import type { LibraryDb } from '../database.ts';

/** More than anybody completes from. */
const MOST = 5_000;
/** So many names are found by one jump each, which costs the same however many papers have them; the rest by a walk over all. */
const JUMPS = 500;

/** Names of all own tags, in alphabetical order, for completion. Reads the index alone. */
export function ownTagNames(db: LibraryDb): Promise<readonly string[]> {
  return db.transaction('r', db.papers, async () => {
    const names: string[] = [];
    for (let next = await after(db, ''); next !== undefined; next = await after(db, next)) {
      names.push(next);
      if (names.length < JUMPS) continue;
      const rest = await db.papers.where('tags').above(next).uniqueKeys();
      return [...names, ...rest.filter((name) => typeof name === 'string')].slice(0, MOST);
    }
    return names;
  });
}

/** The first name after this one. A tag is never the empty text. */
async function after(db: LibraryDb, name: string): Promise<string | undefined> {
  const [key] = await db.papers.where('tags').above(name).limit(1).keys();
  return typeof key === 'string' ? key : undefined;
}
