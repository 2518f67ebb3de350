/** A library whose store fails at a chosen operation, as browsers fail: between Dexie and the database. */
import type { DBCore } from 'dexie';
import type { LibraryDb } from './database.ts';

export interface Faults {
  /** Operations seen since the last reset. */
  readonly seen: () => number;
  /** The operation of this number (from 1), counted from now, fails so; 0: none does. */
  readonly failAt: (n: number, name: string) => void;
  /** Whether it did. */
  readonly failed: () => boolean;
}

/** Puts faults under an open library; it is closed and opened again for that. */
export async function withFaults(db: LibraryDb): Promise<Faults> {
  let [count, at, name, hit] = [0, 0, '', false];
  const step = <T>(work: () => Promise<T>): Promise<T> => {
    count += 1;
    if (count !== at) return work();
    hit = true;
    return Promise.reject(new DOMException('said the browser', name));
  };
  db.close();
  db.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (tableName) => {
        const table = core.table(tableName);
        return {
          ...table,
          mutate: (req) => step(() => table.mutate(req)),
          get: (req) => step(() => table.get(req)),
          getMany: (req) => step(() => table.getMany(req)),
          query: (req) => step(() => table.query(req)),
          count: (req) => step(() => table.count(req)),
          openCursor: (req) => step(() => table.openCursor(req)),
        };
      },
    }),
  });
  await db.open();
  return {
    seen: () => count,
    failAt: (n, as) => {
      [count, at, name, hit] = [0, n, as, false];
    },
    failed: () => hit,
  };
}
