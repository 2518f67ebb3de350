import { mergePapers as merged, type WholePaper } from '../../../core/library/merge-papers.ts';
import { changesOf } from '../../../core/library/registers.ts';
import type { RefusedTag } from '../../../core/library/tag-name.ts';
import { placeOf } from '../../../core/library/view.ts';
import type { LibraryDb } from '../database.ts';
import { LibraryFault } from '../fault.ts';
import type { UndoStep } from '../rows.ts';
import { type Done, type Moment, once } from './once.ts';
import type { Session } from './session.ts';
import { putNote } from './write-note.ts';

export interface TwoMerged {
  readonly changed: number;
  readonly refused: readonly RefusedTag[];
}

/**
 * Puts the paper `drop` into `keep`; the dropped one is on no shelf then, and its names lead to the one that stays.
 * @throws LibraryFault `not-found` where one of them is not in the library, or both are one
 */
export function mergePapers(
  db: LibraryDb,
  input: { readonly request: string; readonly keep: string; readonly drop: string },
  moment: Moment,
): Promise<Done<TwoMerged>> {
  return once<TwoMerged>(db, input.request, moment, { changed: 0, refused: [] }, async (session) => {
    const keys = [input.keep, input.drop];
    await session.load(keys.flatMap((key) => (['paper', 'bib', 'note'] as const).map((kind) => [kind, key] as const)));
    const [keep, drop] = [whole(session, input.keep), whole(session, input.drop)];
    if (keep === undefined || drop === undefined || keep.key === drop.key) {
      throw new LibraryFault('not-found', 'Two papers of the library are needed.');
    }
    const done = merged(keep, drop, session.stamps.next);
    const steps: UndoStep[] = [];
    for (const [key, { state, inverse }] of [
      [keep.key, done.keep],
      [drop.key, done.drop],
    ] as const) {
      if (inverse.edits.length === 0) continue;
      session.put('paper', key, state);
      session.remember('paper', key, inverse.edits);
      steps.push({ key, inverse });
    }
    const edits = changesOf(keep.bib, done.bib, ['f', 'i']);
    if (edits.length > 0) {
      session.put('bib', keep.key, done.bib);
      session.remember('bib', keep.key, edits);
      steps.push({ kind: 'bib', key: keep.key, edits });
    }
    steps.push(...putNote(session, keep.key, done.note));
    return { reply: { changed: 2, refused: done.refused }, steps };
  });
}

function whole(session: Session, key: string): WholePaper | undefined {
  const paper = session.paper(key);
  if (paper === undefined || placeOf(paper) !== 'library') return undefined;
  return { key, paper, bib: session.bib(key), note: session.note(key) };
}
