import type { LibraryDb } from '../../database.ts';
import type { LibraryJobResult, LibraryJobRow } from '../../rows.ts';
import { inOne } from '../once.ts';
import { isOpenJob } from './jobs.ts';

/**
 * Sending papers to another program, batch by batch: what became of them, the records of what is there now, and where the job stands,
 * in one transaction. Records stand in `revs`: they are of this machine, and leave it with no backup.
 */

/** That a paper is in another program. What else is in it belongs to whoever sends. */
export interface SentRecord {
  /** The database there. A paper has one record for each. */
  readonly serverId: string;
}

interface SentRow {
  readonly target: string;
  readonly id: string;
  readonly sent: readonly SentRecord[];
}

/** All records of papers, in the order of their keys. @param target `zotero` */
export async function sentRecords(
  db: LibraryDb,
  target: string,
  keys: readonly string[],
): Promise<readonly (readonly SentRecord[])[]> {
  const rows = (await db.table('revs').bulkGet(keys.map((key) => [target, key]))) as readonly (SentRow | undefined)[]; // written below
  return rows.map((row) => row?.sent ?? []);
}

export interface Batch {
  readonly target: string;
  /** Records of papers that are there now, with the key of the saved paper. */
  readonly records: readonly { readonly key: string; readonly record: SentRecord }[];
  readonly sent: number;
  readonly already: number;
  readonly failed: readonly { readonly title: string; readonly reason: string }[];
  /** `done` of the job after it; the job is done where this is its total. */
  readonly to: number;
}

/** Failures that a job tells one by one. */
const TOLD = 200;

/** Keeps a batch. The records are kept also where the job was cancelled meanwhile: the papers are there. @returns is the job to go on? */
export function keepBatch(db: LibraryDb, id: number, batch: Batch, now: number): Promise<boolean> {
  const revs = db.table('revs');
  return inOne(db, async () => {
    const { target } = batch;
    const before = await sentRecords(
      db,
      target,
      batch.records.map(({ key }) => key),
    );
    await revs.bulkPut(
      batch.records.map(({ key, record }, i): SentRow => {
        const others = (before[i] ?? []).filter(({ serverId }) => serverId !== record.serverId);
        return { target, id: key, sent: [...others, record] };
      }),
    );
    const job = await db.jobs.get(id);
    if (job === undefined) return false;
    const open = isOpenJob(job);
    await db.jobs.put({
      ...job,
      result: added(job.result, batch),
      done: batch.to,
      beat: now,
      ...(open && batch.to >= (job.total ?? 0) ? { state: 'done' } : {}),
    } satisfies LibraryJobRow);
    return open && batch.to < (job.total ?? 0);
  }, [db.jobs, revs]);
}

function added(before: LibraryJobResult = {}, { sent, already, failed }: Batch): LibraryJobResult {
  return {
    ...before,
    sent: (before.sent ?? 0) + sent,
    already: (before.already ?? 0) + already,
    failed: [...(before.failed ?? []), ...failed].slice(0, TOLD),
    failedCount: (before.failedCount ?? 0) + failed.length,
  };
}
