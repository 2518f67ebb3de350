import { aliasesOf } from '../../../core/library/aliases.ts';
import { recordOf } from '../../../core/library/bib.ts';
import type { BibState, PaperState } from '../../../core/library/state.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { libraryFault } from '../fault.ts';
import { addKey } from '../match.ts';
import { rowOf } from '../row-of.ts';
import { readLibraryId, readSelf, type Self } from '../self.ts';
import { begin } from './once.ts';

const BATCH = 1_000;

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

async function inOne<T>(db: LibraryDb, work: () => Promise<T>): Promise<T> {
  refuseNewer(db);
  try {
    return await db.transaction('rw', db.tables, work);
  } catch (error) {
    throw libraryFault(error);
  }
}

async function rebuildAll(db: LibraryDb): Promise<Self> {
  let self = (await readSelf(db)) ?? (await begin(db));
  await Promise.all([db.papers.clear(), db.aliases.clear(), db.prints.clear()]);
  let papers = 0;
  const index = new Map<string, readonly string[]>();
  for (let last = ''; ; ) {
    const states = await db.states
      .where('[kind+id]')
      .between(['paper', last], ['paper', '\uffff'], false)
      .limit(BATCH)
      .toArray();
    const bibs = await db.states.bulkGet(states.map(({ id }): [string, string] => ['bib', id]));
    for (const [i, { id, state }] of states.entries()) {
      // Rows of these kinds hold these states.
      const bib = bibs[i]?.state as BibState | undefined;
      const row = rowOf(id, state as PaperState, bib);
      if (row !== undefined) {
        papers += 1;
        await db.papers.put(row);
      }
      for (const alias of aliasesOf(recordOf(bib))) addKey(index, alias, id);
    }
    const end = states.at(-1);
    if (end === undefined || states.length < BATCH) break;
    last = end.id;
  }
  // Numbers go on from the last one, so that copies in other contexts read all of them.
  const from = self.aliases + 1;
  await db.aliases.bulkPut([...index].map(([alias, keys], i) => ({ alias, keys, n: from + i })));
  self = { ...self, papers, states: await db.states.count(), aliases: self.aliases + index.size, packed: 0 };
  await db.device.put({ key: 'self', value: self });
  return self;
}
