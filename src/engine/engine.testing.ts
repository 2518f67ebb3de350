import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { StagedFiles } from '../platform/staged-files.ts';
import { openLibrary } from '../storage/library/database.ts';
import { makeWriter } from '../storage/papers/commands/writer.ts';
import { openPapers } from '../storage/papers/database.ts';
import type { Tagger } from '../storage/papers/paper-row.ts';
import type { Engine } from './context.ts';
import { savedCopy } from './saved-copy.ts';
import type { SyncOutside } from './sync/outside.ts';

/** Staged files in memory: node has no private file system. They outlive an engine, as real ones do. */
export function filesInMemory(): StagedFiles {
  const files = new Map<string, Uint8Array>();
  return {
    write: async (name, data) => {
      files.set(name, new Uint8Array(await new Blob([data]).arrayBuffer()));
    },
    size: async (name) => files.get(name)?.length,
    read: async (name) => files.get(name),
    open: async (name) => {
      const bytes = files.get(name);
      return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>]);
    },
    remove: async (name) => {
      files.delete(name);
    },
    list: async () => [...files.keys()].map((name) => ({ name, modified: 0 })),
  };
}

export interface Ground {
  readonly indexedDB: IDBFactory;
  /** The library's own bucket. */
  readonly libraryDB: IDBFactory;
  readonly files: StagedFiles;
  readonly indexFiles: StagedFiles;
}

/** A browser profile: what outlives a worker. */
export const freshGround = (): Ground => ({
  indexedDB: new IDBFactory(),
  libraryDB: new IDBFactory(),
  files: filesInMemory(),
  indexFiles: filesInMemory(),
});

/** One tag: the first two words of the title. */
export const firstWords: Tagger = ({ title }) => [{ name: title.split(' ').slice(0, 2).join(' '), kind: 'task' }];

/** Nothing is reached. */
const quietOutside: SyncOutside = {
  fetch: () => Promise.reject(new TypeError('no network')),
  alone: async (_, work) => {
    await work();
    return true;
  },
  ended: () => undefined,
  random: () => 0.5,
  sleep: async () => undefined,
  snapshot: async () => undefined,
};

/** A worker's engine on a profile. Faults that it reports fail the test. */
export async function engineOn(ground: Ground, tag: Tagger = firstWords): Promise<Engine> {
  // fake-indexeddb's classes are the browser's by behaviour; their types differ in details
  const db = await openPapers({ indexedDB: ground.indexedDB as never, IDBKeyRange: IDBKeyRange as never });
  const library = await openLibrary({ indexedDB: ground.libraryDB as never, IDBKeyRange: IDBKeyRange as never });
  return {
    db,
    writer: makeWriter(db, tag),
    files: ground.files,
    indexFiles: ground.indexFiles,
    written: () => undefined,
    sync: quietOutside,
    library: (read) => read(library),
    saved: savedCopy((read) => read(library)),
    batch: 2,
    now: () => Date.UTC(2026, 10, 24),
    report: (error) => {
      throw error;
    },
  };
}
