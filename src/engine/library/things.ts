import type { Collection, Colour, Rule, ThingKind } from '../../core/library/things.ts';
import { collectionsIn, rulesIn, type ThingEntry, tagsIn } from '../../core/library/things-view.ts';
import type { LibraryDb } from '../../storage/library/database.ts';

/** Collections, tag colours and rules, in the engine's memory. */
export interface Things {
  readonly collections: readonly Collection[];
  /** By the tag's name. */
  readonly colours: ReadonlyMap<string, Colour>;
  readonly rules: readonly Rule[];
}

export const NO_THINGS: Things = { collections: [], colours: new Map(), rules: [] };

export async function readThings(db: LibraryDb): Promise<Things> {
  const entries = async (kind: ThingKind): Promise<readonly ThingEntry[]> =>
    // Rows of these kinds hold these states.
    (await db.states.where('[kind+id]').between([kind, ''], [kind, '\uffff']).toArray()) as readonly ThingEntry[];
  return {
    collections: collectionsIn(await entries('collection')),
    colours: new Map(tagsIn(await entries('tag')).map(({ name, colour }) => [name, colour])),
    rules: rulesIn(await entries('rule')),
  };
}
