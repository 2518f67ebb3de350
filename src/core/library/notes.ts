import { later, type Stamp } from './clock.ts';
import type { StampOf } from './draft.ts';
import { LONGEST_NOTE } from './edits.ts';
import { isReg } from './merge.ts';
import { type NoteState, newNoteState } from './state.ts';

/** The free note of a paper: usually one text; several where copies of the library wrote at the same time. */

/** What to keep of a change of a note so that it can be taken back. Plain data. */
export interface NoteInverse {
  /** The texts before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface NoteActed {
  readonly state: NoteState;
  /** Undefined where nothing changed. */
  readonly inverse?: NoteInverse;
  /** Texts that were replaced, with their stamps. */
  readonly replaced: readonly (readonly [text: string, stamp: Stamp])[];
}

/** The texts that are there, oldest first. Reads defensively. */
export const textsOf = (state: NoteState | undefined): readonly string[] => siblingsOf(state).map(([text]) => text);

const siblingsOf = (state: NoteState | undefined): readonly (readonly [string, Stamp])[] =>
  (Array.isArray(state?.sib) ? state.sib : []).filter((s) => isReg(s) && typeof s[0] === 'string' && s[0] !== '');

/** Replaces all texts of a note that are known here by one; texts written elsewhere meanwhile stay beside it. Empty text: none. */
export const writeNote = (state: NoteState, text: string, stampOf: StampOf): NoteState =>
  writeTexts(state, text === '' ? [] : [text], stampOf);

/** `writeNote` as an action. @param state undefined where the paper has no note */
export function setNote(state: NoteState | undefined, paper: string, text: string, stampOf: StampOf): NoteActed {
  const before = textsOf(state);
  const after = text === '' ? [] : [text];
  if (before.length === after.length && before[0] === after[0]) {
    return { state: state ?? newNoteState(paper), replaced: [] };
  }
  return changed(state ?? newNoteState(paper), after, stampOf);
}

/** Takes a change of a note back: where its texts are those that the change left. Texts that others wrote beside them stay. */
export function takeBackNote(state: NoteState, inverse: NoteInverse, stampOf: StampOf): NoteActed {
  const now = textsOf(state);
  const others = now.filter((text) => !inverse.after.includes(text));
  const same = inverse.after.length === 0 ? now.length === 0 : inverse.after.every((text) => now.includes(text));
  if (!same) return { state, replaced: [] };
  return changed(state, [...new Set([...inverse.before, ...others])], stampOf);
}

/** The note of a paper joins that of another, below it; text that is there already is not doubled. */
export function joinNotes(
  keep: NoteState | undefined,
  paper: string,
  more: readonly string[],
  stampOf: StampOf,
): NoteActed {
  const before = textsOf(keep);
  const fresh = more.filter((text) => !before.some((known) => known.includes(text)));
  if (fresh.length === 0) return { state: keep ?? newNoteState(paper), replaced: [] };
  const joined = [...before, ...fresh].join('\n\n');
  return changed(
    keep ?? newNoteState(paper),
    joined.length <= LONGEST_NOTE ? [joined] : [...before, ...fresh],
    stampOf,
  );
}

function changed(state: NoteState, after: readonly string[], stampOf: StampOf): NoteActed {
  const next = writeTexts(state, after, stampOf);
  return { state: next, inverse: { before: textsOf(state), after: textsOf(next) }, replaced: siblingsOf(state) };
}

function writeTexts(state: NoteState, texts: readonly string[], stampOf: StampOf): NoteState {
  let newest: Stamp | undefined;
  const seen: Record<string, 1> = { ...state.seen };
  for (const [, stamp] of state.sib) {
    newest = later(newest, stamp);
    seen[stamp] = 1; // a stamp is never the name of a prototype's property
  }
  const sib = texts.map((text): readonly [string, Stamp] => [text, stampOf(newest)]);
  // Where no text is left the stamp itself tells when that was.
  return { ...state, sib, seen: texts.length === 0 ? { ...seen, [stampOf(newest)]: 1 } : seen };
}
