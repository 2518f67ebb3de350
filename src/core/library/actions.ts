import type { CalendarDay } from '../calendar-day.ts';
import { canon } from './canon.ts';
import { type Acted, type Inverse, PaperDraft, type Part, partOf, type StampOf } from './draft.ts';
import { isReg } from './merge.ts';
import { entryOf, newPaperState, type PaperState } from './state.ts';
import type { Status } from './status.ts';
import { contentOf, newest, placeOf, reg, statusOf, visible } from './view.ts';

export type { Acted, Edit, Inverse, StampOf } from './draft.ts';

/** People's actions on a saved paper, as edits of its state: state in; state, and what undo needs, out. */

/**
 * Saves a paper, or sets the status of one that is saved. Never un-saves. A plain save of a saved paper changes nothing.
 * The default status is not stamped (SYNC.md 5.2, 3), so a first save never beats a status set on another machine.
 */
export function savePaper(
  state: PaperState | undefined,
  wish: { readonly day: CalendarDay; readonly status?: Status | undefined },
  stampOf: StampOf,
): Acted {
  const before = state ?? newPaperState();
  const draft = new PaperDraft(before, stampOf);
  if (!visible(before)) draft.set('f', 'addedAt', wish.day, reg(before, 'deleted')?.[1]);
  if (wish.status !== undefined && wish.status !== statusOf(before)) draft.set('f', 'status', wish.status);
  return draft.done();
}

/** Sets the status of a paper that exists. */
export function setStatus(state: PaperState, status: Status, stampOf: StampOf): Acted {
  const draft = new PaperDraft(state, stampOf);
  if (status !== statusOf(state)) draft.set('f', 'status', status, reg(state, 'deleted')?.[1]);
  return draft.done();
}

/** Puts a tag on or takes it off; any text is a tag, also `__proto__`. */
export function setTag(state: PaperState, tag: string, on: boolean, stampOf: StampOf): Acted {
  const draft = new PaperDraft(state, stampOf);
  if ((draft.value('t', tag) === 1) !== on) draft.set('t', tag, on ? 1 : 0, reg(state, 'deleted')?.[1]);
  return draft.done();
}

/** Takes a paper out of the library: a stamped field, later than all it has seen. Everything else stays for a later save. */
export function unsave(state: PaperState, stampOf: StampOf): Acted {
  const draft = new PaperDraft(state, stampOf);
  if (visible(state)) draft.set('f', 'deleted', 1, newest(state));
  return draft.done();
}

/**
 * Takes an action back, as new stamped edits. A register that holds another value by now keeps it. A paper that the
 * action brought in goes out again only where nobody has put anything into it since; one that it took out comes back.
 */
export function undo(state: PaperState, inverse: Inverse, stampOf: StampOf): Acted {
  const draft = new PaperDraft(state, stampOf);
  const touched = inverse.is && !inverse.was && contentOf(state) !== inverse.left;
  if (touched) return draft.done();
  for (const edit of [...inverse.edits].reverse()) {
    const now = entryOf(partOf(draft.state, edit.part), edit.name);
    const same = isReg(now) && canon(now[0]) === canon(edit.after); // by value: an undo of a later edit gave it a new stamp
    if ((edit.part === 'f' && edit.name === 'deleted') || !same) continue;
    draft.set(edit.part, edit.name, edit.before?.[0] ?? unset(edit.part));
  }
  // The edits above are later than a deletion and would bring back what is out: say what is meant.
  const wanted = inverse.was === inverse.is ? visible(state) : inverse.was;
  if (visible(draft.state) !== wanted) {
    draft.set('f', 'deleted', wanted ? 0 : 1, newest(draft.state));
    const place = inverse.was === inverse.is ? placeOf(state) : (inverse.from ?? 'gone');
    // A paper that was never there does not go to the trash.
    if (!wanted && place === 'gone') draft.set('f', 'unsaved', 1, newest(draft.state));
  }
  return draft.done();
}

/** What "not set" is written as: an element that is not in a set is 0; everything else null. */
export const unset = (part: Part): null | 0 => ('tcmi'.includes(part) ? 0 : null);
