import { later, type Stamp } from './clock.ts';
import { Draft, type StampOf } from './draft.ts';
import { isReg, merge } from './merge.ts';
import { overwritten } from './overwritten.ts';
import type { PaperState } from './state.ts';
import { mergedInto, newest, placeOf } from './view.ts';

/** "Keep mine": what came from elsewhere is merged, and what it would have overwritten here is said again, later than all of it. */

type State = Readonly<Record<string, unknown>>;

/** Parts of a state that hold registers by name (state.ts). */
const PARTS = ['f', 't', 'c', 'a', 'm', 'i'] as const;

/**
 * Merges `theirs` into `mine` so that everything a person sees of `mine` stays as it is; what only `theirs` has comes in.
 * @returns a state that every copy will agree on once it has been sent
 */
export function keepMine<S extends State>(kind: string, mine: S, theirs: S, stampOf: StampOf): S {
  const merged = merge(kind, mine, theirs);
  const draft = new Draft<State>(merged, stampOf);
  const texts: (readonly [unknown, Stamp])[] = [];
  for (const { field, value, stamp } of overwritten(mine, merged)) {
    const part = PARTS.find((name) => field.startsWith(`${name}.`));
    if (part !== undefined) draft.set(part, field.slice(part.length + 1), value);
    else if (field === 'text')
      texts.push([value, stampOf(siblings(merged['sib']).reduce((at, [, one]) => later(at, one) ?? at, stamp))]);
  }
  if (texts.length > 0) draft.state = { ...draft.state, sib: [...siblings(draft.state['sib']), ...texts] };
  if (kind === 'paper') bringBack(mine, draft);
  return draft.state as S; // a draft keeps the shape of what it was given
}

/** Out of the library by a deletion or a merge that only `theirs` knows: said to be here. */
function bringBack(mine: State, draft: Draft<State>): void {
  const here = (state: State): boolean => placeOf(state as PaperState) === 'library'; // of kind paper; it reads defensively
  if (!here(mine) || here(draft.state)) return;
  if (mergedInto(draft.state as PaperState) !== undefined) draft.set('f', 'mergedInto', null);
  if (!here(draft.state)) draft.set('f', 'deleted', 0, newest(draft.state));
}

const siblings = (value: unknown): readonly (readonly [unknown, Stamp])[] =>
  Array.isArray(value) ? value.filter(isReg) : [];
