import type { Engine } from './context.ts';
import { type Hints, makeHints } from './hints/hints.ts';
import { makeQueue } from './jobs/queue.ts';
import type { Queue } from './jobs/runner.ts';
import { libraryQueue } from './library/jobs/queue.ts';
import { type LibraryLists, listsOf } from './library/lists-of.ts';
import { makeSearch, type Search } from './search/search.ts';
import { makeSyncs, type Syncs } from './sync/syncs.ts';

/** The parts of the engine, put together over one store. */
export interface RunningEngine {
  readonly engine: Engine;
  /** Jobs on what digests told. */
  readonly queue: Queue;
  /** Jobs on the library. */
  readonly libraryJobs: Queue;
  readonly hints: Hints;
  readonly search: Search;
  readonly lists: LibraryLists;
  readonly syncs: Syncs;
}

/** @param onBusy told when jobs begin and end */
export function makeEngine(engine: Engine, onBusy: (busy: boolean) => void): RunningEngine {
  let busy = 0;
  const count = (begins: boolean): void => {
    busy += begins ? 1 : -1;
    onBusy(busy > 0);
  };
  const libraryJobs = libraryQueue(engine, count);
  return {
    engine,
    queue: makeQueue(engine, count),
    libraryJobs,
    hints: makeHints(engine),
    search: makeSearch(engine),
    lists: listsOf(engine, () => libraryJobs.busy),
    syncs: makeSyncs(engine, count),
  };
}
