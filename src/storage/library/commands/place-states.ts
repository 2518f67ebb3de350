import { waitFor } from '../../../core/sync/next-time.ts';
import type { PlaceState } from '../../../core/sync/place.ts';
import type { SyncReport } from '../../../core/sync/report.ts';
import type { LibraryDb } from '../database.ts';

/** How it goes with a place. Of one that was taken away meanwhile nothing is written. */

/** Lines of the log that a place keeps. */
const LINES = 200;

export const noteRunning = (db: LibraryDb, id: string, running: PlaceState['running'] & object): Promise<void> =>
  change(db, id, (old) => ({ ...old, running }));

export interface Ended {
  /** ms since 1970. */
  readonly at: number;
  /** How long it took. */
  readonly ms: number;
  /** 0 to 1; see `waitFor`. */
  readonly chance: number;
}

/** The report of a sync that ended, its line in the log, and when the next one is due. */
export function keepReport(db: LibraryDb, id: string, report: SyncReport, { at, ms, chance }: Ended): Promise<void> {
  return db.transaction('rw', [db.targets, db.targetStates, db.syncLog], async () => {
    if ((await db.targets.get(id)) === undefined) return;
    await change(db, id, ({ running: _, nextAt: __, ...old }) => {
      const tries = report.state === 'failed' && report.fault !== 'cancelled' ? old.tries + 1 : 0;
      const wait = waitFor(report, tries, chance);
      return {
        ...old,
        report,
        reportAt: at,
        tries,
        ...(report.state === 'synced' ? { lastOk: at } : {}),
        ...(wait === undefined ? {} : { nextAt: at + wait }),
      };
    });
    const { state, pulled, changed, pushed, waitingCount, fault, detail, joined } = report;
    if (state === 'synced' && pulled + changed + pushed === 0 && joined === undefined) return; // nothing happened
    const told = { state, pulled, changed, pushed, waitingCount };
    const more = { ...(fault && { fault }), ...(detail === undefined ? {} : { detail }), ...(joined && { joined }) };
    await db.syncLog.add({ target: id, at, ms, report: { ...told, ...more } });
    const ids = await db.syncLog.where('target').equals(id).primaryKeys();
    if (ids.length > LINES) await db.syncLog.bulkDelete(ids.slice(0, -LINES));
  });
}

const change = (db: LibraryDb, id: string, next: (old: PlaceState) => PlaceState): Promise<void> =>
  db.transaction('rw', [db.targets, db.targetStates], async () => {
    if ((await db.targets.get(id)) === undefined) return;
    await db.targetStates.put(next((await db.targetStates.get(id)) ?? { id, tries: 0 }));
  });
