import type { Table } from 'dexie';
import type { CalendarDay } from '../../../core/calendar-day.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { needRoom } from '../disk.ts';
import { libraryFault } from '../fault.ts';
import { ROWS_VERSION } from '../row-of.ts';
import type { UndoStep } from '../rows.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import { newSelf, readSelf, type Self } from '../self.ts';
import { prune, pruneDue } from './prune.ts';
import { Session } from './session.ts';

/** When a command is given: wall clock in ms, and the person's calendar day. */
export interface Moment {
  readonly now: number;
  readonly day: CalendarDay;
}

/** What a command did. */
export interface Done<T> {
  readonly reply: T;
  /** Papers whose state, record or note changed; none where the request had been done before. */
  readonly keys: readonly string[];
  /** States that changed, also those of collections, tags, rules and searches. */
  readonly changed: number;
  readonly self: Self;
}

export interface Work<T> {
  readonly reply: T;
  readonly steps: readonly UndoStep[];
}

/**
 * Runs a command in one transaction that also writes the request's id with its reply, so that a retry has one effect, and how
 * to undo it. A request that was called off before it arrived has no effect.
 * @param nothing the reply of a request that was called off
 * @throws LibraryFault; then nothing was written
 */
export async function once<T>(
  db: LibraryDb,
  request: string,
  { now }: Moment,
  nothing: T,
  work: (session: Session) => Promise<Work<T>>,
): Promise<Done<T>> {
  return inOne(db, async (): Promise<Done<T>> => {
    const self = (await readSelf(db)) ?? (await begin(db));
    const answered = await db.requests.get(request);
    // kept by the same command below
    if (answered !== undefined) return { reply: answered.reply as T, keys: [], changed: 0, self };
    const session = new Session(db, self, now);
    const calledOff = (await db.undo.get(request)) !== undefined;
    const { reply, steps } = calledOff ? { reply: nothing, steps: [] } : await work(session);
    const { self: after, keys, changed } = await session.flush();
    await db.requests.put({ id: request, reply, at: now });
    if (!calledOff) await db.undo.put({ request, steps, at: now });
    if (!pruneDue(self, after)) return { reply, keys, changed, self: after };
    const pruned = await prune(db, after, now);
    return { reply, keys: [...keys, ...pruned.keys], changed, self: pruned.self };
  });
}

/** One transaction. @param tables all where left out @throws LibraryFault; then nothing was written */
export async function inOne<T>(
  db: LibraryDb,
  work: () => Promise<T>,
  tables: readonly Table[] = db.tables,
): Promise<T> {
  refuseNewer(db);
  await needRoom();
  try {
    // An async function, whatever `work` is: only of such does Dexie follow every await.
    return await db.transaction('rw', [...tables], async () => work());
  } catch (error) {
    throw libraryFault(error);
  }
}

/** Gives a library its ids where it has none. Inside a transaction, or on its own. */
export async function begin(db: LibraryDb): Promise<Self> {
  // Twelve hex digits: two copies of one library meet once in 2^48.
  const self = newSelf(`d${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`);
  await db.device.bulkPut([
    { key: 'library', value: crypto.randomUUID() },
    { key: 'schema', value: SCHEMA_VERSION },
    { key: 'rows', value: ROWS_VERSION },
    { key: 'self', value: self },
  ]);
  return self;
}
