import type { PlaceSettings } from '../../core/sync/place.ts';
import { syncStore } from '../../storage/library/sync/sync-store.ts';
import type { SyncStore } from '../../sync/store.ts';
import type { Engine } from '../context.ts';

/** The library as one place is to see it. @param written told which papers changed */
export function storeOf(
  { library, now, sync }: Engine,
  { collection, share = 'everything' }: PlaceSettings,
  written: (keys: readonly string[]) => void = () => undefined,
): SyncStore {
  const scope = collection === undefined ? {} : { scope: { collection, share } };
  return syncStore({ library, now, snapshot: sync.snapshot, written, ...scope });
}
