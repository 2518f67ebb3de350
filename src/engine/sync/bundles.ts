import { localDay } from '../../core/calendar-day.ts';
import type { PaperState } from '../../core/library/state.ts';
import { placeOf } from '../../core/library/view.ts';
import type { Place, PlaceSecrets } from '../../core/sync/place.ts';
import { keepReport } from '../../storage/library/commands/place-states.ts';
import { writeBundle } from '../../sync/blob/bundle.ts';
import { LANES, type SyncStore } from '../../sync/store.ts';
import type { LocalRecord } from '../../sync/target.ts';
import type { Engine } from '../context.ts';
import { JobFailure } from '../library/jobs/job-failure.ts';
import { NOTHING } from './reports.ts';
import { sealingOf, sha256 } from './sealing.ts';
import { storeOf } from './store-of.ts';

/** Bundle files: a place that is carried by hand. */

/** Records of a part of the file: some MB at most are in memory. */
const BATCH = 2_000;

/** @throws JobFailure `too-large` for a record that no reader would take */
export async function bundleFile(
  engine: Engine,
  place: Place,
  secrets: PlaceSecrets,
): Promise<{ readonly staged: string; readonly name: string; readonly papers: number }> {
  const begun = engine.now();
  const store = storeOf(engine, place);
  const sealing = sealingOf(place, secrets);
  if (!sealing.ok) throw new JobFailure('failed', sealing.error);
  let [papers, written] = [0, 0];
  const counted = async function* (): AsyncGenerator<readonly LocalRecord[]> {
    for await (const records of everything(store, `${place.id}-file`)) {
      written += records.length;
      // States of kind paper; what reads them does so defensively.
      papers += records.filter(
        ({ kind, state }) => kind === 'paper' && placeOf(state as PaperState) === 'library',
      ).length;
      yield records;
    }
  };
  const pieces: Blob[] = []; // large blobs are on the disk
  for await (const piece of writeBundle(counted(), { sealing: sealing.value.files, sha256 })) {
    if (!piece.ok) throw new JobFailure(piece.error === 'too-large' ? 'too-large' : 'failed', piece.error);
    pieces.push(new Blob([piece.value as Uint8Array<ArrayBuffer>])); // a buffer of our own, not a shared one
  }
  const staged = `bundle-${place.id}`.slice(0, 80);
  await engine.files.write(staged, new Blob(pieces));
  const at = engine.now();
  const report = { ...NOTHING, state: 'synced', pushed: written } as const;
  await engine.library((db) => keepReport(db, place.id, report, { at, ms: at - begun, chance: engine.sync.random() }));
  return { staged, name: `scholion-${localDay(new Date(at))}.scholion`, papers };
}

/** All that the place gets: nothing is known of a file that is not written yet. */
async function* everything(store: SyncStore, target: string): AsyncGenerator<readonly LocalRecord[]> {
  for (const lane of LANES) {
    for (let after = 0, more = true; more; ) {
      const page = await store.due(target, lane, after, BATCH);
      if (page.records.length > 0) yield page.records;
      after = page.upTo;
      more = page.more;
    }
  }
}
