import { THING_KINDS } from '../../core/library/things.ts';
import type { SyncStore } from '../../sync/store.ts';
import type { Name, SyncTarget } from '../../sync/target.ts';
import type { Progress } from './progress.ts';

/** A target and a store of which others are told what they do. */

export function watchedTarget(target: SyncTarget, progress: Pick<Progress, 'at'>): SyncTarget {
  const { read } = target;
  return {
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
    finish: (next, signal) => target.finish(next, signal),
    ...(read === undefined ? {} : { read: (names, signal) => read.call(target, names, signal) }),
  };
}

/** @param wrote told after each transaction which papers may have changed; none of them where only collections, tags, … did */
export function watchedStore(
  store: SyncStore,
  progress: Pick<Progress, 'read' | 'sent'>,
  wrote: (keys: readonly string[]) => void,
): SyncStore {
  const tell = (names: readonly Name[]): void => {
    const papers = new Set(names.flatMap(({ kind, id }) => (OF_PAPER.includes(kind) ? [id] : [])));
    if (papers.size > 0 || names.some(({ kind }) => THING_KINDS.some((one) => one === kind))) wrote([...papers]);
  };
  return {
    ...store,
    async commit(target, incoming) {
      const done = await store.commit(target, incoming);
      progress.read(incoming.merge.length + incoming.hold.length);
      if (done.changed > 0) tell(incoming.merge);
      return done;
    },
    async release(target, limit) {
      const held = await store.held(target, limit);
      const done = await store.release(target, limit);
      if (done.changed > 0) tell(held);
      return done;
    },
    async settle(target, settled) {
      await store.settle(target, settled);
      progress.sent(settled.acked.length);
    },
  };
}

const OF_PAPER: readonly string[] = ['paper', 'bib', 'note'];
