import { useCallback } from 'preact/hooks';
import type { ListRow } from '../../messaging/library-calls.ts';
import type { States } from './bulk/pickers.tsx';
import type { Target } from './bulk/use-acts.ts';
import type { ListStore } from './list/list-store.ts';
import { choiceOf } from './list/selection.ts';
import type { Cursor } from './list/use-cursor.ts';
import type { Selecting } from './list/use-selection.ts';

/** Rows that are looked through for what their papers have in common. */
const FEW = 200;

/** What keys and buttons act on: the papers chosen, else the current one. */
export function useTarget(store: ListStore, selecting: Selecting, cursor: Cursor): () => Target | undefined {
  const { selection, count } = selecting;
  const { at } = cursor;
  return useCallback(() => {
    if (count > 0) return { choice: choiceOf(selection), count };
    const key = store.rowAt(at)?.row.key;
    return key === undefined ? undefined : { choice: { keys: [key] }, count: 1 };
  }, [store, selection, count, at]);
}

/** The rows of a target; undefined where not all of them are here. */
export function rowsOf(store: ListStore, { choice }: Target): readonly ListRow[] | undefined {
  if (!('keys' in choice) || choice.keys.length > FEW) return undefined;
  const rows = choice.keys.flatMap((key) => store.rowAt(store.indexOf(key)) ?? []);
  return rows.length === choice.keys.length ? rows : undefined;
}

/** Which names are on all or on some of the rows; undefined without rows. */
export function statesOf(
  rows: readonly ListRow[] | undefined,
  namesOf: (row: ListRow['row']) => readonly string[],
): States {
  if (rows === undefined) return undefined;
  const counts = new Map<string, number>();
  for (const { row } of rows) for (const name of namesOf(row)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].map(([name, n]) => [name, n === rows.length ? 'on' : 'some'] as const));
}

/** The one value that all rows share. */
export function sharedBy<T>(rows: readonly ListRow[] | undefined, read: (row: ListRow['row']) => T): T | undefined {
  const [first, ...rest] = rows ?? [];
  if (first === undefined) return undefined;
  const value = read(first.row);
  return rest.every(({ row }) => read(row) === value) ? value : undefined;
}
