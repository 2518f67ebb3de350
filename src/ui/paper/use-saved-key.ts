import { useMemo } from 'preact/hooks';
import type { Query } from '../../core/note-data.ts';
import { liveLibrary } from '../../storage/library/queries/live.ts';
import { savedRows } from '../../storage/library/queries/marks.ts';
import { useLive } from '../parts/use-live.ts';

/** The key of a paper that is saved; otherwise the one that it would get, or a name of its own. */
const nameOf = (query: Query): string => query.ids[0] ?? `title ${query.title}`;

/**
 * Under which key the pane finds a paper that a page or an address names; undefined until it is known.
 * @param query must keep its identity between draws
 */
export function useSavedKey(query: Query | undefined): string | undefined {
  const watch = useMemo(
    () =>
      liveLibrary(async (db) => ({
        query,
        key: query && ((await savedRows(db, [query]))[0]?.key ?? nameOf(query)),
      })),
    [query],
  );
  const live = useLive(watch);
  if (live.state === 'error') return query && nameOf(query); // the pane says what is wrong
  return live.state === 'ready' && live.value.query === query ? live.value.key : undefined;
}
