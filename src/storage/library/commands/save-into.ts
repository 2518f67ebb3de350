import type { CalendarDay } from '../../../core/calendar-day.ts';
import { savePaper } from '../../../core/library/actions.ts';
import { addToRecord } from '../../../core/library/bib.ts';
import type { SaveInput } from '../../../core/library/save-input.ts';
import type { Topic } from '../../../core/library/saved-row.ts';
import type { Status } from '../../../core/library/status.ts';
import { topicsOf } from '../../../core/library/topics.ts';
import { contentOf, type Place, placeOf, statusOf } from '../../../core/library/view.ts';
import type { UndoStep } from '../rows.ts';
import { finder } from './finder.ts';
import { rulesOn } from './run-rules.ts';
import type { Session } from './session.ts';

export interface SavedPaper {
  readonly key: string;
  readonly status: Status;
  /** Where it stood before. */
  readonly was: Place;
}

export interface SavedInto {
  /** In the order of the papers. */
  readonly saved: readonly SavedPaper[];
  readonly steps: readonly UndoStep[];
}

export interface SaveOptions {
  readonly day: CalendarDay;
  readonly status?: Status | undefined;
  /** For tests, and for callers whose papers bring their topics. */
  readonly tag?: (record: SaveInput) => readonly Topic[];
  /** Papers in the trash stay there: an import must not bring back what a person took out. */
  readonly leaveTrash?: boolean;
}

/**
 * Saves papers inside a transaction: state, record with topics, and what rules put on. Every paper must name something (`keyOf`).
 * Papers saved twice are one.
 */
export async function saveInto(
  session: Session,
  papers: readonly SaveInput[],
  { day, status, tag = topicsOf, leaveTrash = false }: SaveOptions,
): Promise<SavedInto> {
  const find = await finder(session, papers);
  const runRules = await rulesOn(session);
  const steps: UndoStep[] = [];
  const saved: SavedPaper[] = [];
  for (const paper of papers) {
    const key = find(paper);
    const before = session.paper(key);
    const was = placeOf(before);
    if (was === 'trash' && leaveTrash) {
      saved.push({ key, status: before === undefined ? 'to-read' : statusOf(before), was });
      continue;
    }
    const record = session.bib(key);
    const bib = addToRecord(record, paper, session.stamps.next, tag);
    if (bib !== record) session.put('bib', key, bib);
    const acted = savePaper(before, { day, status }, session.stamps.next);
    const ruled = runRules(acted.state, bib);
    const edits = [...acted.inverse.edits, ...ruled.inverse.edits];
    if (edits.length > 0) {
      session.put('paper', key, ruled.state);
      session.remember('paper', key, edits);
      // One step: what rules put on belongs to the save, also when it is taken back.
      const left = acted.inverse.left === '' ? '' : contentOf(ruled.state);
      steps.push({ key, inverse: { ...acted.inverse, edits, left } });
    }
    saved.push({ key, status: statusOf(ruled.state), was });
  }
  return { saved, steps };
}
