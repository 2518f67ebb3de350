import type { In, Out } from '../../messaging/calls.ts';
import type { SyncEngineCalls } from '../../messaging/sync-calls.ts';
import type { RunningEngine } from '../engine.ts';
import { bundleFile } from './bundles.ts';
import { heldOf } from './held.ts';
import { previewPlace } from './preview.ts';
import { Requests } from './reach.ts';
import { testPlace } from './test-place.ts';

/** The engine's calls about sync. */

type Call = Exclude<keyof SyncEngineCalls, 'sync.ended'>;
export type SyncWork = { readonly [N in Call]: (running: RunningEngine, body: In<N>) => Promise<Out<N>> };

export const syncWork: SyncWork = {
  'engine.sync': async ({ syncs }, order) => {
    await syncs.start(order);
    return {};
  },
  'engine.syncStop': async ({ syncs }, { id }) => {
    await syncs.stop(id);
    return {};
  },
  'engine.syncTest': ({ engine }, { place: settings, secrets }) =>
    logged(engine, (requests) => testPlace({ settings, secrets }, requests, { ...engine.sync, now: engine.now })),
  'engine.syncPreview': ({ engine }, { place: settings, secrets }) =>
    logged(engine, (requests) => previewPlace(engine, { settings, secrets }, requests)),
  'engine.syncHeld': ({ engine }, { id }) => engine.library((db) => heldOf(db, id)),
  'engine.writeBundle': ({ engine }, { place, secrets }) => bundleFile(engine, place, secrets),
};

/** Requests of a look at a place are in the log too. */
async function logged<T>({ sync }: RunningEngine['engine'], work: (requests: Requests) => Promise<T>): Promise<T> {
  const requests = new Requests();
  try {
    return await work(requests);
  } finally {
    sync.ended({ requests: requests.last });
  }
}
