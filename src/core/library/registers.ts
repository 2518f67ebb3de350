import { unset } from './actions.ts';
import { canon } from './canon.ts';
import { Draft, type Edit, type Part, partOf, type StampOf } from './draft.ts';
import { isReg } from './merge.ts';
import { entryOf } from './state.ts';

/** Changes of a state that is registers and nothing else (records, collections, rules …), and how they are taken back. */

type State = Readonly<Record<string, unknown>>;

/** The registers of `after` that differ from those of `before`, as edits. */
export function changesOf(before: State | undefined, after: State, parts: readonly Part[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const part of parts) {
    const old = before === undefined ? {} : partOf(before, part);
    for (const [name, now] of Object.entries(partOf(after, part))) {
      const was = entryOf(old, name);
      if (was === now || !isReg(now)) continue;
      const edit = { part, name, after: now[0], stamp: now[1] };
      if (!isReg(was)) edits.push(edit);
      else if (was[1] !== now[1]) edits.push({ ...edit, before: was });
    }
  }
  return edits;
}

/**
 * Takes edits back as new ones. A register that holds another value by now keeps it.
 * @returns the same state, and no edits, where nothing is to be taken back
 */
export function takeBackEdits<S extends State>(
  state: S,
  edits: readonly Edit[],
  stampOf: StampOf,
): { readonly state: S; readonly edits: readonly Edit[] } {
  const draft = new Draft(state, stampOf);
  for (const edit of [...edits].reverse()) {
    const now = entryOf(partOf(draft.state, edit.part), edit.name);
    if (!isReg(now) || canon(now[0]) !== canon(edit.after)) continue;
    draft.set(edit.part, edit.name, edit.before?.[0] ?? unset(edit.part));
  }
  return { state: draft.state, edits: draft.edits };
}
