import Dexie, { type Table } from 'dexie';
import type { Place, PlaceState, SyncLogLine } from '../../core/sync/place.ts';
import { libraryStore } from './bucket.ts';
import { needRoom, seenOnDisk } from './disk.ts';
import { isClosed, LibraryFault, libraryFault, within } from './fault.ts';
import type {
  DeviceRow,
  HeldRow,
  HistoryRow,
  LibraryJobPart,
  LibraryJobRow,
  MarkRow,
  MemoryRow,
  OutboxRow,
  RequestRow,
  SavedAliasRow,
  SavedPrintsRow,
  SavedRow,
  SettingRow,
  StateRow,
  TrashRow,
  UndoRow,
} from './rows.ts';
import { NATIVE_VERSION, SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** The open database of what the person made. Every transaction is durable before it is acknowledged. */
export interface LibraryDb extends Dexie {
  readonly states: Table<StateRow, [string, string]>;
  readonly papers: Table<SavedRow, string>;
  readonly trash: Table<TrashRow, string>;
  readonly aliases: Table<SavedAliasRow, string>;
  readonly prints: Table<SavedPrintsRow, number>;
  readonly requests: Table<RequestRow, string>;
  readonly undo: Table<UndoRow, string>;
  readonly history: Table<HistoryRow, number>;
  readonly outbox: Table<OutboxRow, [string, string]>;
  readonly settings: Table<SettingRow, string>;
  readonly device: Table<DeviceRow, string>;
  readonly jobs: Table<LibraryJobRow, number, Omit<LibraryJobRow, 'id'>>;
  readonly jobParts: Table<LibraryJobPart, [number, number]>;
  readonly targets: Table<Place, string>;
  readonly targetStates: Table<PlaceState, string>;
  readonly memories: Table<MemoryRow, string>;
  readonly marks: Table<MarkRow, [string, string, string]>;
  readonly held: Table<HeldRow, [string, string, string]>;
  readonly syncLog: Table<SyncLogLine, number, Omit<SyncLogLine, 'id'>>;
}

export const LIBRARY = 'scholion-library';

export interface OpenOptions {
  readonly name?: string;
  /** Another store, for tests. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  /** Told when an older page holds the database and an upgrade waits. */
  readonly onBlocked?: () => void;
}

/**
 * Opens the library. It closes itself when a newer version wants to upgrade.
 * A library newer than this code opens as it is, for reading only (`isNewer`): Dexie alone would let old code write, and even
 * change its schema. Waits as long as an upgrade is blocked. @throws LibraryFault `unreadable`, `quota`
 */
export async function openLibrary(options: OpenOptions = {}): Promise<LibraryDb> {
  const { name = LIBRARY, IDBKeyRange = globalThis.IDBKeyRange } = options;
  try {
    const indexedDB = options.indexedDB ?? (await libraryStore());
    const version = await nativeVersion(indexedDB, name);
    if (version < NATIVE_VERSION) await needRoom(); // it is made or upgraded
    const newer = version > NATIVE_VERSION;
    const db = new Dexie(name, {
      chromeTransactionDurability: 'strict',
      autoOpen: false, // a store that was emptied must not come back silently: withLibrary reopens and the health check looks
      indexedDB,
      IDBKeyRange,
    }) as LibraryDb; // its tables are made by the schema steps, or found where the library is newer
    if (!newer) for (const { version, stores } of SCHEMA) db.version(version).stores({ ...stores });
    db.on('versionchange', () => db.close());
    if (options.onBlocked) db.on('blocked', options.onBlocked);
    await db.open();
    // Dexie makes properties only of tables it was told of.
    if (newer) for (const table of db.tables) Object.defineProperty(db, table.name, { value: table });
    const schema = newer ? undefined : await db.device.get('schema');
    if (newer || (typeof schema?.value === 'number' && schema.value > SCHEMA_VERSION)) readOnly.add(db);
    return db;
  } catch (error) {
    // A browser that keeps nothing, as Firefox in private browsing, says of every open what others say of a closed connection.
    if (error instanceof DOMException && error.name === 'InvalidStateError') {
      throw new LibraryFault('unreadable', `The library cannot be opened: ${error.message.slice(0, 200)}`);
    }
    throw libraryFault(error);
  }
}

/** 0 where there is none yet, or where the browser cannot tell. */
async function nativeVersion(indexedDB: IDBFactory, name: string): Promise<number> {
  const all = (await indexedDB.databases?.()) ?? [];
  return all.find((database) => database.name === name)?.version ?? 0;
}

const readOnly = new WeakSet<LibraryDb>();

export const isNewer = (db: LibraryDb): boolean => readOnly.has(db);

/** @throws LibraryFault `newer`: every command calls this first */
export function refuseNewer(db: LibraryDb): void {
  if (isNewer(db)) throw new LibraryFault('newer', 'A newer Scholion wrote this library. It is open for reading only.');
}

/** How long an open waits for an older page that does not let go, in ms. */
const PATIENCE = 3_000;
/** How long anything else may take, in ms. */
const LIMIT = 30_000;
/** Waits between tries to open an unreadable store, in ms. */
const BACK_OFF = [100, 400] as const;

interface Connection {
  readonly opening: Promise<LibraryDb>;
  /** Rejects 3 s after an older page began to block the upgrade; otherwise never ends. */
  readonly blocked: Promise<never>;
}

let connection: Connection | undefined;
let count = 0;

/** Counts the connections this context has opened: after a reopen the library must be looked at again. */
export const connections = (): number => count;

/**
 * The one connection of this context, opened when first needed, and anew where it was closed underneath.
 * @throws LibraryFault `blocked` 3 s after an older page blocks an upgrade; the open goes on, and a later call finds it done
 */
export async function libraryDb(): Promise<LibraryDb> {
  const { db, made } = await current();
  if (db.isOpen()) return db;
  if (connection === made) connection = undefined;
  return (await current()).db;
}

async function current(): Promise<{ readonly db: LibraryDb; readonly made: Connection }> {
  connection ??= connect();
  const made = connection;
  return { made, db: await within(LIMIT, Promise.race([made.opening, made.blocked]), slow) };
}

const slow = (): LibraryFault => new LibraryFault('slow', 'The library did not answer in time.');

function connect(): Connection {
  let onBlocked = (): void => undefined;
  const blocked = new Promise<never>((_, reject) => {
    const fault = new LibraryFault('blocked', 'Another Scholion page holds the library. Close other Scholion tabs.');
    onBlocked = () => void setTimeout(() => reject(fault), PATIENCE);
  });
  blocked.catch(() => undefined); // heard by whoever waits in libraryDb; nobody may
  const made: Connection = { opening: tryToOpen(() => onBlocked()), blocked };
  made.opening.then(
    () => {
      count += 1;
    },
    () => {
      if (connection === made) connection = undefined;
    },
  );
  return made;
}

async function tryToOpen(onBlocked: () => void): Promise<LibraryDb> {
  for (const wait of BACK_OFF) {
    try {
      return await openLibrary({ onBlocked }).catch(fail);
    } catch (error) {
      if (!(error instanceof LibraryFault) || error.fault !== 'unreadable') throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  return openLibrary({ onBlocked }).catch(fail);
}

/** Gives what the browser said its name; a store that fails because the disk does is told apart from a damaged one. */
async function fail(error: unknown): Promise<never> {
  const fault = libraryFault(error);
  throw fault instanceof LibraryFault ? await seenOnDisk(fault) : fault;
}

/**
 * Runs work on the connection of this context; where it was closed underneath, reopens once and runs the work again.
 * @param before runs before the work, and again after a reopen: who writes looks first whether the library is whole
 */
export async function withLibrary<T>(
  work: (db: LibraryDb) => Promise<T>,
  limit = LIMIT,
  before: () => Promise<unknown> = async () => undefined,
): Promise<T> {
  const db = await libraryDb();
  await before();
  try {
    return await within(limit, work(db), slow);
  } catch (error) {
    if (!isClosed(error) || db.isOpen()) return fail(error);
    const fresh = await libraryDb();
    await before();
    return within(limit, work(fresh), slow).catch(fail);
  }
}

/** Closes this context's connection; the next use opens a new one. */
export async function closeLibrary(): Promise<void> {
  const made = connection;
  connection = undefined;
  (await made?.opening.catch(() => undefined))?.close();
}
