import type { PapersDb } from '../database.ts';
import type { DigestRow, EntryRow, JobRow } from '../rows.ts';
import { applyChange } from './change.ts';
import { isOpen } from './jobs.ts';
import type { Writer } from './writer.ts';

/** Beginning, ending and forgetting digests. */

/** Makes the digest row of an ingest job, once. @returns its number, or undefined where the job is no longer open */
export function beginDigest(
  db: PapersDb,
  job: number,
  row: Omit<DigestRow, 'id'>,
  total: number,
): Promise<number | undefined> {
  return db.transaction('rw', db.jobs, db.digests, async () => {
    const stored = await db.jobs.get(job);
    if (stored === undefined || !isOpen(stored)) return undefined;
    if (stored.digest !== undefined) return stored.digest;
    // The browser numbers it; the type cannot say that a row to add has no number yet.
    const digest = await db.digests.add(row as DigestRow);
    await db.jobs.put({ ...stored, digest, total, state: 'running', warningCount: row.warningCount });
    return digest;
  });
}

/** The digest is read: its job ends, and an older one of the same key is to be forgotten. */
export function endDigest(db: PapersDb, job: JobRow, digest: number, now: number): Promise<void> {
  return db.transaction('rw', db.jobs, db.digests, async () => {
    const stored = await db.jobs.get(job.id);
    if (stored === undefined || !isOpen(stored)) return;
    await db.digests.update(digest, { state: 'ready' });
    await db.jobs.put({ ...stored, state: 'done', beat: now });
    if (job.key === undefined) return;
    const same = await db.digests.where('key').equals(job.key).toArray();
    for (const other of same) if (other.id < digest) await db.digests.update(other.id, { state: 'forgetting' });
  });
}

/** Digests whose forgetting a dead worker left half done. */
export const halfForgotten = (db: PapersDb): Promise<readonly DigestRow[]> =>
  db.digests.where('state').equals('forgetting').toArray();

/**
 * One step of forgetting: up to `size` entries of a digest go, and their papers are computed anew from what remains.
 * @param after runs inside the transaction: the job's progress
 * @returns entries forgotten; 0 when the digest itself is gone
 */
export async function forgetSome(
  writer: Writer,
  digest: number,
  size: number,
  after: (entries: number) => Promise<unknown>,
): Promise<number> {
  const { db } = writer;
  const remove: readonly EntryRow[] = await db.entries.where('digest').equals(digest).limit(size).toArray();
  const [first] = remove;
  if (first === undefined) {
    await db.digests.delete(digest);
    return 0;
  }
  await applyChange(writer, {
    digest,
    add: [],
    remove,
    before: async () => (await db.entries.get(first.id)) !== undefined, // another worker was here
    after: () => after(remove.length),
  });
  return remove.length;
}

/** Everything that digests told, at once; numbers are not used again. The library is another database. */
export function forgetAll(writer: Writer): Promise<void> {
  const { db } = writer;
  const tables = [db.digests, db.entries, db.papers, db.aliases, db.merged, db.abstracts, db.lines, db.prints];
  return db.transaction('rw', [...tables, db.meta], async () => {
    await Promise.all(tables.map((table) => table.clear()));
    const epoch = (await db.meta.get('epoch'))?.value;
    await db.meta.bulkPut([
      { key: 'epoch', value: (typeof epoch === 'number' ? epoch : 0) + 1 },
      { key: 'count', value: 0 },
    ]);
    writer.dirty = 'all';
  });
}
