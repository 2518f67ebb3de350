/** Which stored number each group of entries gets. */

export interface Placed {
  /** Number of the entry; grows with time. */
  readonly id: number;
  /** The paper it belonged to; absent for new entries. */
  readonly pid?: number;
}

export interface Assigned<T> {
  readonly pid: number;
  readonly items: readonly T[];
  /** Numbers whose entries all or partly came here: they lead here from now on, unless another group keeps them. */
  readonly from: readonly number[];
}

/**
 * A group keeps the number of its oldest entry, unless a group with an older entry of that paper keeps it (a paper that falls
 * apart); then, and for new papers, it gets a fresh one.
 * @param fresh gives numbers never used before
 */
export function assignPids<T extends Placed>(
  groups: readonly (readonly T[])[],
  fresh: () => number,
): readonly Assigned<T>[] {
  const taken = new Set<number>();
  return groups
    .map((items) => [...items].sort((a, b) => a.id - b.id))
    .sort((a, b) => (a[0]?.id ?? 0) - (b[0]?.id ?? 0))
    .map((items) => {
      const from = [...new Set(items.flatMap(({ pid }) => pid ?? []))];
      const kept = from.find((pid) => !taken.has(pid));
      const pid = kept ?? fresh();
      taken.add(pid);
      return { pid, items, from: from.filter((other) => other !== pid) };
    });
}
