/**
 * Damages a profile's databases on disk, for FAULTS E01 to E05. Where they lie in Chromium 156, found by writing to both and looking:
 * the default store is `Default/IndexedDB/chrome-extension_ID_0.indexeddb.leveldb/` (all its databases in one directory); a storage
 * bucket is `Default/WebStorage/N/IndexedDB/indexeddb.leveldb/`, N counting buckets of the profile. OPFS of the default bucket is under
 * `Default/File System/`, `storage.local` under `Default/Local Extension Settings/ID/`: both outlive every damage here.
 * What the browser then says of 6,000 rows in six commits: E01, E02: opens anew, 0 rows, no error. E03: opens anew with about 400 rows.
 * E04: 5,000 rows. E05: UnknownError. The store that was not damaged keeps all of its rows.
 */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export type Store = 'papers' | 'library' | 'both';

/** How each fault of the catalogue is done to one LevelDB directory. */
export const DAMAGES = {
  'E01 flipped bytes': flipBytes,
  'E02 garbage MANIFEST': garbageManifest,
  'E03 CURRENT deleted': (dir: string): void => unlinkSync(join(dir, 'CURRENT')),
  'E04 newest log cut in half': cutLog,
  'E05 a file instead of the directory': notADirectory,
} as const;
export type Damage = keyof typeof DAMAGES;

/** Damages one store or both; the browser must be closed. @throws where a store is not on disk: a test must not pass on nothing */
export function damageProfile(profile: string, extensionId: string, store: Store, damage: Damage): void {
  const dirs = [
    ...(store === 'library' ? [] : [defaultStore(profile, extensionId)]),
    ...(store === 'papers' ? [] : bucketStores(profile)),
  ];
  for (const dir of dirs) {
    if (!existsSync(join(dir, 'CURRENT'))) throw new Error(`${dir} holds no database.`);
    DAMAGES[damage](dir);
  }
}

export const defaultStore = (profile: string, extensionId: string): string =>
  join(profile, 'Default/IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);

/** LevelDB directories of all buckets; the profile is the test's own, so they are the extension's. */
export function bucketStores(profile: string): readonly string[] {
  const root = join(profile, 'Default/WebStorage');
  const found = (existsSync(root) ? readdirSync(root) : [])
    .map((name) => join(root, name, 'IndexedDB/indexeddb.leveldb'))
    .filter((dir) => existsSync(dir));
  if (found.length === 0) throw new Error(`${root} holds no bucket with a database.`);
  return found;
}

/** Every 97th byte of all tables. A small database lives in the log alone: then the log is what the bytes are flipped in. */
function flipBytes(dir: string): void {
  const tables = readdirSync(dir).filter((name) => name.endsWith('.ldb'));
  for (const name of tables.length > 0 ? tables : readdirSync(dir).filter((n) => n.endsWith('.log'))) {
    const path = join(dir, name);
    const bytes = readFileSync(path);
    for (let i = 0; i < bytes.length; i += 97) bytes[i] = (bytes[i] ?? 0) ^ 0x5a;
    writeFileSync(path, bytes);
  }
}

function garbageManifest(dir: string): void {
  for (const name of readdirSync(dir).filter((n) => n.startsWith('MANIFEST')))
    writeFileSync(join(dir, name), Buffer.alloc(500, 7));
}

function cutLog(dir: string): void {
  const newest = readdirSync(dir)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error(`${dir} has no log.`);
  const path = join(dir, newest);
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

function notADirectory(dir: string): void {
  rmSync(dir, { recursive: true });
  writeFileSync(dir, 'not a directory');
}
