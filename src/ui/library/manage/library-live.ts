import type { Colour } from '../../../core/library/things.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import { liveLibrary } from '../../../storage/library/queries/live.ts';
import { type Things, things } from '../../../storage/library/queries/things.ts';
import { type Live, readyOr, useLive } from '../../parts/use-live.ts';

/** What the person made beside papers, live. */

export interface TagCount {
  readonly name: string;
  /** Papers of the library that have it. */
  readonly count: number;
}

/** Own tags in use with the number of their papers. Reads keys of an index alone. */
async function tagCounts(db: LibraryDb): Promise<readonly TagCount[]> {
  const counts = new Map<string, number>();
  for (const name of await db.papers.orderBy('tags').keys())
    if (typeof name === 'string') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

const watchThings = liveLibrary(things);
const watchTags = liveLibrary(tagCounts);
const NOTHING: Things = { collections: [], rules: [], searches: [], tags: [] };

export const useThings = (): Things => readyOr(useLive(watchThings), NOTHING);
/** The same with the difference between none and not known yet. */
export const useLiveThings = (): Live<Things> => useLive(watchThings);
export const useTagCounts = (): Live<readonly TagCount[]> => useLive(watchTags);

export const coloursOf = ({ tags }: Things): ReadonlyMap<string, Colour> =>
  new Map(tags.map(({ name, colour }) => [name, colour]));
