import type { SnapshotFolder } from './folder.ts';

/** A folder for snapshots in memory. */
export function folderInMemory(): SnapshotFolder & { readonly files: Map<string, Blob> } {
  const files = new Map<string, Blob>();
  return {
    files,
    names: async () => [...files.keys()],
    read: async (name) => files.get(name),
    write: async (name, file, whole) => {
      if (!(await whole(file))) throw new Error('not as it was written');
      files.set(name, file);
    },
    remove: async (name) => void files.delete(name),
  };
}
