import { useMemo } from 'preact/hooks';
import { parseId } from '../../core/identity/ids.ts';
import type { Collection } from '../../core/library/things.ts';
import type { Hint } from '../../core/related/hint.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import { calmLibrary } from '../../storage/library/queries/live-calm.ts';
import { savedRows } from '../../storage/library/queries/marks.ts';
import { ownTagNames } from '../../storage/library/queries/own-tag-names.ts';
import { paperDetails } from '../../storage/library/queries/paper-details.ts';
import { type SameWork, sameWork } from '../../storage/library/queries/same-work.ts';
import { things } from '../../storage/library/queries/things.ts';
import { readyOr, useLive } from '../parts/use-live.ts';
import { factsOf, type PaperFacts } from './facts.ts';
import type { KnownTag } from './tags.tsx';

const NO_TWINS: readonly SameWork[] = [];
const NONE: { readonly collections: readonly Collection[]; readonly tags: readonly KnownTag[] } = {
  collections: [],
  tags: [],
};

const watchThings = liveLibrary(things);
const watchTags = calmLibrary(ownTagNames);
const NO_NAMES: readonly string[] = [];

export type FactsState =
  | { readonly state: 'loading' }
  | { readonly state: 'error' }
  | { readonly state: 'ready'; readonly value: PaperFacts };

async function readFacts(db: LibraryDb, key: string): Promise<PaperFacts> {
  const details = await paperDetails(db, key);
  const id = details === undefined ? parseId(key) : undefined;
  const [other] = id === undefined ? [] : await savedRows(db, [{ ids: [id], title: '' }]);
  return { ...factsOf(key, details), ...(other === undefined ? {} : { movedTo: other.key }) };
}

/** All that the library holds of a paper, as it changes. An answer about another paper is not shown. */
export function useFacts(key: string): FactsState {
  const watch = useMemo(() => liveLibrary((db) => readFacts(db, key)), [key]);
  const live = useLive(watch);
  if (live.state === 'error') return { state: 'error' };
  return live.state === 'ready' && live.value.key === key ? live : { state: 'loading' };
}

/**
 * Saved papers that are or may be the same work.
 * @param hints close papers: one with a title much alike may be a version; must keep their identity between draws
 */
export function useSameWork(key: string, hints: readonly Hint[] | undefined): readonly SameWork[] {
  const watch = useMemo(() => {
    const near = (hints ?? []).map(({ id, title }) => ({ ids: [id], title }));
    return liveLibrary(async (db) => ({ key, found: await sameWork(db, key, near) }));
  }, [key, hints]);
  const live = useLive(watch);
  return live.state === 'ready' && live.value.key === key ? live.value.found : NO_TWINS;
}

/** All collections, and all own tags with their colours. */
export function useThings(): typeof NONE {
  const made = useLive(watchThings);
  const names = readyOr(useLive(watchTags), NO_NAMES);
  return useMemo(() => {
    if (made.state !== 'ready') return { ...NONE, tags: names.map((name) => ({ name })) };
    const colours = new Map(made.value.tags.map((tag) => [tag.name, tag.colour]));
    // A tag that no paper has any more may still have a colour: it can be put on again.
    const all = [...new Set([...names, ...colours.keys()])].sort((a, b) => a.localeCompare(b));
    return { collections: made.value.collections, tags: all.map((name) => ({ name, colour: colours.get(name) })) };
  }, [made, names]);
}
