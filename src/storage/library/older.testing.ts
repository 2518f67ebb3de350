/** Libraries as older versions left them, made with their own schema. The files are kept for ever. */
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { LIBRARY } from './database.ts';
import type { memory } from './library.testing.ts';
import { SCHEMA } from './schema.ts';

type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What the library of a version holds in `fixtures/version-<n>.json`. */
export const olderTables = (version: number): Tables =>
  JSON.parse(readFileSync(new URL(`./fixtures/version-${version}.json`, import.meta.url), 'utf8')) as Tables; // written by that version

/** Makes the library of a version in a store, and closes it. */
export async function olderLibrary(version: number, store: ReturnType<typeof memory>): Promise<void> {
  const db = new Dexie(LIBRARY, store);
  for (const step of SCHEMA) if (step.version <= version) db.version(step.version).stores({ ...step.stores });
  await db.open();
  for (const [table, rows] of Object.entries(olderTables(version))) await db.table(table).bulkPut([...rows]);
  db.close();
}
