/** A folder for snapshots in OPFS (the origin's private file system), through its asynchronous part: also a service worker has that. */
export interface SnapshotFolder {
  /** Names of the files that are whole or meant to be; never one that is being written. */
  names(): Promise<readonly string[]>;
  /** Undefined where there is no such file. */
  read(name: string): Promise<Blob | undefined>;
  /** The file is there as a whole, or not at all. @param whole is it as it should be, read back from the disk? */
  write(name: string, file: Blob, whole: (written: Blob) => Promise<boolean>): Promise<void>;
  remove(name: string): Promise<void>;
}

/** `move` is in Chromium, Firefox and Safari, not yet in TypeScript's library. https://fs.spec.whatwg.org/ (whatwg/fs#10) */
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

const UNFINISHED = 'unfinished-';

/**
 * Opens (and makes) the folder in the default bucket: it outlives damage to the library's own bucket, and OPFS is not in the
 * directory of the default IndexedDB.
 */
export async function opfsFolder(name = 'snapshots'): Promise<SnapshotFolder> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const read = async (file: string): Promise<Blob | undefined> => {
    try {
      return await (await folder.getFileHandle(file)).getFile();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  };
  const remove = (file: string): Promise<void> => folder.removeEntry(file);
  return {
    names: async () => {
      const names: string[] = [];
      for await (const file of folder.keys()) if (!file.startsWith(UNFINISHED)) names.push(file);
      return names.sort();
    },
    read,
    remove,
    // Written under another name, read back, then moved: a crash leaves an unfinished file that nobody lists.
    write: async (file, content, whole) => {
      for await (const old of folder.keys()) if (old.startsWith(UNFINISHED)) await remove(old);
      const handle: Movable = await folder.getFileHandle(`${UNFINISHED}${file}`, { create: true });
      const stream = await handle.createWritable();
      await stream.write(content);
      await stream.close();
      const written = await read(`${UNFINISHED}${file}`);
      if (written === undefined || !(await whole(written))) {
        throw new DOMException('A snapshot could not be read back as it was written.', 'DataError');
      }
      if (handle.move === undefined) {
        const copy = await (await folder.getFileHandle(file, { create: true })).createWritable();
        await copy.write(content);
        await copy.close();
        await remove(`${UNFINISHED}${file}`);
      } else await handle.move(file);
    },
  };
}
