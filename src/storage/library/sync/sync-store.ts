import { SEALED } from '../../../core/sync/lanes.ts';
import type { Decision } from '../../../core/sync/report.ts';
import type { Incoming, LibrarySelf, Settled, SyncStore, TargetMemory } from '../../../sync/store.ts';
import type { RemoteRecord } from '../../../sync/target.ts';
import { begin as beginLibrary, inOne } from '../commands/once.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { libraryFault } from '../fault.ts';
import type { HeldRow, MarkRow, MemoryRow } from '../rows.ts';
import { readSelf } from '../self.ts';
import { asideOfMembers, putAside } from './aside.ts';
import { asideIn, heldOf, keyIn, marksOf, memoryOf, stateKey } from './keys.ts';
import { due, outgoing } from './outgoing.ts';
import type { Scope } from './scope.ts';
import { settle } from './settle.ts';
import { isReadable, type TakenIn, takeIn } from './take-in.ts';
import { waiting } from './waiting.ts';

/** The library as sync sees it (sync/store.ts): each method is one transaction. */

export interface SyncStoreOptions {
  /** Runs work on the open library, as `withLibrary` does. */
  readonly library: <T>(work: (db: LibraryDb) => Promise<T>) => Promise<T>;
  /** ms since 1970. */
  readonly now: () => number;
  readonly snapshot: (why: 'first-sync' | 'large-change') => Promise<void>;
  /** Of a place that holds one collection alone. */
  readonly scope?: Scope;
  /** Told which papers changed, once it is durable. */
  readonly written?: (keys: readonly string[]) => void;
}

/** Every method throws a LibraryFault where the library cannot be read or written; then nothing was written. */
export function syncStore({ library, now, snapshot, scope, written = () => undefined }: SyncStoreOptions): SyncStore {
  /** Of what is read alone. */
  const reading = <T>(tables: readonly TableName[], work: (db: LibraryDb) => Promise<T>): Promise<T> =>
    library(async (db) => {
      refuseNewer(db);
      try {
        const all = tables.map((name) => db[name]);
        return await db.transaction('r', all, async () => work(db));
      } catch (error) {
        throw libraryFault(error);
      }
    });
  const writing = <T>(tables: readonly TableName[], work: (db: LibraryDb) => Promise<T>): Promise<T> =>
    library((db) =>
      inOne(
        db,
        () => work(db),
        tables.map((name) => db[name]),
      ),
    );
  const remember = (target: string, more: Partial<MemoryRow>): Promise<void> =>
    writing(['memories'], async (db) => void (await db.memories.put({ ...(await memoryOf(db, target)), ...more })));

  const ground = async (db: LibraryDb, target: string) => ({
    db,
    scope,
    now: now(),
    self: (await readSelf(db)) ?? (await beginLibrary(db)),
    memory: await memoryOf(db, target),
  });
  const tell = <T extends Pick<TakenIn, 'keys'>>(done: T): T => {
    if (done.keys.length > 0) written(done.keys);
    return done;
  };

  /** A paper came into the collection by an edit: what the place said of it before is merged now. */
  const joinAside = async (target: string, of: Scope): Promise<void> => {
    const ready = await reading(['held', 'states'], (db) => asideOfMembers(db, target, of));
    if (ready.length === 0) return;
    const done = await writing(TAKING, async (db) =>
      takeIn(await ground(db, target), (await asideOfMembers(db, target, of)).map(recordOf), 'apply'),
    );
    tell(done);
  };

  return {
    async self(): Promise<LibrarySelf> {
      const read = (db: LibraryDb) => Promise.all([readSelf(db), db.device.get('frozen')]);
      let [self, frozen] = await reading(['device'], read);
      self ??= await writing(['device'], async (db) => (await readSelf(db)) ?? (await beginLibrary(db)));
      return { device: self.clock.device, papers: self.papers, frozen: frozen !== undefined };
    },

    newDevice: () =>
      writing(['device'], async (db) => {
        const self = (await readSelf(db)) ?? (await beginLibrary(db));
        const device = `d${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
        await db.device.put({ key: 'self', value: { ...self, clock: { ...self.clock, device } } });
      }),

    memory: (target) =>
      reading(['memories'], async (db): Promise<TargetMemory | undefined> => {
        const { target: _, ...memory } = (await db.memories.get(target)) ?? { target: undefined };
        return 'epoch' in memory ? memory : undefined;
      }),

    begin: (target, epoch) =>
      writing(['memories', 'marks', 'held'], async (db) => {
        const decision = (await db.memories.get(target))?.decision;
        await heldOf(db, asideIn(target)).delete();
        await marksOf(db, target).delete();
        const pushed = { states: 0, records: 0 };
        await db.memories.put({ target, epoch, pushed, unmarked: false, ...(decision && { decision }) });
      }),

    tokens: (target, names) =>
      reading(['marks'], async (db) => {
        const rows = await Promise.all([
          db.marks.bulkGet(names.map((name) => keyIn(target, name))),
          // Few at once, and one request each: a cursor over many keys is slower.
          ...names.map(({ kind, id }) => (kind === SEALED ? byWire(db, target, id) : undefined)),
        ]);
        const [named, ...sealed] = rows;
        return names.map((_, i) => (sealed[i] ?? named[i])?.token);
      }),

    states: (names) =>
      reading(['states'], async (db) => (await db.states.bulkGet(names.map(stateKey))).map((row) => row?.state)),

    async commit(target, incoming: Incoming) {
      const done = await writing(TAKING, async (db) => {
        const at = await ground(db, target);
        const good = await named(db, target, incoming.merge.filter(isReadable));
        const hold = incoming.hold.filter(isReadable);
        const refused = [...incoming.merge, ...incoming.hold].filter((record) => !isReadable(record)).length;
        const rest = await putAside(db, target, { merge: good, hold }, scope);
        const taken = await takeIn(at, rest, 'apply');
        const { cursor } = incoming;
        await db.memories.put({ ...at.memory, pushed: taken.pushed, ...(cursor === undefined ? {} : { cursor }) });
        return { ...taken, refused };
      });
      const { changed, refused } = tell(done);
      return { changed, refused };
    },

    held: (target, limit, after) =>
      reading(['held'], async (db) => {
        const rows = await heldOf(db, target, after).limit(limit).toArray();
        return rows.map(recordOf);
      }),

    decide: (target, decision: Decision) => remember(target, { decision }),

    async release(target, limit) {
      const done = await writing(TAKING, async (db) => {
        const at = await ground(db, target);
        const some = await heldOf(db, target).limit(limit).toArray();
        const taken = await takeIn(at, some.map(recordOf), at.memory.decision ?? 'apply');
        await db.held.bulkDelete(some.map((row) => keyIn(target, row)));
        const left = await heldOf(db, target).count();
        const { decision, ...rest } = at.memory;
        const kept = left === 0 || decision === undefined ? {} : { decision };
        await db.memories.put({ ...rest, ...kept, pushed: taken.pushed });
        return { ...taken, left };
      });
      const { changed, refused, left } = tell(done);
      return { changed, refused, left };
    },

    async due(target, lane, after, limit) {
      if (scope !== undefined) await joinAside(target, scope);
      return reading(['outbox', 'marks', 'states', 'device'], (db) => due(db, target, lane, after, limit, scope));
    },

    waiting: (target, limit, after) => reading(['marks'], (db) => waiting(db, target, limit, after)),

    outgoing: (target, names) =>
      reading(['states', 'outbox', 'marks'], async (db) =>
        (await outgoing(db, target, names, scope)).map(({ mark: _, ...record }) => record),
      ),

    settle: (target, settled: Settled) =>
      writing(['memories', 'marks', 'outbox', 'states'], (db) => settle(db, target, settled, scope)),

    marking: (target, next) => remember(target, { next }),
    marked: (target, mark) => remember(target, { mark, unmarked: false }),
    snapshot,
  };
}

type TableName =
  | 'states'
  | 'papers'
  | 'trash'
  | 'aliases'
  | 'prints'
  | 'history'
  | 'outbox'
  | 'device'
  | 'memories'
  | 'marks'
  | 'held';

/** What taking records in reads and writes: all but jobs, settings and the places themselves. */
const TAKING: readonly TableName[] = [
  'states',
  'papers',
  'trash',
  'aliases',
  'prints',
  'history',
  'outbox',
  'device',
  'memories',
  'marks',
  'held',
];

const recordOf = ({ target: _, state, ...row }: HeldRow): RemoteRecord => ({ ...row, state });

const byWire = (db: LibraryDb, target: string, wire: string): Promise<MarkRow | undefined> =>
  db.marks.where('[target+wire]').equals([target, wire]).first();

/** Records that only the target's own name is known of, by the names they have here; those that it has none for are nobody's. */
async function named(
  db: LibraryDb,
  target: string,
  records: readonly RemoteRecord[],
): Promise<readonly RemoteRecord[]> {
  const wires = records.flatMap(({ kind, id }) => (kind === SEALED ? [[target, id]] : []));
  if (wires.length === 0) return records;
  const marks = await db.marks.where('[target+wire]').anyOf(wires).toArray();
  const found = new Map(marks.map((mark) => [mark.wire, mark]));
  return records.flatMap((record) => {
    if (record.kind !== SEALED) return [record];
    const mark = found.get(record.id);
    return mark === undefined ? [] : [{ ...record, kind: mark.kind, id: mark.id }];
  });
}
