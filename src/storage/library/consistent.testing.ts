/** What must hold of a library whatever was done to it. */
import { expect } from 'vitest';
import { rebuild } from './commands/rebuild.ts';
import type { LibraryDb } from './database.ts';
import type { SavedAliasRow } from './rows.ts';
import { readSelf } from './self.ts';

/** What the library counts of itself is what is there, and its rows are those that its states give. */
export async function consistent(db: LibraryDb): Promise<void> {
  const self = await readSelf(db);
  expect(self?.papers ?? 0).toBe(await db.papers.count());
  expect(self?.states ?? 0).toBe(await db.states.count());
  expect(self?.aliases ?? 0).toBeGreaterThanOrEqual(await db.aliases.count()); // their last number
  if (self === undefined) return;
  const [rows, aliases] = [await shelves(db), await db.aliases.toArray()];
  // Made anew in a transaction that comes to nothing.
  const never = db.transaction('rw', db.tables, async () => {
    await rebuild(db);
    const [again, stay, found] = [await shelves(db), (await readSelf(db))?.stay, await db.aliases.toArray()];
    throw new Anew(again, stay, found);
  });
  const anew = await never.catch((error: unknown) => error);
  if (!(anew instanceof Anew)) throw anew;
  expect(anew.shelves).toEqual(rows);
  expect(anew.stay).toEqual(self.stay);
  // An alias is never taken away; those that the records have now must be there.
  const known = new Map(aliases.map(({ alias, keys }) => [alias, keys]));
  for (const { alias, keys } of anew.aliases) expect(known.get(alias)).toEqual(expect.arrayContaining([...keys]));
}

class Anew extends Error {
  readonly shelves: unknown;
  readonly stay: readonly string[] | undefined;
  readonly aliases: readonly SavedAliasRow[];
  constructor(shelves: unknown, stay: readonly string[] | undefined, aliases: readonly SavedAliasRow[]) {
    super('to nothing');
    [this.shelves, this.stay, this.aliases] = [shelves, stay, aliases];
  }
}

const shelves = async (db: LibraryDb) => [await db.papers.toArray(), await db.trash.toArray()];
