import type { CalendarDay } from '../../../core/calendar-day.ts';
import { type CitedWork, recordOfWork } from '../../../core/citations/citation.ts';
import { keyOf } from '../../../core/library/aliases.ts';
import type { PaperEdit } from '../../../core/library/edits.ts';
import { joinNotes } from '../../../core/library/notes.ts';
import { changesOf } from '../../../core/library/registers.ts';
import type { BibState } from '../../../core/library/state.ts';
import type { ImportOptions } from '../../../messaging/library-calls.ts';
import { editInto } from '../../../storage/library/commands/edit.ts';
import type { ChunkWork } from '../../../storage/library/commands/jobs/job-chunk.ts';
import { saveInto } from '../../../storage/library/commands/save-into.ts';
import type { Session } from '../../../storage/library/commands/session.ts';
import { putNote } from '../../../storage/library/commands/write-note.ts';
import type { LibraryJobRow, UndoStep } from '../../../storage/library/rows.ts';
import { CollectionPaths } from './collection-paths.ts';
import { addSkipped, countSkipped } from './skipped.ts';
import type { Skipped, StagedWork } from './staged-works.ts';

/** One stretch of an import, inside its transaction: papers, then what the file and the person want on them. */
export const importWork =
  (works: readonly StagedWork[], options: ImportOptions, day: CalendarDay) =>
  async (session: Session, job: LibraryJobRow): Promise<ChunkWork> => {
    const skipped: Skipped[] = [];
    const named: StagedWork[] = [];
    for (const staged of works) {
      const [line, work] = staged;
      if (keyOf(recordOfWork(work)) === undefined) skipped.push(told(line, 'no-title', work));
      else named.push(staged);
    }
    const { saved, steps } = await saveInto(
      session,
      named.map(([, work]) => recordOfWork(work)),
      { day, leaveTrash: true },
    );
    const all: UndoStep[] = [...steps];
    let [imported, merged] = [0, 0];
    const filled = new Set<string>();
    const seen = new Set<string>();
    const tree = new CollectionPaths(session);
    for (const [i, [line, work]] of named.entries()) {
      const { key = '', was = 'gone' } = saved[i] ?? {};
      if (was === 'trash') {
        skipped.push(told(line, 'in-trash', work));
        continue;
      }
      const fresh = was !== 'library' && !seen.has(key);
      seen.add(key);
      if (fresh) imported++;
      else merged++;
      if (was === 'library') filled.add(key);
      all.push(...(await ownOf(session, tree, key, work, options, fresh)));
    }
    // What the file filled in of records that were there before is taken back too.
    for (const key of filled) {
      const before = session.stored('bib', key) as BibState | undefined; // as Session.bib
      const bib = session.bib(key);
      const edits = before === undefined || bib === undefined ? [] : changesOf(before, bib, ['f', 'i']);
      if (edits.length > 0) all.push({ kind: 'bib', key, edits });
    }
    const { result } = job;
    return {
      steps: all,
      result: {
        ...result,
        imported: (result?.imported ?? 0) + imported,
        merged: (result?.merged ?? 0) + merged,
        skipped: (result?.skipped ?? 0) + countSkipped(skipped),
        skippedWhy: addSkipped(result?.skippedWhy ?? [], skipped),
      },
    };
  };

const told = (line: number, reason: string, { title }: CitedWork): Skipped => ({
  line,
  reason,
  text: title.slice(0, 80).toWellFormed(),
  count: 1,
});

/** Tags, collections, status and note: added to what is there; a status only on papers that are new. */
async function ownOf(
  session: Session,
  tree: CollectionPaths,
  key: string,
  work: CitedWork,
  { tags, collection, status, marks }: ImportOptions,
  fresh: boolean,
): Promise<readonly UndoStep[]> {
  const steps: UndoStep[] = [];
  const edits: PaperEdit[] = [...tags, ...(marks ? (work.tags ?? []) : [])].map((tag) => ({
    do: 'tag',
    tag,
    on: true,
  }));
  if (collection !== undefined) edits.push({ do: 'collection', id: collection, on: true });
  for (const path of marks ? (work.collections ?? []) : []) {
    const { id, made } = await tree.at(path);
    steps.push(...made);
    if (id !== undefined) edits.push({ do: 'collection', id, on: true });
  }
  const wanted = (marks ? work.status : undefined) ?? status;
  if (fresh && wanted !== undefined) edits.push({ do: 'status', status: wanted });
  if (edits.length > 0) steps.push(...(await editInto(session, [key], edits)).steps);
  if (marks && work.note !== undefined && work.note.trim() !== '') {
    await session.load([['note', key]]);
    steps.push(...putNote(session, key, joinNotes(session.note(key), key, [work.note], session.stamps.next)));
  }
  return steps;
}
