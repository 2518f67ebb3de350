import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Colour, SavedSearch } from '../../core/library/things.ts';
import { call } from '../../messaging/client.ts';
import type { Facets, ListQuery } from '../../messaging/library-calls.ts';
import type { Things } from '../../storage/library/queries/things.ts';
import type { LibraryJobRow } from '../../storage/library/rows.ts';
import { inTree, type Placed } from '../paper/collection-tree.ts';
import { readyOr, useLive } from '../parts/use-live.ts';
import type { ListState } from './list/list-store.ts';
import { watchCounts, watchJobs, watchTags, watchThings } from './list/live.ts';
import { itemsIn, withYears, yearsAsked } from './search/query-items.ts';

/** What the page knows of the library besides the list. */
export interface LibraryFacts {
  readonly facets: Facets | undefined;
  readonly years: Facets['years'];
  /** Until the engine has counted. */
  readonly counts: (Facets['status'] & Pick<Facets, 'trash'>) | undefined;
  readonly all: number | undefined;
  readonly collections: readonly Placed[];
  readonly searches: readonly SavedSearch[];
  /** Names of own tags. */
  readonly tags: readonly string[];
  readonly colours: ReadonlyMap<string, Colour>;
  readonly jobs: readonly LibraryJobRow[];
}

const NO_TAGS: readonly string[] = [];
const NO_JOBS: readonly LibraryJobRow[] = [];
const NOTHING_MADE: Things = { collections: [], tags: [], rules: [], searches: [] };

export function useLibraryFacts(state: ListState): LibraryFacts {
  const live = useLive(watchCounts);
  const counts = live.state === 'ready' ? live.value : undefined;
  const made = readyOr<Things>(useLive(watchThings), NOTHING_MADE);
  const tags = readyOr<readonly string[]>(useLive(watchTags), NO_TAGS);
  const jobs = readyOr<readonly LibraryJobRow[]>(useLive(watchJobs), NO_JOBS);
  return {
    facets: state.facets,
    years: useYears(state),
    counts,
    all: counts?.all,
    collections: useMemo(() => inTree(made.collections), [made]),
    searches: made.searches,
    tags,
    colours: useMemo(() => new Map(made.tags.map(({ name, colour }) => [name, colour])), [made]),
    jobs,
  };
}

const NO_YEARS: Facets['years'] = [];

/** Papers by year, of those that all other conditions let through: the bars beside the chosen ones must not vanish. */
function useYears({ query, facets, seq }: ListState): Facets['years'] {
  const hasRange = yearsAsked(itemsIn(query.text)) !== undefined;
  const [wide, setWide] = useState<Facets['years']>(NO_YEARS);
  useEffect(() => {
    if (!hasRange) return;
    let stale = false;
    const open: ListQuery = { ...query, text: withYears(query.text, undefined) };
    void call('library.list', { query: open, from: 0, count: 0, facets: true }).then((answer) => {
      if (!stale && answer.ok) setWide(answer.value.facets?.years ?? NO_YEARS);
    });
    return () => {
      stale = true;
    };
  }, [hasRange, query, seq]);
  const narrow = facets?.years ?? NO_YEARS;
  if (!hasRange) return narrow;
  return wide.length > 0 ? wide : narrow;
}
