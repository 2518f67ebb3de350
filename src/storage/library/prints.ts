import { hash53 } from '../../core/identity/hash53.ts';
import { contains, sortedPrints } from '../papers/prints.ts';
import type { LibraryDb } from './database.ts';
import type { Self } from './self.ts';

/**
 * Fingerprints of all saved aliases in memory: "not saved" is answered without a read per mention. The copy of a context
 * catches up by the aliases' running number, so it is right whoever wrote. One packed row and a short tail make it quick to load.
 */
interface Known {
  n: number;
  base: Float64Array;
  readonly tail: Set<number>;
}

const copies = new WeakMap<LibraryDb, Known>();

/** Tells whether an alias may be saved: false is certain. @param self as read in the same moment */
export async function savedAliases(db: LibraryDb, self: Self | undefined): Promise<(alias: string) => boolean> {
  const latest = self?.aliases;
  if (typeof latest !== 'number') return () => self !== undefined; // a newer library may count differently: look everything up
  let known = copies.get(db);
  if (known === undefined) {
    const packed = await db.prints.get(0);
    known = { n: packed?.n ?? 0, base: packed?.prints ?? new Float64Array(), tail: new Set() };
    copies.set(db, known);
  }
  if (known.n < latest) {
    const rows = await db.aliases.where('n').above(known.n).toArray();
    for (const row of rows) known.tail.add(hash53(row.alias));
    known.n = Math.max(known.n, latest);
  }
  const { base, tail } = known;
  return (alias) => {
    const print = hash53(alias);
    return tail.has(print) || contains(base, print);
  };
}

/** The tail grows to this many aliases (some 1,500 papers) before it is packed. */
const TAIL = 4_096;

export const packingDue = (self: Self): boolean => self.aliases - self.packed > TAIL;

/** Packs all aliases up to the newest into one row. Inside the transaction of a command. @returns up to which number */
export async function packPrints(db: LibraryDb, self: Self): Promise<number> {
  const packed = await db.prints.get(0);
  const rows = await db.aliases
    .where('n')
    .above(packed?.n ?? 0)
    .toArray();
  const prints = sortedPrints([...(packed?.prints ?? []), ...rows.map((row) => hash53(row.alias))]);
  await db.prints.put({ segment: 0, n: self.aliases, prints });
  return self.aliases;
}
