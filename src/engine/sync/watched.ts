import type { SyncStore } from '../../sync/store.ts';
import type { SyncTarget } from '../../sync/target.ts';
import type { Progress } from './progress.ts';

/** A target and a store of which others are told what they do. */

export const watchedTarget = (target: SyncTarget, progress: Pick<Progress, 'at'>): SyncTarget => ({
  ...target,
  open(visit, signal) {
    progress.at('opening');
    return target.open(visit, signal);
  },
  pull(cursor, known, signal) {
    progress.at('reading');
    return target.pull(cursor, known, signal);
  },
  push(batch, signal) {
    progress.at('sending');
    return target.push(batch, signal);
  },
});

/** @param wrote told after each transaction that changed the library */
export const watchedStore = (
  store: SyncStore,
  progress: Pick<Progress, 'read' | 'sent'>,
  wrote: () => void,
): SyncStore => ({
  ...store,
  async commit(target, incoming) {
    const done = await store.commit(target, incoming);
    progress.read(incoming.merge.length + incoming.hold.length);
    if (done.changed > 0) wrote();
    return done;
  },
  async release(target, limit) {
    const done = await store.release(target, limit);
    if (done.changed > 0) wrote();
    return done;
  },
  async settle(target, settled) {
    await store.settle(target, settled);
    progress.sent(settled.acked.length);
  },
});
