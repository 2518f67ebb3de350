import { recordOf } from '../../../core/library/bib.ts';
import { isRecord } from '../../../core/library/merge.ts';
import type { LibraryDb } from '../database.ts';
import { ROWS_VERSION, shelved } from '../row-of.ts';
import { readSelf } from '../self.ts';
import { fillTopics } from './fill-topics.ts';
import { inOne } from './once.ts';
import { paperBatch } from './paper-batches.ts';

/** Were the rows made by another version of row-of.ts? A library that nothing was written to has none. */
export async function rowsAreOld(db: LibraryDb): Promise<boolean> {
  const [self, rows] = await Promise.all([readSelf(db), db.device.get('rows')]);
  return self !== undefined && rows?.value !== ROWS_VERSION;
}

/**
 * Computes all rows again after an update, batch by batch: each is one transaction with the place it came to, so that a killed worker
 * or browser loses nothing and the next start goes on. Rows written meanwhile are new already. Aliases and counts stay. Records from
 * before there were topics get them on the way.
 * @param now wall clock in ms
 */
export async function refreshRows(db: LibraryDb, now: number): Promise<void> {
  for (;;) {
    const keys = await nextKeys(db);
    if (keys.length > 0) await fillTopics(db, keys, now);
    if (!(await inOne(db, () => refreshBatch(db)))) return;
  }
}

/** The papers of the next batch that have a record without topics, or might. */
async function nextKeys(db: LibraryDb): Promise<readonly string[]> {
  if (!(await rowsAreOld(db))) return [];
  const batch = await paperBatch(db, await stoppedAt(db));
  return batch.flatMap(({ key, states: { bib } }) =>
    bib !== undefined && recordOf(bib).topics === undefined ? [key] : [],
  );
}

/** Key of the last paper whose row is new. */
async function stoppedAt(db: LibraryDb): Promise<string> {
  const from = (await db.device.get('rowsFrom'))?.value;
  return isRecord(from) && from['version'] === ROWS_VERSION ? String(from['key']) : '';
}

/** @returns whether there is more */
async function refreshBatch(db: LibraryDb): Promise<boolean> {
  if (!(await rowsAreOld(db))) return false;
  const stopped = await stoppedAt(db);
  const stay = new Set((await readSelf(db))?.stay);
  const batch = await paperBatch(db, stopped);
  const rows = batch.map(({ key, states }) => ({ key, now: shelved(key, states, stay.has(key)) }));
  await db.papers.bulkPut(rows.flatMap(({ now }) => (now?.shelf === 'library' ? [now.row] : [])));
  await db.trash.bulkPut(rows.flatMap(({ now }) => (now?.shelf === 'trash' ? [now.row] : [])));
  const last = batch.at(-1)?.key;
  if (last !== undefined) {
    await db.device.put({ key: 'rowsFrom', value: { version: ROWS_VERSION, key: last } });
    return true;
  }
  await db.device.delete('rowsFrom');
  await db.device.put({ key: 'rows', value: ROWS_VERSION });
  return false;
}
