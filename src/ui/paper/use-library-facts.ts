import { useMemo } from 'preact/hooks';
import type { Collection } from '../../core/library/things.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import { readyOr, useLive } from '../parts/use-live.ts';
import { allCollections, type Details, ownTagNames, paneDetails, twinsOf } from './library-queries.ts';
import type { KnownTag } from './tags.tsx';
import type { Twin } from './versions.tsx';

const NO_TWINS: readonly Twin[] = [];
const NO_COLLECTIONS: readonly Collection[] = [];
const NO_TAGS: readonly KnownTag[] = [];

const watchCollections = liveLibrary(allCollections);
const watchTags = liveLibrary(ownTagNames);

export type DetailsState =
  | { readonly state: 'loading' }
  | { readonly state: 'error' }
  | { readonly state: 'ready'; readonly value: Details };

/** All that the library holds of a paper, as it changes. An answer about another paper is not shown. */
export function useDetails(key: string): DetailsState {
  const watch = useMemo(() => liveLibrary((db) => paneDetails(db, key)), [key]);
  const live = useLive(watch);
  if (live.state === 'error') return { state: 'error' };
  return live.state === 'ready' && live.value.key === key ? live : { state: 'loading' };
}

/** Saved papers that are or may be the same work. */
export function useTwins(key: string): readonly Twin[] {
  const watch = useMemo(() => liveLibrary(async (db) => ({ key, twins: await twinsOf(db, key) })), [key]);
  const live = useLive(watch);
  return live.state === 'ready' && live.value.key === key ? live.value.twins : NO_TWINS;
}

export const useCollections = (): readonly Collection[] => readyOr(useLive(watchCollections), NO_COLLECTIONS);
export const useOwnTags = (): readonly KnownTag[] => readyOr(useLive(watchTags), NO_TAGS);
