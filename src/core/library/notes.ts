import type { StampOf } from './actions.ts';
import { later, type Stamp } from './clock.ts';
import type { NoteState } from './state.ts';

/** Replaces all texts of a note that are known here by one; texts written elsewhere meanwhile stay beside it. Empty text: none. */
export function writeNote(state: NoteState, text: string, stampOf: StampOf): NoteState {
  let newest: Stamp | undefined;
  const seen: Record<string, 1> = { ...state.seen };
  for (const [, stamp] of state.sib) {
    newest = later(newest, stamp);
    seen[stamp] = 1; // a stamp is never the name of a prototype's property
  }
  const stamp = stampOf(newest);
  return { ...state, sib: text === '' ? [] : [[text, stamp]], seen: text === '' ? { ...seen, [stamp]: 1 } : seen };
}
