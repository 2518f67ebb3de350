import { addToRecord, recordOf } from '../../../core/library/bib.ts';
import { topicsOf } from '../../../core/library/topics.ts';
import { placeOf } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { readSelf } from '../self.ts';
import { inOne } from './once.ts';
import { Session } from './session.ts';

/** Papers in one transaction: their texts are read while it is open. */
const BATCH = 100;

/** Gives topics to papers that have none: those of a library, or a backup, from before records kept them. @returns papers that changed */
export async function fillTopics(db: LibraryDb, keys: readonly string[], now: number): Promise<readonly string[]> {
  const filled: string[] = [];
  for (let i = 0; i < keys.length; i += BATCH) {
    filled.push(...(await inOne(db, () => fillBatch(db, keys.slice(i, i + BATCH), now))));
  }
  return filled;
}

async function fillBatch(db: LibraryDb, keys: readonly string[], now: number): Promise<readonly string[]> {
  const self = await readSelf(db);
  if (self === undefined) return [];
  const session = new Session(db, self, now);
  await session.load(keys.flatMap((key) => [['paper', key] as const, ['bib', key] as const]));
  for (const key of keys) {
    const bib = session.bib(key);
    if (bib === undefined || placeOf(session.paper(key)) === 'gone' || recordOf(bib).topics !== undefined) continue;
    session.put('bib', key, addToRecord(bib, { ids: [], title: '' }, session.stamps.next, topicsOf));
  }
  return (await session.flush()).keys;
}
