import type { Choice, ListQuery } from '../../../messaging/library-calls.ts';

/** Which papers are chosen: some by key, or all that match with exceptions, also where most of them were never read. */
export type Selection =
  | { readonly kind: 'keys'; readonly keys: ReadonlySet<string> }
  | { readonly kind: 'query'; readonly query: ListQuery; readonly except: ReadonlySet<string> };

export const NOTHING: Selection = { kind: 'keys', keys: new Set() };

export const isChosen = (selection: Selection, key: string): boolean =>
  selection.kind === 'keys' ? selection.keys.has(key) : !selection.except.has(key);

/** @param total papers that match now */
export const countOf = (selection: Selection, total: number): number =>
  selection.kind === 'keys' ? selection.keys.size : Math.max(0, total - selection.except.size);

/** Chooses a paper, or no longer. */
export const toggled = (selection: Selection, key: string): Selection =>
  withKeys(selection, [key], !isChosen(selection, key));

/** Chooses papers, or no longer. */
export function withKeys(selection: Selection, keys: Iterable<string>, on: boolean): Selection {
  const isListed = selection.kind === 'keys' ? on : !on;
  const set = new Set(selection.kind === 'keys' ? selection.keys : selection.except);
  for (const key of keys) {
    if (isListed) set.add(key);
    else set.delete(key);
  }
  return selection.kind === 'keys' ? { kind: 'keys', keys: set } : { ...selection, except: set };
}

export const allOf = (query: ListQuery): Selection => ({ kind: 'query', query, except: new Set() });

/** As the calls take it. */
export const choiceOf = (selection: Selection): Choice =>
  selection.kind === 'keys' ? { keys: [...selection.keys] } : { query: selection.query, except: [...selection.except] };
