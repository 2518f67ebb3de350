import type { CalendarDay } from '../../core/calendar-day.ts';
import type { LibraryDb } from '../library/database.ts';
import { LibraryFault } from '../library/fault.ts';
import { everyState } from '../library/queries/every-state.ts';
import { readLibraryId, readSelf } from '../library/self.ts';
import type { SnapshotFolder } from './folder.ts';
import { checkSnapshot, type Damage, peekSnapshot, SnapshotWriter } from './format.ts';

/** The rolling snapshots of the library: the last three that are whole. */

/** `<number>-<day>.jsonl`; the number only grows, so that names sort by age although clocks jump. */
const NAME = /^(\d{6})-(\d{4}-\d{2}-\d{2})\.jsonl$/;
const KEEP = 3;

export interface SnapshotInfo {
  readonly name: string;
  readonly day: string;
  readonly count: number;
  readonly bytes: number;
  /** Whole, and of a version that this code reads. */
  readonly good: boolean;
  readonly damage?: Damage;
}

/**
 * Every snapshot, newest first. @param thorough whether each is read to its end and its checksum compared; else only header
 * and length
 */
export async function listSnapshots(folder: SnapshotFolder, thorough: boolean): Promise<readonly SnapshotInfo[]> {
  const infos: SnapshotInfo[] = [];
  for (const name of await snapshotNames(folder)) {
    const file = await folder.read(name);
    if (file === undefined) continue; // removed meanwhile
    const day = NAME.exec(name)?.[2] ?? '';
    const checked = thorough ? await checkSnapshot(file) : await peekSnapshot(file);
    if (checked.ok) {
      const { count } = 'header' in checked.value ? checked.value.header : checked.value;
      infos.push({ name, day, count, bytes: file.size, good: true });
    } else infos.push({ name, day, count: 0, bytes: file.size, good: false, damage: checked.error });
  }
  return infos;
}

/** All states as they are at one moment, as one file, and how many saved papers are in it. */
export async function backupBlob(
  db: LibraryDb,
  day: CalendarDay,
): Promise<{ readonly file: Blob; readonly count: number }> {
  const writer = new SnapshotWriter();
  await everyState(db, (rows) => writer.add(rows));
  const settings = await db.settings.toArray();
  writer.add(settings.map(({ key, value }) => ({ kind: 'settings', id: key, state: value })));
  const count = (await readSelf(db))?.papers ?? 0;
  return { file: await writer.finish({ library: (await readLibraryId(db)) ?? '', day, count }), count };
}

/** Takes a snapshot: `backupBlob`, then `storeSnapshot`. @returns the name of the file */
export const takeSnapshot = async (folder: SnapshotFolder, db: LibraryDb, day: CalendarDay): Promise<string> =>
  storeSnapshot(folder, (await backupBlob(db, day)).file, day);

/**
 * Writes a backup as a new snapshot, then removes all but the last three that are whole. @returns the name of the file
 * @throws LibraryFault `quota`
 */
export async function storeSnapshot(folder: SnapshotFolder, file: Blob, day: CalendarDay): Promise<string> {
  const newest = (await snapshotNames(folder))[0];
  const number = 1 + Number(newest === undefined ? 0 : NAME.exec(newest)?.[1]);
  const name = `${String(number).padStart(6, '0')}-${day}.jsonl`;
  try {
    await folder.write(name, file, async (written) => (await checkSnapshot(written)).ok);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
    throw new LibraryFault('quota', 'The disk is full: no snapshot could be written.');
  }
  await rotate(folder);
  return name;
}

async function rotate(folder: SnapshotFolder): Promise<void> {
  const infos = await listSnapshots(folder, false);
  const kept = new Set(
    infos
      .filter((info) => info.good)
      .slice(0, KEEP)
      .map((info) => info.name),
  );
  // A damaged or newer file counts for nothing, and goes only once three good ones are there.
  if (kept.size < KEEP) return;
  for (const { name, damage } of infos) if (!kept.has(name) && damage !== 'newer') await folder.remove(name);
}

const snapshotNames = async (folder: SnapshotFolder): Promise<string[]> =>
  (await folder.names())
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();

/** Is it the name of a snapshot? Nothing else is ever read. */
export const isSnapshotName = (name: string): boolean => NAME.test(name);
