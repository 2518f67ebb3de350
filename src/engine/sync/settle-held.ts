import type { Decision, SyncReport } from '../../core/sync/report.ts';
import type { SyncStore } from '../../sync/store.ts';
import { NOTHING } from './reports.ts';

const BATCH = 500;

/** Carries out the decision on what a bundle file brought and was held back: the file itself is not needed any more. */
export async function settleHeld(store: SyncStore, id: string, decision: Decision | undefined): Promise<SyncReport> {
  let [changed, unreadable] = [0, 0];
  if (decision !== undefined && (await store.held(id, 1)).length > 0) {
    await store.snapshot('large-change');
    await store.decide(id, decision);
    for (let left = 1; left > 0; ) {
      const done = await store.release(id, BATCH);
      changed += done.changed;
      unreadable += done.refused;
      left = done.left;
    }
  }
  return { ...NOTHING, state: 'synced', changed, unreadable };
}
