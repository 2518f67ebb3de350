import type { Entry } from '../../core/entry.ts';
import { idsConflict, matchTitle, type TitleFacts } from '../../core/identity/match-title.ts';
import type { PaperId, TitleKey } from '../../core/identity/paper-id.ts';
import { type EntryAliases, entryAliases } from './aliases.ts';

/**
 * Which entries speak of one paper. A pure function of the set of entries: their order decides nothing, so that adding digests in
 * another order, or forgetting one, gives the same papers.
 *
 * 1. Entries that share an id are one paper.
 * 2. Such groups are one paper by title where every two of them agree (`matchTitle`, RELATED.md 9). Where they do not, because two
 *    of them have different ids or other authors, a title cannot say which is meant: then only groups without ids are joined, where
 *    those agree among themselves.
 *
 * @param crowded title keys that so many papers share that they say nothing
 */
export function cluster<T extends { readonly entry: Entry }>(
  items: readonly T[],
  seen: WeakMap<Entry, EntryAliases>,
  crowded: ReadonlySet<string> = new Set(),
): readonly (readonly T[])[] {
  const byId = groups(items, (item) => entryAliases(item.entry, seen).ids);
  const parts = byId.map((group) => partOf(group, seen, crowded));
  const byTitle = groups(parts, (part) => [...part.titles.keys()]);
  return byTitle.flatMap((family) => settle(family)).map((joined) => joined.flatMap((part) => part.items));
}

/** More groups of one title than this and the title says nothing: "Untitled notes" in a hostile digest. */
export const CROWD = 64;

interface Part<T> {
  readonly items: readonly T[];
  readonly ids: readonly PaperId[];
  /** One title for each key. */
  readonly titles: ReadonlyMap<TitleKey, string>;
  readonly authors: readonly string[];
  readonly year: number | undefined;
}

function partOf<T extends { readonly entry: Entry }>(
  items: readonly T[],
  seen: WeakMap<Entry, EntryAliases>,
  crowded: ReadonlySet<string>,
): Part<T> {
  const titles = new Map<TitleKey, string>();
  const ids = new Set<PaperId>();
  const authors = new Set<string>();
  const years: number[] = [];
  for (const { entry } of items) {
    const aliases = entryAliases(entry, seen);
    for (const id of aliases.ids) ids.add(id);
    for (const author of entry.authors ?? []) authors.add(author);
    const { key } = aliases.title;
    const other = key === undefined ? undefined : titles.get(key);
    if (key !== undefined && !crowded.has(key) && (other === undefined || entry.title < other))
      titles.set(key, entry.title);
    if (entry.date !== undefined) years.push(Number(entry.date.slice(0, 4)));
  }
  const year = years.length > 0 ? Math.min(...years) : undefined;
  return { items, ids: [...ids], titles, authors: [...authors], year };
}

/** The joined parts of a family that shares titles. */
function settle<T>(family: readonly Part<T>[]): readonly (readonly Part<T>[])[] {
  if (family.length === 1) return [family];
  if (family.length > CROWD) return family.map((part) => [part]);
  return components(family).flatMap((group) => {
    if (agree(group)) return [group];
    const named = group.filter((part) => part.ids.length > 0).map((part) => [part]);
    const nameless = components(group.filter((part) => part.ids.length === 0));
    return [...named, ...nameless.flatMap((some) => (agree(some) ? [some] : some.map((part) => [part])))];
  });
}

const agree = <T>(group: readonly Part<T>[]): boolean =>
  group.every((a, i) =>
    group.slice(i + 1).every((b) => (sharedKey(a, b) === undefined ? !idsConflict(a.ids, b.ids) : sameTitle(a, b))),
  );

/** Parts reachable from each other over equal titles. */
function components<T>(parts: readonly Part<T>[]): readonly (readonly Part<T>[])[] {
  const left = new Set(parts);
  const found: Part<T>[][] = [];
  for (const first of parts) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const part of group)
      for (const other of left)
        if (sameTitle(part, other)) {
          left.delete(other);
          group.push(other);
        }
    found.push(group);
  }
  return found;
}

const sharedKey = <T>(a: Part<T>, b: Part<T>): TitleKey | undefined => {
  for (const key of a.titles.keys()) if (b.titles.has(key)) return key;
  return undefined;
};

function sameTitle<T>(a: Part<T>, b: Part<T>): boolean {
  const key = sharedKey(a, b);
  return key !== undefined && matchTitle(factsOf(a, key), factsOf(b, key)) === 'title';
}

const factsOf = <T>({ titles, authors, year, ids }: Part<T>, key: TitleKey): TitleFacts => ({
  title: titles.get(key) ?? '',
  authors,
  ids,
  ...(year === undefined ? {} : { year }),
});

/** Items grouped by what they have in common, transitively, in the order of their first items. */
function groups<T>(items: readonly T[], ties: (item: T) => readonly string[]): readonly (readonly T[])[] {
  const root = items.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    for (let up = root[at] ?? at; up !== at; up = root[at] ?? at) {
      root[at] = root[up] ?? up;
      at = root[at] ?? at;
    }
    return at;
  };
  const first = new Map<string, number>();
  for (const [i, item] of items.entries())
    for (const tie of ties(item)) {
      const other = first.get(tie);
      if (other === undefined) first.set(tie, i);
      else {
        const [a, b] = [find(i), find(other)];
        root[Math.max(a, b)] = Math.min(a, b);
      }
    }
  const made = new Map<number, T[]>();
  for (const [i, item] of items.entries()) {
    const at = find(i);
    const group = made.get(at);
    if (group) group.push(item);
    else made.set(at, [item]);
  }
  return [...made.values()];
}
