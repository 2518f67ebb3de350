import type { Stamp } from '../../../core/library/clock.ts';
import type { PaperState } from '../../../core/library/state.ts';
import { reg } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';

const BATCH = 2_000;

/** When the status of each paper was set, for those whose status anybody set. */
export async function readTimes(db: LibraryDb): Promise<ReadonlyMap<string, Stamp>> {
  const times = new Map<string, Stamp>();
  for (let last = ''; ; ) {
    const rows = await db.states
      .where('[kind+id]')
      .between(['paper', last], ['paper', '\uffff'], false)
      .limit(BATCH)
      .toArray();
    for (const { id, state } of rows) {
      const status = reg(state as PaperState, 'status'); // rows of this kind hold papers; read defensively
      if (status !== undefined) times.set(id, status[1]);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < BATCH) return times;
    last = end.id;
  }
}
