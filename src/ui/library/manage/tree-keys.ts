import { fold } from '../../../core/identity/fold.ts';

/** A tree as the arrow keys know it (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/), apart from how it is drawn. */

export interface TreeRow {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly depth: number;
}

/** Rows whose parents are all open. `rows`: parents stand before their children. */
export function shownRows<T extends TreeRow>(rows: readonly T[], closed: ReadonlySet<string>): readonly T[] {
  const hidden = new Set<string>();
  return rows.filter(({ id, parent }) => {
    const shown = parent === null || (!hidden.has(parent) && !closed.has(parent));
    if (!shown) hidden.add(id);
    return shown;
  });
}

export const hasChildren = (rows: readonly TreeRow[], id: string): boolean => rows.some(({ parent }) => parent === id);

export type TreeStep =
  | { readonly do: 'go'; readonly id: string }
  | { readonly do: 'open' | 'close'; readonly ids: readonly string[] };

/**
 * What a key does.
 * @param forward the arrow key that points to the end of the line
 * @returns undefined where the key means nothing here
 */
export function treeStep(
  rows: readonly TreeRow[],
  closed: ReadonlySet<string>,
  id: string,
  key: string,
  forward: 'ArrowRight' | 'ArrowLeft' = 'ArrowRight',
): TreeStep | undefined {
  const shown = shownRows(rows, closed);
  const at = shown.findIndex((row) => row.id === id);
  const row = shown[at];
  const go = (to: TreeRow | undefined): TreeStep | undefined => to && { do: 'go', id: to.id };
  if (!row) return go(shown[0]);
  if (key === 'ArrowDown') return go(shown[at + 1]);
  if (key === 'ArrowUp') return go(shown[at - 1]);
  if (key === 'Home') return go(shown[0]);
  if (key === 'End') return go(shown.at(-1));
  if (key === '*') {
    const ids = rows
      .filter(({ parent, id: one }) => parent === row.parent && hasChildren(rows, one))
      .map((one) => one.id);
    return { do: 'open', ids };
  }
  const parent = hasChildren(rows, id);
  if (key === forward) {
    if (!parent) return undefined;
    return closed.has(id) ? { do: 'open', ids: [id] } : go(shown[at + 1]);
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (parent && !closed.has(id)) return { do: 'close', ids: [id] };
    return go(shown.find((one) => one.id === row.parent));
  }
  if (key.length === 1 && key !== ' ') {
    const order = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
    return go(order.find(({ name }) => fold(name).startsWith(fold(key))));
  }
  return undefined;
}
