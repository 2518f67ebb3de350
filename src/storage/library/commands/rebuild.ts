import type { BibState, PaperState } from '../../../core/library/state.ts';
import { type LibraryDb, refuseNewer } from '../database.ts';
import { libraryFault } from '../fault.ts';
import { rowOf } from '../row-of.ts';

/** Computes the rows of lists again from the states, where states are whole and rows are not. @returns how many there are */
export async function rebuildRows(db: LibraryDb): Promise<number> {
  refuseNewer(db);
  try {
    return await db.transaction('rw', db.states, db.papers, async () => {
      const papers = await db.states.where('[kind+id]').between(['paper', ''], ['paper', '\uffff']).toArray();
      const bibs = await db.states.bulkGet(papers.map(({ id }): [string, string] => ['bib', id]));
      const rows = papers.map(({ id, state }, i) =>
        // Rows of these kinds hold these states.
        rowOf(id, state as PaperState, bibs[i]?.state as BibState | undefined),
      );
      const shown = rows.filter((row) => row !== undefined);
      await db.papers.clear();
      await db.papers.bulkPut(shown);
      return shown.length;
    });
  } catch (error) {
    throw libraryFault(error);
  }
}
