import type { Place, PlaceState } from '../../../core/sync/place.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { asideIn } from '../sync/keys.ts';

/** The places that the library syncs with. They are part of no export, backup or snapshot, and are never synced. */

/** What tells whether a place is due. */
export interface PlaceNow {
  readonly place: Place;
  readonly state: PlaceState | undefined;
  /** Something changed here since the place was last sent to its end. */
  readonly news: boolean;
}

export const readPlaces = (db: LibraryDb): Promise<readonly PlaceNow[]> =>
  db.transaction('r', [db.targets, db.targetStates, db.memories, db.outbox], async () => {
    const places = await db.targets.toArray();
    const ids = places.map(({ id }) => id);
    const [states, memories, last] = await Promise.all([
      db.targetStates.bulkGet(ids),
      db.memories.bulkGet(ids),
      db.outbox.orderBy('seq').last(),
    ]);
    return places.map((place, i) => {
      const { states: papers = 0, records = 0 } = memories[i]?.pushed ?? {};
      return { place, state: states[i], news: (last?.seq ?? 0) > Math.max(papers, records) };
    });
  });

/** Once: a place that is there already stays as it is. */
export async function addPlace(db: LibraryDb, place: Place): Promise<void> {
  refuseNewer(db);
  await db.transaction('rw', db.targets, async () => {
    if ((await db.targets.get(place.id)) === undefined) await db.targets.add(place);
  });
}

export async function changePlace(
  db: LibraryDb,
  id: string,
  more: Partial<Pick<Place, 'name' | 'login' | 'paused'>>,
): Promise<void> {
  refuseNewer(db);
  await db.targets.update(id, more);
}

/** Marks that go in one transaction. */
const MANY = 5_000;

/** Forgets the place and all that is remembered of it. The place itself goes first: nothing is written of it any more. */
export async function removePlace(db: LibraryDb, id: string): Promise<void> {
  refuseNewer(db);
  await db.transaction('rw', [db.targets, db.targetStates, db.memories, db.syncLog], async () => {
    await Promise.all([db.targets.delete(id), db.targetStates.delete(id), db.memories.delete(id)]);
    await db.syncLog.where('target').equals(id).delete();
  });
  for (const [table, target] of [
    [db.marks, id],
    [db.held, id],
    [db.held, asideIn(id)],
  ] as const) {
    const [of, end] = [
      [target, '', ''],
      [target, '\uffff', '\uffff'],
    ];
    const some = (): Promise<number> => table.where('[target+kind+id]').between(of, end).limit(MANY).delete();
    while ((await some()) > 0);
  }
}
