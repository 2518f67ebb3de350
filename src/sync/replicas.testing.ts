import fc from 'fast-check';
import { Draft } from '../core/library/draft.ts';
import { isReg } from '../core/library/merge.ts';
import { writeNote } from '../core/library/notes.ts';
import { type NoteState, newNoteState } from '../core/library/state.ts';
import { newest, reg } from '../core/library/view.ts';
import { MemoryStore } from './memory-store.testing.ts';
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

export interface Replica {
  readonly store: MemoryStore;
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

export interface Played {
  readonly replicas: readonly Replica[];
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

export async function play(schedule: Schedule, world: World): Promise<Played> {
  const chance = chanceOf(schedule.seed);
  const ops: Op[] = [];
  let [time, calm] = [START, false];

  const replicas: Replica[] = Array.from({ length: schedule.copies }, (_, i) => {
    const now = (): number => time + replica.skew;
    const step = async (): Promise<void> => {
      await null; // others may go on here
      if (calm) return;
      if (chance() < 0.004) throw new Killed();
      if (chance() < 0.02) edit(replica, Math.floor(chance() * 9999));
    };
    const fails = async (): Promise<boolean> => {
      await step();
      return !calm && chance() < 0.06;
    };
    const store = new MemoryStore(`d${i}`, now, step);
    const replica: Replica = { store, skew: SKEWS[i % SKEWS.length] ?? 0, target: world.connect(fails, chance) };
    return replica;
  });
  const edit = (replica: Replica, pick: number): void => {
    time += pick % 3; // several edits fall into one millisecond
    ops.push(...act(replica.store, pick, ops.length));
  };
  const sync = async (replica: Replica): Promise<SyncReport | undefined> => {
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
    if (what === 'edit') edit(replica, pick);
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
  const store = new MemoryStore('new', now);
  const fresh: Replica = { store, skew: 0, target: world.connect(async () => false, chance) };
  reports.push(await sync(fresh));
  return { replicas: [...replicas, fresh], ops, reports: reports.filter((one) => one !== undefined) };
}

const NOTE = 'note';

/** One edit of a person. Values are never the same twice, but for tags and deletions. */
function act(store: MemoryStore, pick: number, n: number): readonly Op[] {
  const id = `p${pick % 3}`;
  const value = `op${n}`;
  const kinds = ['paper', 'paper', 'paper', 'bib', NOTE, 'collection', 'x-newer'] as const;
  const kind = kinds[pick % 7] ?? 'paper';
  if (kind === NOTE) return write(store, id, value);
  const which = Math.floor(pick / 7) % 6;
  if (kind !== 'paper' || which < 2) return [set(store, { kind, id }, 'f', `name${which % 2}`, value)];
  if (which === 2) return [set(store, { kind, id }, 'f', 'deleted', 1)];
  if (which === 3) return [set(store, { kind, id }, 'f', 'deleted', 0)];
  return [set(store, { kind, id }, 't', `tag${pick % 2}`, which === 4 ? 1 : 0)];
}

function set(store: MemoryStore, name: Name, part: 'f' | 't', field: string, value: unknown): Op {
  let op: Op | undefined;
  store.edit(name, (old, next) => {
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

function write(store: MemoryStore, id: string, text: string): readonly Op[] {
  const name = { kind: NOTE, id };
  let saw: readonly string[] = [];
  store.edit(name, (old, next) => {
    const note = (old as NoteState | undefined) ?? newNoteState(id); // only `write` makes notes
    saw = note.sib.map(([, stamp]) => stamp);
    return { ...writeNote(note, text, next) };
  });
  const sib = (store.state(name) as NoteState | undefined)?.sib; // as above
  return [{ name, field: 'text', value: text, stamp: sib?.[0]?.[1] ?? '', saw }];
}

/**
 * Operations that are lost: neither to be seen, nor in anybody's history, nor replaced by somebody who saw them. Looks at values alone and
 * knows nothing of merging.
 */
export function lost({ replicas, ops }: Played): readonly Op[] {
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

function isSeen(store: MemoryStore | undefined, { name, field, value }: Op): boolean {
  const state = store?.state(name);
  if (state === undefined) return false;
  if (field === 'text') return (state as unknown as NoteState).sib.some(([text]) => text === value); // of kind note
  const [part = '', key = ''] = field.split('.');
  const register = (state[part] as Readonly<Record<string, unknown>> | undefined)?.[key]; // parts are records
  return isReg(register) && register[0] === value;
}
