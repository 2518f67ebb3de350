import Dexie, { type EntityTable, type Table } from 'dexie';
import type {
  AbstractRow,
  AliasRow,
  CacheRow,
  DigestRow,
  EntryRow,
  JobRow,
  LinesRow,
  MergedRow,
  MetaRow,
  PaperRow,
  PrintsRow,
} from './rows.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { isClosed, StoreError, storeError } from './store-error.ts';

/** The open database of what digests told us. */
export interface PapersDb extends Dexie {
  readonly digests: Table<DigestRow, number>;
  readonly entries: Table<EntryRow, number>;
  readonly papers: Table<PaperRow, number>;
  readonly aliases: Table<AliasRow, string>;
  readonly merged: Table<MergedRow, number>;
  readonly abstracts: Table<AbstractRow, number>;
  readonly lines: Table<LinesRow, number>;
  readonly prints: Table<PrintsRow, number>;
  readonly jobs: EntityTable<JobRow, 'id'>;
  readonly caches: Table<CacheRow, string>;
  readonly meta: Table<MetaRow, string>;
}

export const PAPERS = 'scholion-papers';
/** How long an open may wait for an older page that does not let go, in ms. */
const PATIENCE = 3_000;

export interface OpenOptions {
  readonly name?: string;
  /** Another IndexedDB, for tests. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
  readonly patience?: number;
}

/**
 * Opens the database, in the default store with relaxed durability: all of it can be had again from the digests.
 * Closes itself when a newer version wants to upgrade. A database newer than this code is open for reading only: commands
 * refuse (`refuseNewer`), since Dexie alone would let old code write.
 * @throws StoreError `blocked` after 3 s, `unreadable`, `quota`
 */
export async function openPapers(options: OpenOptions = {}): Promise<PapersDb> {
  const { name = PAPERS, indexedDB, IDBKeyRange, patience = PATIENCE } = options;
  const db = new Dexie(name, {
    chromeTransactionDurability: 'relaxed',
    ...(indexedDB && IDBKeyRange ? { indexedDB, IDBKeyRange } : {}),
  }) as PapersDb; // its tables are made by the schema steps below
  for (const { version, stores } of SCHEMA) db.version(version).stores(stores);
  db.on('versionchange', () => db.close({ disableAutoOpen: false }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      db.close();
      reject(new StoreError('blocked', 'Another Scholion page holds the store of papers. Close other Scholion tabs.'));
    }, patience);
  });
  try {
    await Promise.race([db.open(), late]);
  } catch (error) {
    throw storeError(error);
  } finally {
    clearTimeout(timer);
  }
  return db;
}

/** Dexie numbers its versions in tens. */
export function isNewer(db: PapersDb): boolean {
  // Absent where the connection was closed underneath, whatever its type says: `withPapers` opens another.
  const native = db.backendDB() as IDBDatabase | null;
  if (native === null) throw new Dexie.DatabaseClosedError('The store of papers was closed.');
  return native.version > SCHEMA_VERSION * 10;
}

/** @throws StoreError `newer`: every command calls this first */
export function refuseNewer(db: PapersDb): void {
  if (isNewer(db)) throw new StoreError('newer', 'A newer Scholion wrote this store. It is open for reading only.');
}

let opened: Promise<PapersDb> | undefined;

/** The one connection of this context, opened when first needed. */
export function papersDb(): Promise<PapersDb> {
  opened ??= openPapers().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Runs work on the connection of this context; where the connection was closed underneath, reopens once and runs it again. */
export async function withPapers<T>(work: (db: PapersDb) => Promise<T>): Promise<T> {
  const db = await papersDb();
  try {
    return await work(db);
  } catch (error) {
    if (!isClosed(error)) throw storeError(error);
    opened = undefined;
    db.close();
    return work(await papersDb());
  }
}
