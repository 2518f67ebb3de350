import type { Place } from '../../core/sync/place.ts';
import type { SyncStore } from '../../sync/store.ts';
import type { Engine } from '../context.ts';

/** The library as one place is to see it. */
export async function storeOf(_engine: Engine, _place: Place): Promise<SyncStore> {
  throw new Error('There is no store yet.');
}
