import type { CalendarDay } from '../../../core/calendar-day.ts';
import { type CitedWork, recordOfWork } from '../../../core/citations/citation.ts';
import { keyOf } from '../../../core/library/aliases.ts';
import type { PaperEdit } from '../../../core/library/edits.ts';
import { joinNotes } from '../../../core/library/notes.ts';
import { changesOf } from '../../../core/library/registers.ts';
import type { BibState } from '../../../core/library/state.ts';
import type { ImportOptions } from '../../../messaging/library-calls.ts';
import { editLoaded } from '../../../storage/library/commands/edit.ts';
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
    // All that is read is read here: in the loop below nothing waits, for many waits for nothing would end the transaction.
    const tree = new CollectionPaths(session);
    const paths = options.marks ? named.flatMap(([, work]) => work.collections ?? []) : [];
    const all: UndoStep[] = [...steps, ...(await tree.prepare(paths))];
    if (options.marks) await session.load(saved.map(({ key }) => ['note', key] as const));
    let [imported, merged] = [0, 0];
    const filled = new Set<string>();
    const seen = new Set<string>();
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
      all.push(...ownOf(session, tree, key, work, options, fresh));
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
function ownOf(
  session: Session,
  tree: CollectionPaths,
  key: string,
  work: CitedWork,
  { tags, collection, status, marks }: ImportOptions,
  fresh: boolean,
): readonly UndoStep[] {
  const names = [...tags, ...(marks ? (work.tags ?? []) : [])];
  const places = marks ? (work.collections ?? []).flatMap((path) => tree.idOf(path) ?? []) : [];
  if (collection !== undefined) places.push(collection);
  const wanted = (marks ? work.status : undefined) ?? status;
  const edits: readonly PaperEdit[] = [
    ...names.map((tag) => ({ do: 'tag', tag, on: true }) as const),
    ...places.map((id) => ({ do: 'collection', id, on: true }) as const),
    ...(fresh && wanted !== undefined ? [{ do: 'status', status: wanted } as const] : []),
  ];
  const { steps } = editLoaded(session, key, edits);
  if (!marks || work.note === undefined || work.note.trim() === '') return steps;
  return [...steps, ...putNote(session, key, joinNotes(session.note(key), key, [work.note], session.stamps.next))];
}
