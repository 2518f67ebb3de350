import { observe } from '../../../core/library/clock.ts';
import { isRecord, merge, sameState } from '../../../core/library/merge.ts';
import type { PaperState } from '../../../core/library/state.ts';
import { isPurged, newest, placeOf } from '../../../core/library/view.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import type { StateRow } from '../rows.ts';
import { readSelf } from '../self.ts';
import { begin, inOne, type Moment } from './once.ts';
import { Session } from './session.ts';

/** States merged in one transaction: a killed worker loses at most one batch, and merging again changes nothing. */
const BATCH = 500;

/** States of one record deeper than this are not ours. */
const DEPTH = 32;

export interface MergedIn {
  /** Papers that are to be seen now and were not before. */
  readonly brought: number;
  /** Records that changed. */
  readonly changed: number;
  /** Records that were no states at all, and were left out. */
  readonly refused: number;
  readonly keys: readonly string[];
}

/**
 * Merges states from a snapshot or another copy into the library. Never takes anything away, except what a later deletion
 * says. Batches commit on their own; done twice, in any order, the result is the same.
 */
export async function mergeIn(
  db: LibraryDb,
  rows: readonly { readonly kind: string; readonly id: string; readonly state: unknown }[],
  { now }: Pick<Moment, 'now'>,
): Promise<MergedIn> {
  refuseNewer(db);
  const good = rows.filter(
    ({ id, kind, state }) => id !== '' && kind !== '' && isRecord(state) && depthOf(state) <= DEPTH,
  );
  let [brought, changed] = [0, 0];
  const keys = new Set<string>();
  for (let i = 0; i < good.length; i += BATCH) {
    // Kinds of newer versions are kept as they are.
    const done = await mergeBatch(db, good.slice(i, i + BATCH) as readonly StateRow[], now);
    brought += done.brought;
    changed += done.changed;
    for (const key of done.keys) keys.add(key);
  }
  return { brought, changed, refused: rows.length - good.length, keys: [...keys] };
}

function mergeBatch(db: LibraryDb, rows: readonly StateRow[], now: number) {
  return inOne(db, async () => {
    let self = (await readSelf(db)) ?? (await begin(db));
    for (const { state } of rows) {
      const stamp = newest(state);
      if (stamp !== undefined) self = { ...self, clock: observe(self.clock, stamp, now) };
    }
    const session = new Session(db, self, now);
    await session.load(rows.map(({ kind, id }) => [kind, id] as const));
    let [brought, changed] = [0, 0];
    const purged: string[] = [];
    for (const { kind, id, state } of rows) {
      const old = session.state(kind, id);
      const merged = old === undefined ? state : merge(kind, old, state);
      // States of this kind are what these read; they read defensively.
      if (kind === 'paper' && isPurged(merged as PaperState)) purged.push(id);
      if (old !== undefined && sameState(old, merged)) continue;
      session.put(kind, id, merged);
      changed += 1;
      if (kind !== 'paper') continue;
      const [was, is] = [old, merged].map((one) => placeOf(one as PaperState | undefined));
      if (was !== 'library' && is === 'library') brought += 1;
    }
    await removeRecords(session, purged);
    return { brought, changed, keys: (await session.flush()).keys };
  });
}

/** What was deleted here for good does not come back with an old copy. Records come before papers, so this is where it shows. */
async function removeRecords(session: Session, keys: readonly string[]): Promise<void> {
  const wanted = keys.flatMap((key) => [['bib', key] as const, ['note', key] as const]);
  await session.load(wanted);
  for (const [kind, key] of wanted) if (session.state(kind, key) !== undefined) session.remove(kind, key);
}

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return depth;
  return Object.values(value).reduce((most: number, item) => Math.max(most, depthOf(item, depth + 1)), depth);
}
