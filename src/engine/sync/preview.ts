import { merge } from '../../core/library/merge.ts';
import type { PaperState } from '../../core/library/state.ts';
import { placeOf } from '../../core/library/view.ts';
import type { SyncPreview } from '../../messaging/sync-calls.ts';
import type { Engine } from '../context.ts';
import { JobFailure } from '../library/jobs/job-failure.ts';
import { type Reach, type Requests, targetOf } from './reach.ts';

/** What a first sync would do to the papers that a person sees. Nothing is kept of what is read; in memory are the keys alone. */
export async function previewPlace(engine: Engine, reach: Reach, requests: Requests): Promise<SyncPreview> {
  const { library, now, sync } = engine;
  const target = await targetOf('preview', reach, requests, { ...sync, now });
  if (!target.ok) throw new JobFailure('failed', target.error);
  const signal = new AbortController().signal;
  const fresh = Array.from({ length: 32 }, () => Math.floor(sync.random() * 16).toString(16)).join('');
  const opened = await target.value.open({ device: 'preview', fresh }, signal);
  if (!opened.ok) throw new JobFailure('failed', opened.error);

  const here = await library((db) => db.papers.count());
  /** Keys of papers that are there, each with what it is there and would be then. */
  const there = new Map<string, Seen>();
  const unknown = async (names: readonly unknown[]) => names.map(() => undefined);
  for await (const batch of target.value.pull(undefined, unknown, signal)) {
    if (!batch.ok) throw new JobFailure('failed', batch.error);
    const papers = batch.value.records.filter(({ kind, state }) => kind === 'paper' && state !== undefined);
    const mine = await library((db) => db.states.bulkGet(papers.map(({ id }) => ['paper', id])));
    for (const [i, { id, state }] of papers.entries()) {
      const own = mine[i]?.state;
      const joined = own === undefined ? state : merge('paper', own, state);
      // States of kind paper; what reads them does so defensively.
      const [was, is, after] = [own, state, joined].map((one) => placeOf(one as PaperState | undefined) === 'library');
      there.set(id, { was: was === true, is: is === true, after: after === true });
    }
  }
  const seen = [...there.values()];
  const gain =
    seen.filter(({ was, after }) => after && !was).length - seen.filter(({ was, after }) => was && !after).length;
  return {
    here,
    there: seen.filter(({ is }) => is).length,
    both: seen.filter(({ was, is }) => was && is).length,
    after: here + gain,
  };
}

interface Seen {
  readonly was: boolean;
  readonly is: boolean;
  readonly after: boolean;
}
