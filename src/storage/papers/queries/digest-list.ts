import type { PapersDb } from '../database.ts';
import type { DigestRow } from '../rows.ts';

/** Every digest that is kept, newest first. */
export const digestList = async (db: PapersDb): Promise<DigestRow[]> => (await db.digests.toArray()).reverse();
