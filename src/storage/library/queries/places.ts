import type { Place, PlaceState, SyncLogLine } from '../../../core/sync/place.ts';
import type { LibraryDb } from '../database.ts';
import { readSelf } from '../self.ts';

/** The places that the library syncs with, as pages show them. For live queries. */

export interface PlaceRow {
  readonly place: Place;
  /** Undefined before its first sync. */
  readonly state: PlaceState | undefined;
  /** Records that changed here and were not sent yet, about: what came from the place itself may be among them. */
  readonly due: number;
  /** Records whose turn has passed and that wait: refused, or to be sent again. */
  readonly waiting: number;
  /** Records that are kept aside until the person decides. */
  readonly held: number;
}

/** In the order in which they were added. */
export async function placeRows(db: LibraryDb): Promise<readonly PlaceRow[]> {
  const places = await db.targets.toArray();
  const rows = await Promise.all(places.map((place) => rowOf(db, place)));
  return rows.sort((a, b) => a.place.addedAt - b.place.addedAt);
}

export async function placeRow(db: LibraryDb, id: string): Promise<PlaceRow | undefined> {
  const place = await db.targets.get(id);
  return place === undefined ? undefined : rowOf(db, place);
}

async function rowOf(db: LibraryDb, place: Place): Promise<PlaceRow> {
  const { id } = place;
  const [state, memory, self] = await Promise.all([db.targetStates.get(id), db.memories.get(id), readSelf(db)]);
  const { states = 0, records = 0 } = memory?.pushed ?? {};
  // Counted by the index alone. Both lanes stand at the end where all was sent: then there is nothing to count.
  const from = Math.min(states, records);
  const [due, waiting, held] = await Promise.all([
    from >= (self?.seq ?? 0) ? 0 : db.outbox.where('seq').above(from).count(),
    db.marks.where('[target+why]').between([id, ''], [id, LAST]).count(),
    db.held.where('[target+kind+id]').between([id, '', ''], [id, LAST, LAST]).count(),
  ]);
  return { place, state, due, waiting, held };
}

const LAST = '\uffff';

/** Lines of the log of a place, newest first. */
export const placeLog = async (db: LibraryDb, id: string, limit = 200): Promise<readonly SyncLogLine[]> =>
  (await db.syncLog.where('target').equals(id).reverse().limit(limit).toArray()).sort((a, b) => b.id - a.id);
