import type { PapersDb } from '../database.ts';
import type { DigestRow } from '../rows.ts';

/** All digests, newest first. Those being forgotten are still there, with that state. */
export const digestList = (db: PapersDb): Promise<readonly DigestRow[]> => db.digests.orderBy('id').reverse().toArray();

/** Is this listing kept with exactly this text? @param hash 53-bit hash of the text */
export async function isKept(db: PapersDb, key: string, hash: number): Promise<boolean> {
  const rows = await db.digests.where('key').equals(key).toArray();
  return rows.some((row) => row.hash === hash && row.state !== 'forgetting');
}
