import type { SyncReport } from '../../core/sync/report.ts';
import type { SyncOrder } from '../../messaging/sync-calls.ts';
import type { Fault } from '../../sync/outcome.ts';
import { syncOnce } from '../../sync/sync-once.ts';
import type { Engine } from '../context.ts';
import { begin } from './progress.ts';
import { Requests, targetOf } from './reach.ts';
import { storeOf } from './store-of.ts';
import { watchedStore, watchedTarget } from './watched.ts';

/** Syncs that run: one at a time for each place, several places beside one another. */
export interface Syncs {
  /** Resolves when it has begun. Where one runs for the place, it runs once more afterwards. */
  start(order: SyncOrder): Promise<void>;
  /** Resolves when it has ended. */
  stop(id: string): Promise<void>;
}

interface Running {
  readonly stop: AbortController;
  readonly done: Promise<void>;
  next?: SyncOrder;
}

/** @param onBusy told when a sync begins and ends */
export function makeSyncs(engine: Engine, onBusy: (busy: boolean) => void): Syncs {
  const running = new Map<string, Running>();

  function run(order: SyncOrder): void {
    const { id } = order.place;
    const stop = new AbortController();
    onBusy(true);
    const done = engine.sync
      .alone(`sync:${id}`, () => syncPlace(engine, order, stop.signal))
      .then(
        () => undefined,
        (error: unknown) => engine.report(error, 'sync'),
      )
      .finally(() => {
        const next = running.get(id)?.next;
        running.delete(id);
        onBusy(false);
        if (next !== undefined && !stop.signal.aborted) run(next);
      });
    running.set(id, { stop, done });
  }

  return {
    async start(order) {
      const now = running.get(order.place.id);
      if (now === undefined) run(order);
      else now.next = order.decision === undefined ? { ...now.next, ...order } : order;
    },
    async stop(id) {
      const now = running.get(id);
      now?.stop.abort();
      await now?.done;
    },
  };
}

/** One sync of a place, from its first request to the line in its log. */
async function syncPlace(engine: Engine, { place, secrets, decision }: SyncOrder, signal: AbortSignal): Promise<void> {
  const { now, sync: outside } = engine;
  const requests = new Requests();
  const progress = await begin(place.id, { library: engine.library, now, random: outside.random });
  try {
    const target = await targetOf(place.id, { settings: place, secrets }, requests, { ...outside, now });
    if (!target.ok) return await progress.end(failedWith(target));
    const changed = new Set<string>();
    const library = storeOf(engine, place, (keys) => {
      for (const key of keys) changed.add(key);
    });
    // Collections and tags are no keys: then the list of keys is empty, and everybody looks all the same.
    const store = watchedStore(library, progress, () => {
      const keys = [...changed];
      changed.clear();
      engine.saved.changed(keys);
      engine.written(keys);
    });
    const timer = { now, sleep: outside.sleep, random: outside.random };
    const options = { signal, ...(decision === undefined ? {} : { decision }) };
    await progress.end(await syncOnce(watchedTarget(target.value, progress), store, timer, options));
  } catch (error) {
    engine.report(error, `sync ${place.kind}`);
    await progress.end(failedWith({ ok: false, error: 'damaged', detail: 'here' }));
  } finally {
    outside.ended({ id: place.id, requests: requests.last });
  }
}

/** The report of a sync that did not begin. */
export const failedWith = ({ error, detail }: Fault): SyncReport => ({
  state: 'failed',
  fault: error,
  ...(detail === undefined ? {} : { detail }),
  pulled: 0,
  changed: 0,
  unreadable: 0,
  pushed: 0,
  waiting: [],
  waitingCount: 0,
});
