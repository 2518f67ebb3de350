import { LibraryFault } from './fault.ts';

/**
 * Measured in Chromium 156: of a full disk, and of one that cannot be written, it says what it says of a damaged store ("Internal error
 * opening backing store", or that a transaction was aborted); and the second write in a session that meets a full disk leaves an empty
 * database behind. So nothing is written to a disk that is nearly full, and it is only looked at, never tried: writing to the private
 * file system of a full disk ends the browser.
 */

/** Bytes that must be left: far more than one transaction writes. Chromium counts what is free on the disk as quota. */
const ROOM = 16 * 1024 * 1024;

/** Before a store is written to, not before it is read. @throws LibraryFault `quota` where hardly anything is left on the disk */
export async function needRoom(): Promise<void> {
  if (await isFull()) throw full();
}

/** @returns the fault itself, or `quota` or `read-only` where the disk is the reason: only a damaged store may be given up */
export async function seenOnDisk(fault: LibraryFault): Promise<LibraryFault> {
  if (fault.fault !== 'unreadable' && fault.fault !== 'aborted') return fault;
  if (await isFull()) return full();
  const refusal = await refusalOfFiles();
  return refusal === undefined ? fault : new LibraryFault('read-only', `The disk cannot be written: ${refusal}`);
}

const full = (): LibraryFault => new LibraryFault('quota', 'The disk is full: nothing was saved.');

/** Absent outside browsers, whatever its type says. */
const storage = (): StorageManager | undefined => globalThis.navigator?.storage as StorageManager | undefined;

/** Is hardly anything left? Not known counts as room. */
export async function isFull(): Promise<boolean> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } =
    (await storage()
      ?.estimate?.()
      .catch(() => undefined)) ?? {};
  return quota - usage < ROOM;
}

/** The private file system lies outside the library's bucket, and needs to write its own books even to be looked into. */
async function refusalOfFiles(): Promise<string | undefined> {
  try {
    await (await storage()?.getDirectory?.())?.getFileHandle('none');
    return undefined;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return name === 'NotFoundError' ? undefined : String(error).slice(0, 200);
  }
}
