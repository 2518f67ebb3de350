import { isRecord } from '../../core/library/merge.ts';
import { mergeIn } from '../library/commands/merge-in.ts';
import type { LibraryDb } from '../library/database.ts';
import { LibraryFault } from '../library/fault.ts';
import type { SnapshotFolder } from './folder.ts';
import { checkSnapshot, linesOf } from './format.ts';
import { isSnapshotName } from './snapshots.ts';

export interface Restored {
  /** Papers that are to be seen again. */
  readonly restored: number;
  /** Papers that changed. */
  readonly keys: readonly string[];
  /** Id of the library that the snapshot was taken of. */
  readonly library: string;
}

/**
 * Merges a snapshot into the library by the merge laws: it brings back what is missing and never takes anything away.
 * Stopped in the middle, it can be done again. Settings are brought back only where there are none.
 * @throws LibraryFault `not-found`, `unreadable` (damaged; nothing was merged), `newer`
 */
export async function restoreSnapshot(
  folder: SnapshotFolder,
  db: LibraryDb,
  name: string,
  now: number,
): Promise<Restored> {
  const file = isSnapshotName(name) ? await folder.read(name) : undefined;
  if (file === undefined) throw new LibraryFault('not-found', `There is no snapshot ${name}.`);
  const checked = await checkSnapshot(file);
  if (!checked.ok) {
    throw new LibraryFault(checked.error === 'newer' ? 'newer' : 'unreadable', checked.detail ?? checked.error);
  }
  let restored = 0;
  const keys = new Set<string>();
  for (const lines of linesOf(checked.value.body)) {
    const states = lines.filter((line) => line.kind !== 'settings');
    const done = await mergeIn(db, states, { now });
    restored += done.brought;
    for (const key of done.keys) keys.add(key);
    await restoreSettings(
      db,
      lines.filter((line) => line.kind === 'settings' && isRecord(line.state)),
    );
  }
  return { restored, keys: [...keys], library: checked.value.header.library };
}

async function restoreSettings(
  db: LibraryDb,
  lines: readonly { readonly id: string; readonly state: unknown }[],
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    for (const { id, state } of lines) {
      if ((await db.settings.get(id)) === undefined) await db.settings.put({ key: id, value: state });
    }
  });
}
