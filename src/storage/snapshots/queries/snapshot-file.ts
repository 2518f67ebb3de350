import { opfsFolder } from '../folder.ts';
import { isSnapshotName } from '../snapshots.ts';

/**
 * A snapshot as the file that it is, for a person to keep elsewhere: it is there also when the library cannot be opened, and
 * nothing is checked or changed. Undefined where there is none of that name.
 */
export async function snapshotFile(name: string): Promise<Blob | undefined> {
  return isSnapshotName(name) ? (await opfsFolder()).read(name) : undefined;
}
