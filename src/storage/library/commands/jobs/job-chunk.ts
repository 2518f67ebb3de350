import type { LibraryDb } from '../../database.ts';
import type { LibraryJobResult, LibraryJobRow, UndoStep } from '../../rows.ts';
import { readSelf, type Self } from '../../self.ts';
import { begin, inOne, type Moment } from '../once.ts';
import { prune, pruneDue } from '../prune.ts';
import { Session } from '../session.ts';
import { countOf } from '../take-back.ts';
import { isOpenJob } from './jobs.ts';

/** Where a job stands and where it will stand: in papers, or whatever its `done` counts. */
export interface Stretch {
  readonly job: number;
  /** `done` of the job, as its runner knows it. */
  readonly from: number;
  readonly to: number;
  /** The job is done after it. */
  readonly last: boolean;
}

/** What one chunk did. */
export interface ChunkWork {
  readonly steps: readonly UndoStep[];
  /** The job's result after it; where left out, `changed` grows by the papers that changed. */
  readonly result?: LibraryJobResult;
  /** Where the job stands after it, and whether it is done: where the stretch itself cannot tell before it is done. */
  readonly to?: number;
  readonly last?: boolean;
}

export interface ChunkDone {
  /** False where nothing was done: the job was cancelled, forgotten, or somebody else has done this stretch. */
  readonly ran: boolean;
  /** The job after it. */
  readonly job: LibraryJobRow | undefined;
  readonly keys: readonly string[];
  readonly self: Self | undefined;
}

/**
 * Does one stretch of a job in one transaction: the effect with history and outbox, how to take it back, and where the job stands. A
 * stretch is done once, whoever asks and however often. 250 to 500 papers are a good size: each commit waits for the disk.
 * @throws LibraryFault; then nothing was written
 */
export function jobChunk(
  db: LibraryDb,
  { job: id, from, to, last }: Stretch,
  { now }: Pick<Moment, 'now'>,
  work: (session: Session, job: LibraryJobRow) => Promise<ChunkWork>,
): Promise<ChunkDone> {
  return inOne(db, async (): Promise<ChunkDone> => {
    const job = await db.jobs.get(id);
    if (!isOpenJob(job) || job.done !== from) return { ran: false, job, keys: [], self: undefined };
    const before = (await readSelf(db)) ?? (await begin(db));
    const session = new Session(db, before, now);
    const { steps, result, ...end } = await work(session, job);
    const { self, keys } = await session.flush();
    if (job.undoable && steps.length > 0) await keepPart(db, job.request, steps, now);
    const changed = (job.result?.changed ?? 0) + countOf(steps);
    const after: LibraryJobRow = {
      ...job,
      state: (end.last ?? last) ? 'done' : 'running',
      done: end.to ?? to,
      beat: now,
      result: result ?? { ...job.result, changed },
    };
    await db.jobs.put(after);
    if (!pruneDue(before, self)) return { ran: true, job: after, keys, self };
    const pruned = await prune(db, self, now);
    return { ran: true, job: after, keys: [...keys, ...pruned.keys], self: pruned.self };
  });
}

export const partOf = (request: string, n: number): string => `${request}/${n}`;

/** Keeps how to take a stretch back, as the job's next part. */
async function keepPart(db: LibraryDb, request: string, steps: readonly UndoStep[], at: number): Promise<void> {
  const row = await db.undo.get(request);
  const n = row?.parts ?? 0;
  await db.undo.put({ request: partOf(request, n), steps, at });
  await db.undo.put({ ...row, request, steps: [], at, parts: n + 1, count: (row?.count ?? 0) + steps.length });
}
