import type { Sent } from '../../network/zotero/records.ts';
import { sentRecords } from '../../storage/library/commands/jobs/send-batch.ts';
import type { LibraryDb } from '../../storage/library/database.ts';
import { citedWorks } from '../../storage/library/queries/cited-works.ts';
import { collections } from '../../storage/library/queries/things.ts';
import type { WorkToSend } from '../zotero.ts';

export const ZOTERO = 'zotero';

export interface ToSendAt {
  /** Its place among the keys. */
  readonly at: number;
  readonly item: WorkToSend;
}

/** Saved papers for Zotero, with abstracts, tags and notes; without those that are not in the library any more. */
export async function worksToSend(db: LibraryDb, keys: readonly string[]): Promise<readonly ToSendAt[]> {
  const rows = await db.papers.bulkGet([...keys]);
  const there = rows.flatMap((row, at) => (row === undefined ? [] : [{ row, at }]));
  const [works, sent] = await Promise.all([
    citedWorks(
      db,
      there.map(({ row }) => row),
      { abstracts: true, notes: true },
      await collections(db),
    ),
    sentRecords(
      db,
      ZOTERO,
      there.map(({ row }) => row.key),
    ),
  ]);
  return there.flatMap(({ row, at }, i) => {
    const work = works[i];
    // Records under this name were given by the network's own results (zotero-jobs.ts).
    return work === undefined ? [] : [{ at, item: { key: row.key, work, sent: (sent[i] ?? []) as readonly Sent[] } }];
  });
}
