import Dexie, { type Table } from 'dexie';

/**
 * `scholion-secrets`: keys to other programs, each wrapped. A database of its own, so that no export, snapshot, backup, sync or
 * "what is stored" of the others can ever reach it. What is lost here is asked of the person again.
 */

/** `wrapping(name)`: the one key that wraps the others; the browser gives its bytes to nobody (`extractable: false`). */
export interface WrappingRow {
  readonly name: 'wrap';
  readonly key: CryptoKey;
}

/** `secrets(name)`: AES-GCM with the name as additional data. */
export interface SecretRow {
  readonly name: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

export interface SecretsDb extends Dexie {
  readonly wrapping: Table<WrappingRow, string>;
  readonly secrets: Table<SecretRow, string>;
}

export const SECRETS = 'scholion-secrets';

export interface OpenOptions {
  readonly name?: string;
  /** Another store, for tests. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
}

/** Opened with the first use. */
export function secretsDb(options: OpenOptions = {}): SecretsDb {
  const { name = SECRETS, indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = options;
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', indexedDB, IDBKeyRange }) as SecretsDb; // tables: below
  // append only, as in library/schema.ts
  db.version(1).stores({ wrapping: 'name', secrets: 'name' });
  return db;
}

/** The wrapping key that is kept; `fresh` where there is none yet. Of two who bring one at the same time, one is kept. */
export const wrappingKey = (db: SecretsDb, fresh: CryptoKey): Promise<CryptoKey> =>
  db.transaction('rw', db.wrapping, async () => {
    const kept = await db.wrapping.get('wrap');
    if (kept !== undefined) return kept.key;
    await db.wrapping.add({ name: 'wrap', key: fresh });
    return fresh;
  });
