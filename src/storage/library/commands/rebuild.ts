import { aliasesOf } from '../../../core/library/aliases.ts';
import { recordOf } from '../../../core/library/bib.ts';
import { endOfMerges } from '../../../core/library/merge-papers.ts';
import { mergedInto } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { addKey } from '../match.ts';
import { ROWS_VERSION, shelved } from '../row-of.ts';
import type { SavedRow, TrashRow } from '../rows.ts';
import { readLibraryId, readSelf, type Self } from '../self.ts';
import { begin, inOne } from './once.ts';
import { paperBatch, papersOf } from './paper-batches.ts';

/** Computes rows, aliases and counts again from the states alone, where those are whole and the rest is not. */
export async function rebuild(db: LibraryDb): Promise<void> {
  await inOne(db, () => rebuildAll(db));
}

/**
 * Takes the library as it is after a loss: what is missing is no longer expected, and sync is free again.
 * @param library the id to go on under: after a restore the one of the snapshot
 */
export function settle(
  db: LibraryDb,
  library?: string,
): Promise<{ readonly library?: string; readonly seq: number; readonly papers: number }> {
  return inOne(db, async () => {
    const { seq, papers } = await rebuildAll(db);
    await db.device.delete('frozen');
    if (library !== undefined && library !== '') await db.device.put({ key: 'library', value: library });
    const id = await readLibraryId(db);
    return id === undefined ? { seq, papers } : { library: id, seq, papers };
  });
}

async function rebuildAll(db: LibraryDb): Promise<Self> {
  const self = (await readSelf(db)) ?? (await begin(db));
  await Promise.all([db.papers.clear(), db.trash.clear(), db.aliases.clear(), db.prints.clear()]);
  const went = new Map<string, string | null>();
  let papers = 0;
  const index = new Map<string, readonly string[]>();
  // No generator: Dexie loses track of a transaction in one.
  for (let batch = await paperBatch(db, ''); batch.length > 0; batch = await paperBatch(db, batch.at(-1)?.key ?? '')) {
    const shelves: { readonly library: SavedRow[]; readonly trash: TrashRow[] } = { library: [], trash: [] };
    for (const { key, states } of batch) {
      went.set(key, (states.paper && mergedInto(states.paper)) ?? null);
      const now = shelved(key, states);
      if (now?.shelf === 'library') shelves.library.push(now.row);
      else if (now?.shelf === 'trash') shelves.trash.push(now.row);
      for (const alias of aliasesOf(recordOf(states.bib))) addKey(index, alias, key);
    }
    papers += shelves.library.length;
    await db.papers.bulkPut(shelves.library);
    await db.trash.bulkPut(shelves.trash);
  }
  const stay = [...went].flatMap(([key, to]) =>
    to !== null && endOfMerges(key, (at) => went.get(at)) === key ? [key] : [],
  );
  if (stay.length > 0) papers += await putStaying(db, stay);
  // Numbers go on from the last one, so that copies in other contexts read all of them.
  const from = self.aliases + 1;
  await db.aliases.bulkPut([...index].map(([alias, keys], i) => ({ alias, keys, n: from + i })));
  const { stay: _, ...rest } = self;
  const after: Self = {
    ...rest,
    papers,
    states: await db.states.count(),
    aliases: self.aliases + index.size,
    packed: 0,
    ...(stay.length === 0 ? {} : { stay }),
  };
  await db.device.bulkPut([
    { key: 'self', value: after },
    { key: 'rows', value: ROWS_VERSION },
  ]);
  await db.device.delete('rowsFrom');
  return after;
}

/** Rows of merged papers that are shown all the same (core/library/merge-papers.ts). @returns how many are in the library */
async function putStaying(db: LibraryDb, keys: readonly string[]): Promise<number> {
  let papers = 0;
  for (const { key, states } of await papersOf(db, keys)) {
    const now = shelved(key, states, true);
    if (now?.shelf === 'library') await db.papers.put(now.row);
    else if (now?.shelf === 'trash') await db.trash.put(now.row);
    if (now?.shelf === 'library') papers += 1;
  }
  return papers;
}
