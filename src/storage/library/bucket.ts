/**
 * Where the library lives: a storage bucket of its own where the browser has them. Measured in Chromium 156: a damaged default
 * store then leaves the library whole, while two databases in one store share a directory and die together.
 */
interface Bucket {
  readonly indexedDB: IDBFactory;
}
/** https://wicg.github.io/storage-buckets/ ; not yet in TypeScript's library. */
interface Buckets {
  open(name: string, options?: { durability?: 'strict' | 'relaxed'; persisted?: boolean }): Promise<Bucket>;
  delete(name: string): Promise<void>;
}

const NAME = 'library';

/** Absent outside browsers, and in browsers without buckets. */
const buckets = (): Buckets | undefined =>
  (globalThis.navigator as (Navigator & { readonly storageBuckets?: Buckets }) | undefined)?.storageBuckets;

/** The IndexedDB of the library's own bucket, else the default one. Rejects where a store cannot be had at all. */
export async function libraryStore(): Promise<IDBFactory> {
  const own = await buckets()?.open(NAME, { durability: 'strict', persisted: true });
  return own?.indexedDB ?? globalThis.indexedDB;
}

/** Gives up an unreadable store for an empty one. Only when a person has asked to start fresh or to restore. */
export async function discardStore(databaseName: string): Promise<void> {
  const own = buckets();
  if (own !== undefined) return own.delete(NAME);
  await new Promise<void>((done, fail) => {
    const request = globalThis.indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => done();
    request.onerror = () => fail(request.error);
  });
}
