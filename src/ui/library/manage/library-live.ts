import type { Collection, Colour, Rule, SavedSearch, ThingKind, ThingState } from '../../../core/library/things.ts';
import type { ThingEntry } from '../../../core/library/things-view.ts';
import { collectionsIn, rulesIn, searchesIn, tagsIn } from '../../../core/library/things-view.ts';
import type { LibraryDb } from '../../../storage/library/database.ts';
import { liveLibrary } from '../../../storage/library/queries/live.ts';
import { type Live, readyOr, useLive } from '../../parts/use-live.ts';

/** What the person made beside papers, live. */

export interface Things {
  readonly collections: readonly Collection[];
  readonly rules: readonly Rule[];
  readonly searches: readonly SavedSearch[];
  /** Own tags that have a colour. */
  readonly colours: ReadonlyMap<string, Colour>;
}

async function entries(db: LibraryDb, kind: ThingKind): Promise<readonly ThingEntry[]> {
  const rows = await db.states.where('[kind+id]').between([kind, ''], [kind, '\uffff']).toArray();
  return rows.map(({ id, state }) => ({ id, state: state as ThingState })); // its readers look at each field
}

async function readThings(db: LibraryDb): Promise<Things> {
  const [collections, tags, rules, searches] = await Promise.all(
    (['collection', 'tag', 'rule', 'search'] as const).map((kind) => entries(db, kind)),
  );
  return {
    collections: collectionsIn(collections ?? []),
    rules: rulesIn(rules ?? []),
    searches: searchesIn(searches ?? []),
    colours: new Map(tagsIn(tags ?? []).map(({ name, colour }) => [name, colour])),
  };
}

export interface TagCount {
  readonly name: string;
  /** Papers of the library that have it. */
  readonly count: number;
}

/** Own tags in use with the number of their papers, by name. Reads keys of an index alone. */
async function tagCounts(db: LibraryDb): Promise<readonly TagCount[]> {
  const counts = new Map<string, number>();
  for (const name of await db.papers.orderBy('tags').keys())
    if (typeof name === 'string') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

const watchThings = liveLibrary(readThings);
const watchTags = liveLibrary(tagCounts);
const NOTHING: Things = { collections: [], rules: [], searches: [], colours: new Map() };

export const useThings = (): Things => readyOr(useLive(watchThings), NOTHING);
/** The same with the difference between none and not known yet. */
export const useLiveThings = (): Live<Things> => useLive(watchThings);
export const useTagCounts = (): Live<readonly TagCount[]> => useLive(watchTags);
