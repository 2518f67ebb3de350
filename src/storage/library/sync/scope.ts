import { hash53 } from '../../../core/identity/hash53.ts';
import { canon } from '../../../core/library/canon.ts';
import { isRecord, isReg, merge } from '../../../core/library/merge.ts';
import type { PaperState, Reg } from '../../../core/library/state.ts';
import { placeOf, reg } from '../../../core/library/view.ts';
import type { Share } from '../../../core/sync/place.ts';
import type { MarkRow } from '../rows.ts';

/**
 * A place that holds one collection alone. What is sent there, and what is taken in from there, is a projection of the states here: the
 * papers of the collection with their records, and the collection itself. With `papers` nothing of what the person did with a paper
 * but when it was saved and that it is in the collection; with `everything` all of it, and its note. Nothing of other collections.
 */
export interface Scope {
  /** Id of the collection. */
  readonly collection: string;
  readonly share: Share;
}

type State = Readonly<Record<string, unknown>>;

/** Is the paper in the collection, and since when? Undefined where it never was. */
export function membership({ collection }: Scope, paper: unknown): Reg<unknown> | undefined {
  const set = isRecord(paper) ? paper['c'] : undefined;
  const found = isRecord(set) && Object.hasOwn(set, collection) ? set[collection] : undefined;
  return isReg(found) ? found : undefined;
}

export const isMember = (scope: Scope, paper: unknown): boolean => membership(scope, paper)?.[0] === 1;

/** What of a state belongs to the place; undefined: nothing. Of a paper that was taken out only that it was. */
export function project(scope: Scope, kind: string, id: string, state: unknown): State | undefined {
  if (!isRecord(state)) return undefined;
  if (kind === 'bib') return state;
  if (kind === 'note') return scope.share === 'everything' ? state : undefined;
  if (kind === 'collection') return id === scope.collection ? itself(scope, state) : undefined;
  const member = kind === 'paper' ? membership(scope, state) : undefined;
  if (member === undefined) return undefined;
  const c = { [scope.collection]: member };
  if (member[0] === 1 && scope.share === 'everything') return { ...state, c };
  const added = member[0] === 1 ? reg({ f: state['f'] }, 'addedAt') : undefined;
  return { v: 1, f: added === undefined ? {} : { addedAt: added }, t: {}, c };
}

/** Where it stands among other collections is everybody's own affair; so is, in a group that shares papers, whether one keeps it. */
function itself({ share }: Scope, state: State): State {
  const own: readonly string[] = share === 'papers' ? ['parent', 'deleted'] : ['parent'];
  const f = isRecord(state['f']) ? Object.entries(state['f']).filter(([name]) => !own.includes(name)) : [];
  return { ...state, f: Object.fromEntries(f) };
}

/** As if the paper had been taken out of the collection then; an older word of its being in it does not bring it. */
export const takenOut = ({ collection }: Scope, paper: State, left: string): State =>
  merge<State>('paper', paper, { v: 1, f: {}, t: {}, c: { [collection]: [0, left] } });

/** Does the place know the paper? A record that was only ever refused there, or never sent after all, is not known. */
export const wasThere = (mark: MarkRow | undefined): boolean =>
  mark !== undefined &&
  (mark.seq > 0 ||
    mark.token !== undefined ||
    mark.print !== undefined ||
    mark.why === 'behind' ||
    mark.why === 'changed-there');

/** May anything of the paper be sent? `in`: also its record and note; `out`: only that it was taken out. */
export function sendable(scope: Scope, paper: unknown, mark: MarkRow | undefined): 'in' | 'out' | undefined {
  const member = membership(scope, paper);
  if (member === undefined) return undefined;
  if (member[0] !== 1) return wasThere(mark) ? 'out' : undefined;
  // A state of kind paper; it is read defensively. One in the trash is not shown to anybody who has not seen it.
  return placeOf(paper as PaperState) === 'library' || wasThere(mark) ? 'in' : undefined;
}

/** Tells whether what is there is what would be sent. */
export const printOf = (projected: unknown): number => hash53(canon(projected));
