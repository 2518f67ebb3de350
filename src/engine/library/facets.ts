import { STATUSES, type Status } from '../../core/library/status.ts';
import type { Collection } from '../../core/library/things.ts';
import type { Facets } from '../../messaging/library-calls.ts';
import { AUTO, CODE, type Columns, NOTES, OWN } from './columns.ts';
import type { Things } from './things.ts';

/** Names of one kind that a page shows at most. */
const MOST = 200;

/** How often what stands in the papers found. */
export function facetsOf(
  columns: Columns,
  slots: Uint32Array,
  things: Things,
): Pick<Facets, 'tags' | 'tagCount' | 'years' | 'venues' | 'code' | 'notes'> {
  const { names, tags, years, venues, flags } = columns;
  const tagCounts = new Uint32Array(names.tags.size);
  /** Of what sorts a tag is among these papers, as bits. */
  const sorts = new Uint8Array(names.tags.size);
  const yearCounts = new Uint32Array(10_000);
  const venueCounts = new Uint32Array(names.venues.size + 1);
  let [code, notes] = [0, 0];
  const { starts, counts, pool } = tags;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const start = starts[slot] ?? 0;
    const end = start + (counts[slot] ?? 0);
    for (let at = start; at < end; at++) {
      const tag = pool[at] ?? 0;
      const number = tag >> 2;
      tagCounts[number] = (tagCounts[number] ?? 0) + 1;
      sorts[number] = (sorts[number] ?? 0) | (1 << (tag & 3));
    }
    const [year, venue, own] = [years[slot] ?? 0, venues[slot] ?? 0, flags[slot] ?? 0];
    yearCounts[year] = (yearCounts[year] ?? 0) + 1;
    venueCounts[venue] = (venueCounts[venue] ?? 0) + 1;
    if ((own & CODE) !== 0) code++;
    if ((own & NOTES) !== 0) notes++;
  }
  const kindOf = (number: number) => {
    const sort = sorts[number] ?? 0;
    if ((sort & (1 << OWN)) !== 0) return 'own';
    return (sort & (1 << AUTO)) !== 0 ? 'auto' : (names.kinds.get(number) ?? 'auto');
  };
  const ranked = mostFirst(tagCounts, (number) => names.tags.nameOf(number));
  return {
    tags: ranked.slice(0, MOST).map(([number, count]) => {
      const name = names.tags.nameOf(number);
      const colour = things.colours.get(name);
      return { name, kind: kindOf(number), count, ...(colour === undefined ? {} : { colour }) };
    }),
    tagCount: ranked.length,
    years: Array.from(yearCounts, (count, year) => [year, count] as const)
      .filter(([year, count]) => year > 0 && count > 0)
      .reverse(),
    venues: mostFirst(venueCounts.subarray(1), (number) => names.venues.nameOf(number))
      .slice(0, MOST)
      .map(([number, count]) => [names.venues.nameOf(number), count]),
    code,
    notes,
  };
}

/** Numbers that were counted, most first, equal ones by name. */
function mostFirst(
  counts: Uint32Array,
  nameOf: (number: number) => string,
): (readonly [number: number, count: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const [number, count] of counts.entries()) if (count > 0) found.push([number, count]);
  return found.sort((a, b) => b[1] - a[1] || (nameOf(a[0]) < nameOf(b[0]) ? -1 : 1));
}

export function statusCounts({ slots, status }: Columns): Readonly<Record<Status, number>> {
  const counts = STATUSES.map(() => 0);
  for (const slot of slots.values()) counts[status[slot] ?? 0] = (counts[status[slot] ?? 0] ?? 0) + 1;
  const [toRead = 0, reading = 0, read = 0, aside = 0] = counts;
  return { 'to-read': toRead, reading, read, aside };
}

/** Papers in each collection and below it, each paper once. */
export function collectionCounts(
  columns: Columns,
  collections: readonly Collection[],
): Readonly<Record<string, number>> {
  const parents = new Map(collections.map(({ id, parent }) => [id, parent]));
  // By number of the collection: it and all above it. What was taken away counts nowhere.
  const above = columns.names.collectionIds.map((id) => {
    const chain: string[] = [];
    for (let at = parents.has(id) ? id : null; at !== null && !chain.includes(at); at = parents.get(at) ?? null)
      chain.push(at);
    return chain;
  });
  const counts = new Map(collections.map(({ id }) => [id, 0]));
  for (const slot of columns.slots.values()) {
    const own = columns.collections.get(slot);
    if (own.length === 0) continue;
    const [only = 0] = own;
    for (const id of own.length === 1
      ? (above[only] ?? [])
      : new Set([...own].flatMap((number) => above[number] ?? [])))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
