import { AHEAD, observe, stampFloor } from '../../../core/library/clock.ts';
import { keepMine } from '../../../core/library/keep-mine.ts';
import { isRecord, merge, sameState } from '../../../core/library/merge.ts';
import { newestBefore } from '../../../core/library/newest-before.ts';
import { overwritten } from '../../../core/library/overwritten.ts';
import type { PaperState } from '../../../core/library/state.ts';
import { isPurged, reg } from '../../../core/library/view.ts';
import { LANES, type Lane, laneOf } from '../../../core/sync/lanes.ts';
import type { Decision } from '../../../core/sync/report.ts';
import type { Committed } from '../../../sync/store.ts';
import type { RemoteRecord } from '../../../sync/target.ts';
import { Session } from '../commands/session.ts';
import type { LibraryDb } from '../database.ts';
import type { HeldRow, MarkRow, MemoryRow, OutboxRow } from '../rows.ts';
import type { Self } from '../self.ts';
import { Filter } from './filter.ts';
import { keyIn, nameOf, stateKey } from './keys.ts';
import { printOf, project, type Scope, wasThere } from './scope.ts';

/** Takes records of a target into the library. Inside a transaction. */

export interface Ground {
  readonly db: LibraryDb;
  readonly self: Self;
  readonly memory: MemoryRow;
  /** ms since 1970. */
  readonly now: number;
  readonly scope: Scope | undefined;
}

export interface TakenIn extends Committed {
  /** Where the lanes stand after it. */
  readonly pushed: MemoryRow['pushed'];
  /** Papers that changed. */
  readonly keys: readonly string[];
  readonly self: Self;
}

type State = Readonly<Record<string, unknown>>;

/** A state, or that one was taken away there. States of one record deeper than this are not ours. */
const DEPTH = 32;
export const isReadable = ({ kind, id, state }: RemoteRecord): boolean =>
  kind !== '' && id !== '' && (state === undefined || (isRecord(state) && isFlat(state, DEPTH)));

const isFlat = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((one) => isFlat(one, depth - 1)));

/** What is to be noted of a record once its count is known. */
interface Taken {
  readonly record: RemoteRecord;
  /** What is here now is what is there. */
  readonly held: boolean;
  readonly print?: number;
}

/** @param records that are readable */
export async function takeIn(ground: Ground, records: readonly RemoteRecord[], how: Decision): Promise<TakenIn> {
  const { db, memory, now, scope } = ground;
  const session = new Session(db, { ...ground.self, clock: clockAfter(ground, records) }, now);
  await session.load(records.map(stateKey));
  const old = await db.marks.bulkGet(records.map((record) => keyIn(memory.target, record)));
  const marks = new Map(records.map((record, i) => [nameOf(record), old[i]]));
  const filter = scope === undefined ? undefined : await Filter.of(ground, scope, session, records);
  const taken: Taken[] = [];
  const notes: MarkRow[] = [];
  const aside = new Map<string, HeldRow>();
  for (const record of filter?.inOrder(records) ?? records) {
    const mark = marks.get(nameOf(record));
    const passed = filter?.pass(record, mark) ?? { state: record.state as State | undefined }; // readable
    if ('note' in passed) {
      notes.push({ ...passed.note, ...wireOf(record, mark) });
      if (passed.aside !== undefined) aside.set(nameOf(passed.aside), passed.aside);
      continue;
    }
    const done = put(session, record, passed.state, how);
    if (done === undefined) continue;
    // The place is found to know a paper that it was not to be told of: so its record is due, for which the paper must be.
    const news = scope !== undefined && record.kind === 'paper' && !wasThere(mark);
    if (news && session.stored('paper', record.id) === done) session.put('paper', record.id, done);
    const mine = scope === undefined ? done : project(scope, record.kind, record.id, done);
    const held = record.pieces !== true && passed.state !== undefined && same(mine, passed.state);
    const print = scope === undefined || passed.state === undefined ? {} : { print: printOf(passed.state) };
    taken.push({ record, held, ...print });
  }
  await sendAgain(session, records);
  const before = ground.self.seq;
  const { self, outbox, keys } = await session.flush();
  const seqs = await countsOf(db, taken, outbox);
  const rows = taken.map(({ record, held, ...print }): MarkRow => {
    const { kind, id, token } = record;
    const seq = seqs.get(nameOf(record)) ?? 0;
    const mark = marks.get(nameOf(record));
    // An older state, of a place that holds this one too.
    if (record.besides === true && seq > 0 && mark?.seq === seq && mark.why === undefined) return mark;
    const behind = !held && seq > 0 && seq <= memory.pushed[laneOf(kind)];
    const more = token === undefined ? {} : { token };
    const why = behind ? { why: 'behind' as const } : {};
    return {
      target: memory.target,
      kind,
      id,
      seq: held ? seq : 0,
      ...more,
      ...why,
      ...print,
      ...wireOf(record, mark),
    };
  });
  const last = new Map([...notes, ...rows].map((row) => [nameOf(row), row]));
  if (aside.size > 0) await db.held.bulkPut([...aside.values()]);
  if (filter !== undefined && filter.taken.length > 0) await db.held.bulkDelete(filter.taken);
  if (last.size > 0) await db.marks.bulkPut([...last.values()]);
  const there = new Set(rows.flatMap((row) => (row.seq > 0 ? [`${nameOf(row)} ${row.seq}`] : [])));
  const pushed = scope === undefined ? moveOn(memory, before, self.seq, outbox, there) : memory.pushed;
  const names = new Set(taken.map(({ record }) => nameOf(record)));
  return { changed: outbox.filter((row) => names.has(nameOf(row))).length, refused: 0, pushed, keys, self };
}

/** The clock follows every stamp that is not far ahead, wherever it stands in a state. */
function clockAfter({ self, now }: Ground, records: readonly RemoteRecord[]) {
  const limit = stampFloor(now + AHEAD + 1);
  let { clock } = self;
  for (const { state } of records) {
    const stamp = newestBefore(state, limit);
    if (stamp !== undefined) clock = observe(clock, stamp, now);
  }
  return clock;
}

/** @returns the state as it is here then; undefined where there is none */
function put(session: Session, record: RemoteRecord, state: State | undefined, how: Decision): State | undefined {
  const [kind, id] = stateKey(record);
  const old = session.state(kind, id) as State | undefined; // put by commands, or readable when it came
  if (state === undefined) return old;
  const joined = old === undefined ? state : join(session, record.kind, old, state, how);
  if (old !== undefined && same(old, joined)) return old;
  session.rememberLost(kind, id, overwritten(old, joined));
  session.put(kind, id, joined);
  return joined;
}

const join = (session: Session, kind: string, old: State, state: State, how: Decision): State =>
  how === 'apply' ? merge(kind, old, state) : keepMine(kind, old, state, session.stamps.next);

const same = (a: unknown, b: unknown): boolean => a === b || sameState(a, b);

const wireOf = ({ wire }: RemoteRecord, mark: MarkRow | undefined): Pick<MarkRow, 'wire'> => {
  const known = wire ?? mark?.wire;
  return known === undefined ? {} : { wire: known };
};

/**
 * A paper that was deleted for good elsewhere and lives all the same: an edit came after. Whoever deleted it has no record and no note
 * of it any more, so those that are here are sent once more.
 */
async function sendAgain(session: Session, records: readonly RemoteRecord[]): Promise<void> {
  const revived = records.flatMap(({ kind, id }) => {
    const paper = kind === 'paper' ? session.paper(id) : undefined;
    if (paper === undefined || isPurged(paper)) return [];
    const purged = reg(paper, 'purged');
    const before = session.stored('paper', id) as PaperState | undefined; // as Session.paper
    return purged?.[0] === 1 && purged[1] !== (before && reg(before, 'purged')?.[1]) ? [id] : [];
  });
  if (revived.length === 0) return;
  const wanted = revived.flatMap((id) => [['bib', id] as const, ['note', id] as const]);
  await session.load(wanted);
  for (const [kind, id] of wanted) {
    const state = session.state(kind, id);
    if (state !== undefined) session.put(kind, id, state);
  }
}

/** Counts of what was taken in: those that were just given, else those of before. */
async function countsOf(
  db: LibraryDb,
  taken: readonly Taken[],
  outbox: readonly OutboxRow[],
): Promise<ReadonlyMap<string, number>> {
  const seqs = new Map(outbox.map((row) => [nameOf(row), row.seq]));
  const others = taken.flatMap(({ record }) => (seqs.has(nameOf(record)) ? [] : [record]));
  if (others.length === 0) return seqs;
  for (const row of await db.outbox.bulkGet(others.map(stateKey)))
    if (row !== undefined) seqs.set(nameOf(row), row.seq);
  return seqs;
}

/** A lane in which nothing was due, and nothing is now, is passed: what came from a target is not looked through for it again. */
function moveOn(
  { pushed }: MemoryRow,
  before: number,
  after: number,
  outbox: readonly OutboxRow[],
  there: ReadonlySet<string>,
): MemoryRow['pushed'] {
  const at = (lane: Lane): number => {
    const rows = outbox.filter(({ kind }) => laneOf(kind) === lane);
    const clear = pushed[lane] >= before && rows.every((row) => there.has(`${nameOf(row)} ${row.seq}`));
    return clear ? Math.max(pushed[lane], after) : pushed[lane];
  };
  const [states, records] = LANES.map(at);
  return { states: states ?? pushed.states, records: records ?? pushed.records };
}
