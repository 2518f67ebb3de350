import { canon } from '../../../core/library/canon.ts';
import type { Stamp } from '../../../core/library/clock.ts';
import type { StampOf } from '../../../core/library/draft.ts';
import type { Name } from '../../../core/sync/report.ts';
import type { SyncStore } from '../../../sync/store.ts';
import { begin, inOne } from '../commands/once.ts';
import { Session } from '../commands/session.ts';
import type { LibraryDb } from '../database.ts';
import { memory, openMemory } from '../library.testing.ts';
import { readSelf } from '../self.ts';
import { nameOf, stateKey } from './keys.ts';
import type { Scope } from './scope.ts';
import { syncStore } from './sync-store.ts';

/** A library over fake-indexeddb with its store, which a test edits and looks into. */

type State = Readonly<Record<string, unknown>>;

export interface Contents {
  readonly text: string;
  readonly states: ReadonlyMap<string, State>;
  readonly history: (Name & { readonly field: string; readonly value: unknown; readonly stamp: Stamp })[];
}

export interface DexieCopy extends SyncStore {
  readonly db: () => Promise<LibraryDb>;
  readonly snapshots: string[];
  readonly written: string[];
  commit: SyncStore['commit'];
  release: SyncStore['release'];
  edit(name: Name, change: (state: State | undefined, next: StampOf) => State): Promise<void>;
  state(name: Name): Promise<State | undefined>;
  contents(): Promise<Contents>;
}

const METHODS = [
  'self',
  'newDevice',
  'memory',
  'begin',
  'tokens',
  'states',
  'commit',
  'held',
  'decide',
  'release',
  'due',
  'waiting',
  'outgoing',
  'settle',
  'marking',
  'marked',
  'snapshot',
] as const satisfies readonly (keyof SyncStore)[];

export interface CopyOptions {
  readonly now: () => number;
  /** Called before and after each method; may throw. */
  readonly step?: (where: string) => Promise<void>;
  readonly scope?: Scope;
  readonly store?: ReturnType<typeof memory>;
}

export function dexieCopy(device: string, { now, step = async () => undefined, scope, store }: CopyOptions): DexieCopy {
  const opening = openMemory(store ?? memory()).then(async (db) => {
    if ((await readSelf(db)) !== undefined) return db;
    const self = await begin(db);
    await db.device.put({ key: 'self', value: { ...self, clock: { ...self.clock, device } } });
    return db;
  });
  const [snapshots, written]: [string[], string[]] = [[], []];
  const own = syncStore({
    library: async (work) => work(await opening),
    now,
    snapshot: async (why) => void snapshots.push(why),
    written: (keys) => written.push(...keys),
    ...(scope === undefined ? {} : { scope }),
  });
  const stepped = Object.fromEntries(
    METHODS.map((name) => [
      name,
      async (...given: unknown[]) => {
        await step(`before ${name}`);
        const result = await (own[name] as (...args: unknown[]) => Promise<unknown>)(...given); // called as it was asked
        await step(`after ${name}`);
        return result;
      },
    ]),
  ) as unknown as SyncStore; // each of its methods
  return {
    ...stepped,
    snapshots,
    written,
    db: () => opening,
    async edit(name, change) {
      const db = await opening;
      await inOne(db, async () => {
        const session = new Session(db, (await readSelf(db)) ?? (await begin(db)), now());
        const [kind, id] = stateKey(name);
        await session.load([[kind, id]]);
        session.put(kind, id, change(session.state(kind, id) as State | undefined, session.stamps.next)); // put by tests
        await session.flush();
      });
    },
    async state({ kind, id }) {
      const row = await (await opening).states.get(stateKey({ kind, id }));
      return row?.state as State | undefined; // as above
    },
    async contents() {
      const db = await opening;
      const [rows, history] = [await db.states.toArray(), await db.history.toArray()];
      const states = new Map(rows.map((row) => [nameOf(row), row.state as State])); // as above
      return {
        states,
        text: canon(Object.fromEntries(states)),
        history: history.map(({ kind, ref, field, value, stamp }) => ({
          kind,
          id: ref,
          field,
          value,
          stamp: stamp as Stamp,
        })), // written by merges
      };
    },
  };
}
