import { isRecord } from '../../core/library/merge.ts';
import { mergeIn } from '../library/commands/merge-in.ts';
import type { LibraryDb } from '../library/database.ts';
import { LibraryFault } from '../library/fault.ts';
import type { SnapshotFolder } from './folder.ts';
import { checkSnapshot, type Header, linesOf } from './format.ts';
import { isSnapshotName } from './snapshots.ts';

export interface Restored {
  /** Papers that are to be seen again. */
  readonly restored: number;
  /** Papers that changed. */
  readonly keys: readonly string[];
  /** Id of the library that the snapshot was taken of. */
  readonly library: string;
}

/** `restoreFile` of a snapshot by name. @throws LibraryFault also `not-found` */
export const restoreSnapshot = async (
  folder: SnapshotFolder,
  db: LibraryDb,
  name: string,
  now: number,
): Promise<Restored> => restoreFile(await snapshotNamed(folder, name), db, now);

/**
 * Merges a backup into the library by the merge laws: it brings back what is missing and never takes anything away.
 * Stopped in the middle, it can be done again. Settings are brought back only where there are none.
 * @throws LibraryFault `unreadable` (damaged; nothing was merged), `newer`
 */
export async function restoreFile(file: Blob, db: LibraryDb, now: number): Promise<Restored> {
  const { header, body } = await wholeSnapshot(file);
  let restored = 0;
  const keys = new Set<string>();
  for (const lines of linesOf(body)) {
    const states = lines.filter((line) => line.kind !== 'settings');
    const done = await mergeIn(db, states, { now });
    restored += done.brought;
    for (const key of done.keys) keys.add(key);
    await restoreSettings(
      db,
      lines.filter((line) => line.kind === 'settings' && isRecord(line.state)),
    );
  }
  return { restored, keys: [...keys], library: header.library };
}

/** The file of a snapshot. @throws LibraryFault `not-found` */
export async function snapshotNamed(folder: SnapshotFolder, name: string): Promise<Blob> {
  const file = isSnapshotName(name) ? await folder.read(name) : undefined;
  if (file === undefined) throw new LibraryFault('not-found', `There is no snapshot ${name}.`);
  return file;
}

/** Reads a backup to its end and checks it. @throws LibraryFault `unreadable` (damaged), `newer` */
export async function wholeSnapshot(
  file: Blob,
): Promise<{ readonly header: Header; readonly body: Uint8Array<ArrayBuffer> }> {
  const checked = await checkSnapshot(file);
  if (checked.ok) return checked.value;
  throw new LibraryFault(checked.error === 'newer' ? 'newer' : 'unreadable', checked.detail ?? checked.error);
}

async function restoreSettings(
  db: LibraryDb,
  lines: readonly { readonly id: string; readonly state: unknown }[],
): Promise<void> {
  if (lines.length === 0) return;
  await db.transaction('rw', db.settings, async () => {
    for (const { id, state } of lines) {
      if ((await db.settings.get(id)) === undefined) await db.settings.put({ key: id, value: state });
    }
  });
}
