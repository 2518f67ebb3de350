import { canon } from '../core/library/canon.ts';
import { AHEAD, type Clock, newClock, observe, stamper, stampFloor } from '../core/library/clock.ts';
import { keepMine } from '../core/library/keep-mine.ts';
import { isRecord, merge, sameState } from '../core/library/merge.ts';
import { newestBefore } from '../core/library/newest-before.ts';
import { type Overwritten, overwritten } from '../core/library/overwritten.ts';
import type { PaperState } from '../core/library/state.ts';
import { placeOf } from '../core/library/view.ts';
import { type Decision, laneOf, type SyncStore, type TargetMemory, type Why } from './store.ts';
import { type LocalRecord, type Name, type RemoteRecord, SEALED } from './target.ts';

/** A library in memory, exactly as `SyncStore` asks for; each method is atomic. For tests of the engine. */

interface Mark {
  /** The count of the change that the target holds. */
  readonly seq: number;
  readonly token?: string | undefined;
  readonly wire?: string | undefined;
  readonly why?: Why | undefined;
}

interface OfTarget {
  memory: TargetMemory;
  readonly marks: Map<string, Mark>;
  readonly held: Map<string, RemoteRecord>;
}

type State = Readonly<Record<string, unknown>>;

export class MemoryStore implements SyncStore {
  readonly library = new Map<string, { readonly name: Name; readonly state: State; readonly seq: number }>();
  readonly history: (Name & Overwritten)[] = [];
  readonly snapshots: string[] = [];
  clock: Clock;
  frozen = false;
  #seq = 0;
  #renamed = 0;
  #targets = new Map<string, OfTarget>();
  readonly #now: () => number;
  /** Called before and after each transaction; may throw: a worker that is killed there. */
  readonly #step: (where: string) => Promise<void>;

  constructor(device: string, now: () => number, step: (where: string) => Promise<void> = async () => undefined) {
    this.clock = newClock(device);
    this.#now = now;
    this.#step = step;
  }

  /** An edit of the person, with what it replaced in the history as the library's commands keep it. */
  edit(name: Name, change: (state: State | undefined, next: ReturnType<typeof stamper>['next']) => State): void {
    const old = this.library.get(keyOf(name))?.state;
    const source = stamper(this.clock, this.#now());
    const state = change(old, source.next);
    this.clock = source.clock();
    if (state !== old) this.#put(name, state);
  }

  state(name: Name): State | undefined {
    return this.library.get(keyOf(name))?.state;
  }

  get papers(): readonly string[] {
    return [...this.library.values()].flatMap(({ name, state }) =>
      name.kind === 'paper' && placeOf(state as PaperState) === 'library' ? [name.id] : [],
    );
  }

  /** One text for everything in it. */
  text(): string {
    return canon(Object.fromEntries([...this.library].map(([key, { state }]) => [key, state])));
  }

  /** A copy of the browser's profile, or a backup of it. */
  copy(now: () => number, step?: (where: string) => Promise<void>): MemoryStore {
    const copy = new MemoryStore(this.clock.device, now, step);
    for (const [key, row] of this.library) copy.library.set(key, row);
    copy.history.push(...this.history);
    copy.clock = this.clock;
    copy.#seq = this.#seq;
    copy.#targets = new Map(
      [...this.#targets].map(([id, { memory, marks, held }]) => [
        id,
        { memory, marks: new Map(marks), held: new Map(held) },
      ]),
    );
    return copy;
  }

  self = () => this.#do('self', () => ({ device: this.clock.device, papers: this.papers.length, frozen: this.frozen }));
  newDevice = () =>
    this.#do('newDevice', () => {
      this.#renamed += 1;
      this.clock = { ...this.clock, device: `${this.clock.device}x${this.#renamed}${Math.abs(this.#now() % 997)}` };
    });
  memory = (target: string) => this.#do('memory', () => this.#targets.get(target)?.memory);
  snapshot = (why: string) => this.#do('snapshot', () => void this.snapshots.push(why));

  begin = (target: string, epoch: string) =>
    this.#do('begin', () => {
      const old = this.#targets.get(target);
      const decision = old?.memory.decision;
      this.#targets.set(target, {
        memory: {
          epoch,
          pushed: { states: 0, records: 0 },
          unmarked: false,
          ...(decision === undefined ? {} : { decision }),
        },
        marks: new Map(),
        held: old?.held ?? new Map(),
      });
    });

  tokens = (target: string, names: readonly Name[]) =>
    this.#do('tokens', () => names.map((name) => this.#markOf(target, name)?.token));
  states = (names: readonly Name[]) => this.#do('states', () => names.map((name) => this.state(name)));

  commit: SyncStore['commit'] = (target, { merge: all, hold, cursor }) =>
    this.#do('commit', () => {
      const { held, marks } = this.#of(target);
      const come = all.flatMap((record) => {
        if (record.kind !== SEALED) return [record];
        const [key] = [...marks].find(([, { wire }]) => wire === record.id) ?? [];
        return key === undefined ? [] : [{ ...record, ...nameOf(key) }];
      });
      const aside = come.filter((record) => held.has(keyOf(record)));
      for (const record of [...hold, ...aside]) {
        const old = held.get(keyOf(record));
        const wire = record.wire ?? old?.wire;
        const state =
          old === undefined || record.state === undefined ? record.state : merge(record.kind, old.state, record.state);
        held.set(keyOf(record), {
          ...record,
          state: state ?? old?.state,
          ...(wire === undefined ? {} : { wire }),
        });
      }
      const done = this.#take(
        target,
        come.filter((record) => !aside.includes(record)),
        'apply',
      );
      if (cursor !== undefined) this.#remember(target, { cursor });
      return done;
    });

  held: SyncStore['held'] = (target, limit, after) =>
    this.#do('held', () => pageOf([...(this.#targets.get(target)?.held.values() ?? [])], limit, after));
  decide = (target: string, decision: Decision) => this.#do('decide', () => this.#remember(target, { decision }));

  release: SyncStore['release'] = (target, limit) =>
    this.#do('release', () => {
      const { held, memory } = this.#of(target);
      const some = pageOf([...held.values()], limit, undefined);
      const done = this.#take(target, some, memory.decision ?? 'apply');
      for (const record of some) held.delete(keyOf(record));
      if (held.size === 0) {
        const { decision: _, ...rest } = memory;
        this.#of(target).memory = rest;
      }
      return { ...done, left: held.size };
    });

  due: SyncStore['due'] = (target, lane, after, limit) =>
    this.#do('due', () => {
      const { marks } = this.#of(target);
      const rows = [...this.library.values()].filter(({ name, seq }) => seq > after && laneOf(name.kind) === lane);
      const page = rows.sort((a, b) => a.seq - b.seq).slice(0, limit);
      const open = page.filter(({ name, seq }) => {
        const mark = marks.get(keyOf(name));
        return mark === undefined || (mark.why === undefined && mark.seq < seq);
      });
      const records = open.map(({ name }) => this.#local(target, name)).filter((one) => one !== undefined);
      return { records, upTo: page.at(-1)?.seq ?? after, more: rows.length > page.length };
    });

  waiting: SyncStore['waiting'] = (target, limit, after) =>
    this.#do('waiting', () => {
      const rows = [...(this.#targets.get(target)?.marks ?? [])].flatMap(([key, { why }]) =>
        why === undefined ? [] : [{ ...nameOf(key), why }],
      );
      return pageOf(rows, limit, after);
    });
  outgoing: SyncStore['outgoing'] = (target, names) =>
    this.#do('outgoing', () => names.map((name) => this.#local(target, name)).filter((one) => one !== undefined));

  settle: SyncStore['settle'] = (target, { acked, waiting, upTo }) =>
    this.#do('settle', () => {
      const { marks, memory } = this.#of(target);
      for (const { seq, token, ...one } of acked) {
        marks.set(keyOf(one), { seq, token, wire: one.wire ?? marks.get(keyOf(one))?.wire });
      }
      // What changed while it was on its way is due again, also where its turn has passed.
      for (const one of acked) {
        const now = this.library.get(keyOf(one));
        const passed = now !== undefined && now.seq <= memory.pushed[laneOf(one.kind)];
        if (passed && now.seq > one.seq)
          marks.set(keyOf(one), { ...marks.get(keyOf(one)), seq: one.seq, why: 'behind' });
      }
      for (const { kind, id, why } of waiting) {
        const old = marks.get(keyOf({ kind, id }));
        marks.set(keyOf({ kind, id }), { seq: 0, token: old?.token, wire: old?.wire, why });
      }
      const pushed = upTo === undefined ? memory.pushed : { ...memory.pushed, [upTo.lane]: upTo.seq };
      this.#remember(target, { pushed, unmarked: memory.unmarked || acked.some(({ seq }) => seq > 0) });
    });

  marking = (target: string, next: string) => this.#do('marking', () => this.#remember(target, { next }));
  marked = (target: string, mark: string) =>
    this.#do('marked', () => this.#remember(target, { mark, unmarked: false }));

  #take(target: string, records: readonly RemoteRecord[], how: Decision) {
    const { marks, memory } = this.#of(target);
    let [changed, refused] = [0, 0];
    for (const record of records) {
      const { kind, id, state, token, pieces, besides } = record;
      const old = this.state({ kind, id });
      if (state !== undefined && !isRecord(state)) {
        refused += 1;
        continue;
      }
      const stamp = newestBefore(state, stampFloor(this.#now() + AHEAD + 1));
      if (stamp !== undefined) this.clock = observe(this.clock, stamp, this.#now());
      const joined = state === undefined ? old : this.#join(kind, old, state, how);
      if (joined === undefined) continue;
      if (old === undefined || !sameState(old, joined)) {
        for (const lost of overwritten(old, joined)) this.history.push({ kind, id, ...lost });
        this.#put({ kind, id }, joined);
        changed += 1;
      }
      const seq = this.library.get(keyOf(record))?.seq ?? 0;
      const wire = record.wire ?? marks.get(keyOf(record))?.wire;
      const mark = marks.get(keyOf(record));
      // An older state, of a target that holds this one too.
      if (besides === true && seq > 0 && mark?.seq === seq && mark.why === undefined) continue;
      if (pieces !== true && sameState(joined, state)) marks.set(keyOf(record), { seq, token, wire });
      else {
        const passed = seq <= memory.pushed[laneOf(kind)];
        marks.set(keyOf(record), { seq: 0, token, wire, ...(passed ? { why: 'behind' as const } : {}) });
      }
    }
    return { changed, refused };
  }

  #join(kind: string, old: State | undefined, state: State, how: Decision): State {
    if (old === undefined) return state;
    if (how === 'apply') return merge(kind, old, state);
    const source = stamper(this.clock, this.#now());
    const kept = keepMine(kind, old, state, source.next);
    this.clock = source.clock();
    return kept;
  }

  #put(name: Name, state: State): void {
    this.#seq += 1;
    this.library.set(keyOf(name), { name: { kind: name.kind, id: name.id }, state, seq: this.#seq });
  }

  #local(target: string, { kind, id }: Name): LocalRecord | undefined {
    const row = this.library.get(keyOf({ kind, id }));
    const token = this.#of(target).marks.get(keyOf({ kind, id }))?.token;
    return row && { kind, id, state: row.state, seq: row.seq, ...(token === undefined ? {} : { token }) };
  }

  #markOf(target: string, { kind, id }: Name): Mark | undefined {
    const { marks } = this.#of(target);
    return kind === SEALED ? [...marks.values()].find(({ wire }) => wire === id) : marks.get(keyOf({ kind, id }));
  }

  #of(target: string): OfTarget {
    const found = this.#targets.get(target);
    if (found === undefined) throw new Error(`no visit of ${target} was begun`);
    return found;
  }

  #remember(target: string, more: Partial<TargetMemory>): void {
    const of = this.#of(target);
    of.memory = { ...of.memory, ...more };
  }

  async #do<T>(where: string, transaction: () => T): Promise<T> {
    await this.#step(`before ${where}`);
    const result = transaction();
    await this.#step(`after ${where}`);
    return result;
  }
}

const keyOf = ({ kind, id }: Name): string => `${kind} ${id}`;
const nameOf = (key: string): Name => {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space), id: key.slice(space + 1) };
};

function pageOf<T extends Name>(rows: readonly T[], limit: number, after: Name | undefined): readonly T[] {
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return sorted.filter((row) => after === undefined || keyOf(row) > keyOf(after)).slice(0, limit);
}
