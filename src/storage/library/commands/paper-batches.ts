import type { BibState, NoteState, PaperState } from '../../../core/library/state.ts';
import type { LibraryDb } from '../database.ts';
import type { PaperStates } from '../row-of.ts';
import type { StateRow } from '../rows.ts';

const BATCH = 500;

export interface PaperOfBatch {
  readonly key: string;
  readonly states: PaperStates;
}

/** The states of the papers after one key, in the order of their keys; none where there are no more. */
export async function paperBatch(db: LibraryDb, after: string): Promise<readonly PaperOfBatch[]> {
  const papers = await db.states
    .where('[kind+id]')
    .between(['paper', after], ['paper', '\uffff'], false)
    .limit(BATCH)
    .toArray();
  return withRecords(db, papers);
}

/** The states of papers by key; those that are not there are left out. */
export async function papersOf(db: LibraryDb, keys: readonly string[]): Promise<readonly PaperOfBatch[]> {
  const papers = await db.states.bulkGet(keys.map((key): [string, string] => ['paper', key]));
  return withRecords(
    db,
    papers.filter((row) => row !== undefined),
  );
}

async function withRecords(db: LibraryDb, papers: readonly StateRow[]): Promise<readonly PaperOfBatch[]> {
  if (papers.length === 0) return []; // a wait for nothing would end the transaction
  const bibs = await db.states.bulkGet(papers.map(({ id }): [string, string] => ['bib', id]));
  const notes = await db.states.bulkGet(papers.map(({ id }): [string, string] => ['note', id]));
  // Rows of these kinds hold these states.
  return papers.map(({ id, state }, i) => ({
    key: id,
    states: {
      paper: state as PaperState,
      bib: bibs[i]?.state as BibState | undefined,
      note: notes[i]?.state as NoteState | undefined,
    },
  }));
}
