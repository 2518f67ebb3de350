import fc from 'fast-check';
import { Draft, type StampOf } from '../core/library/draft.ts';
import { isReg } from '../core/library/merge.ts';
import { writeNote } from '../core/library/notes.ts';
import { type NoteState, newNoteState } from '../core/library/state.ts';
import { newest, reg } from '../core/library/view.ts';
import { MemoryStore } from './memory-store.testing.ts';
import type { SyncStore } from './store.ts';
import { type SyncReport, syncOnce } from './sync-once.ts';
import type { Name, SyncTarget } from './target.ts';

/** Plays random schedules of several copies of a library that sync with one target, with wrong clocks, cut requests and killed workers. */

const HOUR = 3_600_000;
const START = 1_764_000_000_000;
/** Wall clocks against true time: ten minutes ahead, three hours behind, the year 2099, 1970. */
const SKEWS = [0, 0, 10 * 60_000, -3 * HOUR, 4_070_908_800_000 - START, -START] as const;

export interface Step {
  readonly do: 'edit' | 'sync' | 'together' | 'clock' | 'accident';
  readonly who: number;
  readonly pick: number;
}

export interface Schedule {
  readonly copies: number;
  readonly seed: number;
  readonly steps: readonly Step[];
}

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  copies: fc.integer({ min: 3, max: 5 }),
  seed: fc.nat(2 ** 31),
  steps: fc.array(
    fc.record({
      do: fc.constantFrom('edit', 'edit', 'edit', 'edit', 'sync', 'sync', 'together', 'clock', 'accident'),
      who: fc.nat(4),
      pick: fc.nat(9999),
    }) as fc.Arbitrary<Step>, // `do` is one of the names above
    { maxLength: 40 },
  ),
});

/** One register or text that a person set: the operation log. */
export interface Op {
  readonly name: Name;
  readonly field: string;
  readonly value: unknown;
  readonly stamp: string;
  /** Stamps of what the person saw there and replaced. */
  readonly saw: readonly string[];
}

/** A worker that was killed; nothing after it runs. */
export class Killed extends Error {}

/** A library that a person edits while it is synced. */
export interface Edited extends SyncStore {
  edit(name: Name, change: (state: State | undefined, next: StampOf) => State): void | Promise<void>;
}

type State = Readonly<Record<string, unknown>>;

/** Makes an empty library. @param step called before and after each of its transactions; may throw: a worker that is killed there */
export type MakeLibrary<S extends Edited> = (device: string, now: () => number, step: () => Promise<void>) => S;

export interface Replica<S extends Edited = MemoryStore> {
  readonly store: S;
  readonly target: SyncTarget;
  skew: number;
}

export interface World {
  /** A new connection to the target for a replica. */
  readonly connect: (fails: () => Promise<boolean>, chance: () => number) => SyncTarget;
  /** What befalls the target itself. */
  readonly accident: (pick: number, chance: () => number) => void;
  /** From now on it behaves. */
  readonly heal: () => void;
}

export interface Played<S extends Edited = MemoryStore> {
  readonly replicas: readonly Replica<S>[];
  readonly ops: readonly Op[];
  /** The last reports, after everything was calm. */
  readonly reports: readonly SyncReport[];
}

/** Of a schedule: numbers from 0 to 1 (mulberry32). */
export function chanceOf(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const play = (schedule: Schedule, world: World): Promise<Played> =>
  playWith(schedule, world, (device, now, step) => new MemoryStore(device, now, step));

export async function playWith<S extends Edited>(
  schedule: Schedule,
  world: World,
  make: MakeLibrary<S>,
): Promise<Played<S>> {
  const chance = chanceOf(schedule.seed);
  const ops: Op[] = [];
  let [time, calm, edits] = [START, false, 0];

  const replicas: Replica<S>[] = Array.from({ length: schedule.copies }, (_, i) => {
    const now = (): number => time + replica.skew;
    const step = async (): Promise<void> => {
      await null; // others may go on here
      if (calm) return;
      if (chance() < 0.004) throw new Killed();
      if (chance() < 0.02) await edit(replica, Math.floor(chance() * 9999));
    };
    const fails = async (): Promise<boolean> => {
      await step();
      return !calm && chance() < 0.06;
    };
    const store = make(`d${i}`, now, step);
    const replica: Replica<S> = { store, skew: SKEWS[i % SKEWS.length] ?? 0, target: world.connect(fails, chance) };
    return replica;
  });
  const edit = async (replica: Replica<S>, pick: number): Promise<void> => {
    time += pick % 3; // several edits fall into one millisecond
    edits += 1;
    ops.push(await act(replica.store, pick, edits));
  };
  const sync = async (replica: Replica<S>): Promise<SyncReport | undefined> => {
    const timer = { now: () => time + replica.skew, sleep: async () => undefined, random: chance };
    try {
      return await syncOnce(replica.target, replica.store, timer, { signal: new AbortController().signal, batch: 3 });
    } catch (error) {
      if (error instanceof Killed) return undefined;
      throw error;
    }
  };

  for (const { do: what, who, pick } of schedule.steps) {
    const replica = replicas[who % replicas.length];
    if (replica === undefined) continue;
    time += pick;
    if (what === 'edit') await edit(replica, pick);
    else if (what === 'sync') await sync(replica);
    else if (what === 'together') await Promise.all(replicas.map(sync));
    else if (what === 'clock') replica.skew = SKEWS[pick % SKEWS.length] ?? 0;
    else world.accident(pick, chance);
  }
  calm = true;
  world.heal();
  let reports: (SyncReport | undefined)[] = [];
  for (let round = 0; round < 4; round++) {
    reports = [];
    for (const replica of replicas) reports.push(await sync(replica));
  }
  // Whoever comes new must find everything at the target, though the others were never there again.
  const now = (): number => time;
  const store = make('new', now, async () => undefined);
  const fresh: Replica<S> = { store, skew: 0, target: world.connect(async () => false, chance) };
  reports.push(await sync(fresh));
  return { replicas: [...replicas, fresh], ops, reports: reports.filter((one) => one !== undefined) };
}

const NOTE = 'note';

/** One edit of a person. Values are never the same twice, but for tags and deletions. */
function act(store: Edited, pick: number, n: number): Promise<Op> {
  const id = `p${pick % 3}`;
  const value = `op${n}`;
  const kinds = ['paper', 'paper', 'paper', 'bib', NOTE, 'collection', 'x-newer'] as const;
  const kind = kinds[pick % 7] ?? 'paper';
  if (kind === NOTE) return write(store, id, value);
  const which = Math.floor(pick / 7) % 6;
  if (kind !== 'paper' || which < 2) return set(store, { kind, id }, 'f', `name${which % 2}`, value);
  if (which === 2) return set(store, { kind, id }, 'f', 'deleted', 1);
  if (which === 3) return set(store, { kind, id }, 'f', 'deleted', 0);
  return set(store, { kind, id }, 't', `tag${pick % 2}`, which === 4 ? 1 : 0);
}

async function set(store: Edited, name: Name, part: 'f' | 't', field: string, value: unknown): Promise<Op> {
  let op: Op | undefined;
  await store.edit(name, (old, next) => {
    const draft = new Draft(old ?? { v: 1, f: {}, t: {}, newer: { part: { deep: [name.id, 1] } } }, next);
    // A deletion is later than all it saw, as `unsave` makes it.
    draft.set(
      part,
      field,
      value,
      field === 'deleted' ? newest(draft.state) : reg({ f: draft.state['f'] }, 'deleted')?.[1],
    );
    const { before, stamp } = draft.edits[0] ?? {};
    op = { name, field: `${part}.${field}`, value, stamp: stamp ?? '', saw: before === undefined ? [] : [before[1]] };
    return draft.state;
  });
  if (op === undefined) throw new Error('an edit is always made');
  return op;
}

async function write(store: Edited, id: string, text: string): Promise<Op> {
  const name = { kind: NOTE, id };
  let op: Op | undefined;
  await store.edit(name, (old, next) => {
    const note = (old as NoteState | undefined) ?? newNoteState(id); // only `write` makes notes
    const written = writeNote(note, text, next);
    const saw = note.sib.map(([, stamp]) => stamp);
    op = { name, field: 'text', value: text, stamp: written.sib[0]?.[1] ?? '', saw };
    return { ...written };
  });
  if (op === undefined) throw new Error('a text is always written');
  return op;
}

/** What is looked at in the end. */
interface Ended {
  readonly replicas: readonly { readonly store: Pick<MemoryStore, 'history' | 'state'> }[];
  readonly ops: readonly Op[];
}

/**
 * Operations that are lost: neither to be seen, nor in anybody's history, nor replaced by somebody who saw them. Looks at values alone and
 * knows nothing of merging.
 */
export function lost({ replicas, ops }: Ended): readonly Op[] {
  const keyed = (name: Name, field: string, stamp: string): string => `${name.kind} ${name.id} ${field} ${stamp}`;
  const history = replicas.flatMap(({ store }) => store.history);
  const kept = new Set(history.map((row) => keyed(row, row.field, row.stamp)));
  for (const op of ops) for (const stamp of op.saw) kept.add(keyed(op.name, op.field, stamp));
  const isKept = (op: Op): boolean => kept.has(keyed(op.name, op.field, op.stamp)) || isSeen(replicas[0]?.store, op);
  // The same value set twice: the later one stands for both.
  const stands = (op: Op): boolean =>
    isKept(op) ||
    ops.some(
      (other) =>
        keyed(other.name, other.field, '') === keyed(op.name, op.field, '') &&
        other.value === op.value &&
        other.stamp > op.stamp &&
        isKept(other),
    );
  return ops.filter((op) => !stands(op));
}

function isSeen(store: Pick<MemoryStore, 'state'> | undefined, { name, field, value }: Op): boolean {
  const state = store?.state(name);
  if (state === undefined) return false;
  if (field === 'text') return (state as unknown as NoteState).sib.some(([text]) => text === value); // of kind note
  const [part = '', key = ''] = field.split('.');
  const register = (state[part] as Readonly<Record<string, unknown>> | undefined)?.[key]; // parts are records
  return isReg(register) && register[0] === value;
}
