import type { SyncReport } from '../../core/sync/report.ts';
import type { SyncOrder } from '../../messaging/sync-calls.ts';
import { syncOnce } from '../../sync/sync-once.ts';
import type { Engine } from '../context.ts';
import { begin, type Progress } from './progress.ts';
import { fileTarget, Requests, targetOf } from './reach.ts';
import { failedWith } from './reports.ts';
import { settleHeld } from './settle-held.ts';
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
async function syncPlace(engine: Engine, order: SyncOrder, signal: AbortSignal): Promise<void> {
  const { place } = order;
  const { library, now, sync: outside } = engine;
  const requests = new Requests();
  const progress = await begin(place.id, { library, now, random: outside.random });
  try {
    await progress.end(await reportOf(engine, order, { requests, progress, signal }));
  } catch (error) {
    engine.report(error, `sync ${place.kind}`);
    await progress.end(failedWith({ ok: false, error: 'damaged', detail: 'here' }));
  } finally {
    outside.ended({ id: place.id, requests: requests.last });
  }
}

interface Watch {
  readonly requests: Requests;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function reportOf(
  engine: Engine,
  { place, secrets, decision, staged }: SyncOrder,
  { requests, progress, signal }: Watch,
): Promise<SyncReport> {
  const { now, sync: outside, files } = engine;
  const changed = new Set<string>();
  const own = storeOf(engine, place, (keys) => {
    for (const key of keys) changed.add(key);
  });
  // Collections and tags are no keys: then the list of keys is empty, and everybody looks all the same.
  const store = watchedStore(own, progress, () => {
    const keys = [...changed];
    changed.clear();
    engine.saved.changed(keys);
    engine.written(keys);
  });
  const byHand = place.kind === 'bundle';
  if (byHand && staged === undefined) return settleHeld(store, place.id, decision);
  const reach = { settings: place, secrets };
  const target =
    staged === undefined
      ? await targetOf(place.id, reach, requests, { ...outside, now })
      : await fileTarget(place.id, reach, await files.open(staged));
  if (!target.ok) return failedWith(target);
  const timer = { now, sleep: outside.sleep, random: outside.random };
  const options = { signal, ...(decision === undefined ? {} : { decision }), ...(byHand ? { pullOnly: true } : {}) };
  const report = await syncOnce(watchedTarget(target.value, progress), store, timer, options);
  if (staged === undefined) return report;
  if (report.state !== 'failed') await files.remove(staged); // what failed may be tried again, as with another passphrase
  const { readOnly: _, ...said } = report; // a file that was read is not written
  return { ...said, state: said.state === 'waiting' ? 'synced' : said.state };
}
