import type { CalendarDay } from '../calendar-day.ts';
import { canon } from './canon.ts';
import { later, type Stamp } from './clock.ts';
import { isReg } from './merge.ts';
import { entryOf, newPaperState, type PaperState, type Reg, withEntry } from './state.ts';
import type { Status } from './status.ts';
import { contentOf, newest, reg, statusOf, visible } from './view.ts';

/** People's actions on a saved paper, as edits of its state: state in; state, and what undo needs, out. */

type Part = 'f' | 't' | 'c';

/** One register that an action set. */
export interface Edit {
  readonly part: Part;
  readonly name: string;
  /** Missing where it was not set. */
  readonly before?: Reg<unknown>;
  readonly after: unknown;
  readonly stamp: Stamp;
}

/** What to keep of an action so that it can be taken back. Plain data. */
export interface Inverse {
  readonly edits: readonly Edit[];
  /** Was the paper to be seen before the action, and after it? */
  readonly was: boolean;
  readonly is: boolean;
  /** What the paper held right after the action (`contentOf`). */
  readonly left: string;
}

export interface Acted {
  readonly state: PaperState;
  readonly inverse: Inverse;
}

/** Gives the stamp of an edit that replaces a value with this stamp (clock.ts). */
export type StampOf = (replaced?: Stamp) => Stamp;

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
  const draft = new Draft(before, stampOf);
  if (!visible(before)) draft.set('f', 'addedAt', wish.day, reg(before, 'deleted')?.[1]);
  if (wish.status !== undefined && wish.status !== statusOf(before)) draft.set('f', 'status', wish.status);
  return draft.done();
}

/** Sets the status of a paper that exists. */
export function setStatus(state: PaperState, status: Status, stampOf: StampOf): Acted {
  const draft = new Draft(state, stampOf);
  if (status !== statusOf(state)) draft.set('f', 'status', status, reg(state, 'deleted')?.[1]);
  return draft.done();
}

/** Puts a tag on or takes it off; any text is a tag, also `__proto__`. */
export function setTag(state: PaperState, tag: string, on: boolean, stampOf: StampOf): Acted {
  const draft = new Draft(state, stampOf);
  const value = entryOf(state.t, tag);
  if ((isReg(value) && value[0] === 1) !== on) draft.set('t', tag, on ? 1 : 0, reg(state, 'deleted')?.[1]);
  return draft.done();
}

/** Takes a paper out of the library: a stamped field, later than all it has seen. Everything else stays for a later save. */
export function unsave(state: PaperState, stampOf: StampOf): Acted {
  const draft = new Draft(state, stampOf);
  if (visible(state)) draft.set('f', 'deleted', 1, newest(state));
  return draft.done();
}

/**
 * Takes an action back, as new stamped edits. A register that holds another value by now keeps it. A paper that the
 * action brought in goes out again only where nobody has put anything into it since; one that it took out comes back.
 */
export function undo(state: PaperState, inverse: Inverse, stampOf: StampOf): Acted {
  const draft = new Draft(state, stampOf);
  const touched = inverse.is && !inverse.was && contentOf(state) !== inverse.left;
  if (touched) return draft.done();
  for (const edit of [...inverse.edits].reverse()) {
    const now = entryOf(state[edit.part], edit.name);
    const same = isReg(now) && canon(now[0]) === canon(edit.after); // by value: an undo of a later edit gave it a new stamp
    if ((edit.part === 'f' && edit.name === 'deleted') || !same) continue;
    draft.set(edit.part, edit.name, edit.before?.[0] ?? (edit.part === 'f' ? null : 0));
  }
  // The edits above are later than a deletion and would bring back what is out: say what is meant.
  const wanted = inverse.was === inverse.is ? visible(state) : inverse.was;
  if (visible(draft.state) !== wanted) draft.set('f', 'deleted', wanted ? 0 : 1, newest(draft.state));
  return draft.done();
}

/** A state while an action edits it. */
class Draft {
  state: PaperState;
  readonly #before: PaperState;
  readonly #stampOf: StampOf;
  readonly #edits: Edit[] = [];

  constructor(state: PaperState, stampOf: StampOf) {
    this.state = state;
    this.#before = state;
    this.#stampOf = stampOf;
  }

  /** @param over a stamp that the edit must also beat: of a deletion, so that the edit brings the paper back */
  set(part: Part, name: string, value: unknown, over?: Stamp): void {
    const old = entryOf<unknown>(this.state[part], name);
    const before = isReg(old) ? old : undefined;
    const stamp = this.#stampOf(later(before?.[1], over));
    this.#edits.push(
      before === undefined ? { part, name, after: value, stamp } : { part, name, before, after: value, stamp },
    );
    // Each part holds registers of its own values: callers give 0 or 1 for `t` and `c`.
    this.state = {
      ...this.state,
      [part]: withEntry<Reg<unknown>>(this.state[part], name, [value, stamp]),
    } as PaperState;
  }

  done(): Acted {
    const [was, is] = [visible(this.#before), visible(this.state)];
    return { state: this.state, inverse: { edits: this.#edits, was, is, left: contentOf(this.state) } };
  }
}
