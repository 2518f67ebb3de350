/**
 * Big input waiting for the engine, as files in the folder `staged` of the origin's private file system: too large for messages, and
 * still there when a worker or the browser dies. Names are letters, digits, - and _.
 */
export interface StagedFiles {
  write(name: string, data: string | Blob): Promise<void>;
  /** @returns undefined where there is no such file */
  size(name: string): Promise<number | undefined>;
  read(name: string): Promise<Uint8Array | undefined>;
  /** The file itself, to be read in parts. */
  open(name: string): Promise<Blob | undefined>;
  remove(name: string): Promise<void>;
  /** Names with the time of writing, ms since the epoch. */
  list(): Promise<readonly { readonly name: string; readonly modified: number }[]>;
}

/** The private file system, in pages and workers alike. */
export const stagedFiles = filesIn('staged');

/** The same in another folder: for what the engine keeps there for itself. */
export function filesIn(folderName: string): StagedFiles {
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

  const fileOf = async (name: string): Promise<File | undefined> => {
    const handle = await (await folder()).getFileHandle(name).catch(ignoreMissing);
    return handle?.getFile();
  };

  return {
    async write(name, data) {
      const handle = await (await folder()).getFileHandle(name, { create: true });
      const stream = await handle.createWritable(); // writes a copy and swaps it in at close: never half a file
      await stream.write(data);
      await stream.close();
    },
    size: async (name) => (await fileOf(name))?.size,
    open: fileOf,
    async read(name) {
      const file = await fileOf(name);
      return file && new Uint8Array(await file.arrayBuffer());
    },
    async remove(name) {
      await (await folder()).removeEntry(name).catch(ignoreMissing);
    },
    async list() {
      const found: { name: string; modified: number }[] = [];
      for await (const name of (await folder()).keys()) {
        const file = await fileOf(name);
        if (file) found.push({ name, modified: file.lastModified });
      }
      return found;
    },
  };
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
}
