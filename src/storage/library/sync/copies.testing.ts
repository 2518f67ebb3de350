import { Draft } from '../../../core/library/draft.ts';
import { newest, reg } from '../../../core/library/view.ts';
import { askOf } from '../../../sync/couchdb/ask.testing.ts';
import type { CouchDatabase } from '../../../sync/couchdb/couch-database.testing.ts';
import { couchTarget } from '../../../sync/couchdb/couch-target.ts';
import { chanceOf } from '../../../sync/replicas.testing.ts';
import { type SyncOptions, type SyncReport, syncOnce } from '../../../sync/sync-once.ts';
import type { SyncTarget } from '../../../sync/target.ts';
import { memory, openMemory } from '../library.testing.ts';
import { type CopyOptions, type DexieCopy, dexieCopy } from './dexie-copy.testing.ts';

/** Libraries in a database that sync with a CouchDB in memory, for tests that look at single things. */

let time = 1_764_000_000_000;
export const now = (): number => time;
export const later = (ms = 1): number => (time += ms);

let copies = 0;

export interface Syncing {
  readonly store: DexieCopy;
  readonly target: SyncTarget;
  sync(options?: Partial<SyncOptions>): Promise<SyncReport>;
}

/** @param step at each transaction and each request, before and after */
export function syncing(
  device: string,
  database: CouchDatabase,
  { step = async () => undefined, ...more }: Partial<CopyOptions> = {},
): Syncing {
  const store = dexieCopy(device, { now, step, ...more });
  const ask = askOf(database, async () => {
    await step('request');
    return false;
  });
  const target = couchTarget('t', { url: 'http://couch/db', ask, now });
  copies += 1;
  const timer = { now, sleep: async () => undefined, random: chanceOf(copies) };
  return {
    store,
    target,
    sync: (options = {}) => syncOnce(target, store, timer, { signal: new AbortController().signal, ...options }),
  };
}

/** Sets a register of a state, as a person does. */
export async function set(
  { store }: Pick<Syncing, 'store'>,
  id: string,
  value: unknown,
  { kind = 'paper', part = 'f' as 'f' | 'c' | 't', field = 'status' } = {},
): Promise<void> {
  later();
  await store.edit({ kind, id }, (old, next) => {
    const draft = new Draft(old ?? { v: 1, f: {}, t: {}, c: {} }, next);
    const over = field === 'deleted' ? newest(draft.state) : reg({ f: draft.state['f'] }, 'deleted')?.[1];
    draft.set(part, field, value, over);
    return draft.state;
  });
}

export async function fill(of: Pick<Syncing, 'store'>, count: number, from = 0): Promise<void> {
  for (let i = from; i < from + count; i++) await set(of, `p${i}`, 'read');
}

export async function value(
  { store }: Pick<Syncing, 'store'>,
  id: string,
  { kind = 'paper', field = 'status' } = {},
): Promise<unknown> {
  const state = await store.state({ kind, id });
  return state === undefined ? undefined : reg({ f: state['f'] }, field)?.[0];
}

export const papers = async ({ store }: Pick<Syncing, 'store'>): Promise<number> => (await store.self()).papers;
export const text = async ({ store }: Pick<Syncing, 'store'>): Promise<string> => (await store.contents()).text;

/** A store with all that is in a library: a copy of the browser's profile. */
export async function profileOf({ store }: Pick<Syncing, 'store'>): Promise<ReturnType<typeof memory>> {
  const [from, into] = [await store.db(), memory()];
  const db = await openMemory(into);
  for (const table of from.tables) await db.table(table.name).bulkPut(await table.toArray());
  db.close();
  return into;
}
