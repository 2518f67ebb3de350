import type { Collection, Rule, SavedSearch, TagThing, ThingKind, ThingState } from '../../../core/library/things.ts';
import { collectionsIn, rulesIn, searchesIn, type ThingEntry, tagsIn } from '../../../core/library/things-view.ts';
import type { LibraryDb } from '../database.ts';

/** Everything that a person made beside papers. */
export interface Things {
  readonly collections: readonly Collection[];
  /** Tags that have a colour. */
  readonly tags: readonly TagThing[];
  readonly rules: readonly Rule[];
  readonly searches: readonly SavedSearch[];
}

/** For a live query: reads the states of things alone. */
export async function things(db: LibraryDb): Promise<Things> {
  const [collections, tags, rules, searches] = await Promise.all(
    (['collection', 'tag', 'rule', 'search'] as const).map((kind) => entries(db, kind)),
  );
  return {
    collections: collectionsIn(collections ?? []),
    tags: tagsIn(tags ?? []),
    rules: rulesIn(rules ?? []),
    searches: searchesIn(searches ?? []),
  };
}

export const collections = async (db: LibraryDb): Promise<readonly Collection[]> =>
  collectionsIn(await entries(db, 'collection'));

async function entries(db: LibraryDb, kind: ThingKind): Promise<readonly ThingEntry[]> {
  const rows = await db.states.where('[kind+id]').between([kind, ''], [kind, '\uffff']).toArray();
  return rows.map(({ id, state }) => ({ id, state: state as ThingState })); // rows of these kinds hold such states
}
