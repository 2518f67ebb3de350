import type { SortBy } from '../../messaging/library-calls.ts';
import type { Columns } from './columns.ts';

/**
 * Every sort of a shelf as the list of its slots, kept and brought up to date: a list is then a walk through it. Papers without a value
 * (no year, no venue, not rated) come last in either direction; equal ones newest first.
 */
export type Sort = Exclude<SortBy, 'relevance'>;

type Compare = (a: number, b: number) => number;

interface Kept {
  slots: Uint32Array;
  /** Slots that changed since. */
  readonly changed: Set<number>;
}

export class Orders {
  readonly #columns: Columns;
  readonly #kept = new Map<string, Kept>();

  constructor(columns: Columns) {
    this.#columns = columns;
    columns.onChange((slot) => {
      for (const { changed } of this.#kept.values()) changed.add(slot);
    });
  }

  /** All slots that hold a paper, in this order. Must not be changed. */
  get(sort: Sort, descending: boolean): Uint32Array {
    const name = `${sort} ${descending}`;
    const kept = this.#kept.get(name);
    if (kept?.changed.size === 0) return kept.slots;
    const compare = this.#compare(sort, descending);
    const slots =
      kept === undefined || kept.changed.size * 4 > kept.slots.length
        ? this.#all().sort(compare)
        : this.#joined(kept, compare);
    this.#kept.set(name, { slots, changed: new Set() });
    return slots;
  }

  #all(): Uint32Array {
    return Uint32Array.from(this.#columns.slots.values());
  }

  /** The old order with the changed slots put in their places. */
  #joined({ slots, changed }: Kept, compare: Compare): Uint32Array {
    const there = [...changed].filter((slot) => this.#columns.keys[slot] !== undefined).sort(compare);
    const joined = new Uint32Array(this.#columns.size);
    let at = 0;
    let next = 0;
    for (const slot of slots) {
      if (changed.has(slot)) continue;
      for (let other = there[next]; other !== undefined && compare(other, slot) < 0; other = there[++next]) {
        joined[at++] = other;
      }
      joined[at++] = slot;
    }
    for (; next < there.length; next++) joined[at++] = there[next] ?? 0;
    return joined;
  }

  #compare(sort: Sort, descending: boolean): Compare {
    const { added, keys } = this.#columns;
    const first = this.#primary(sort, descending);
    // Keys are unique, so no two papers are equal: the order does not depend on how it came about. The greater key comes first, as in
    // the database's index read backwards, from which a page draws its first rows before the engine has answered.
    return (a, b) =>
      first(a, b) || (added[b] ?? 0) - (added[a] ?? 0) || ((keys[a] ?? '') > (keys[b] ?? '') ? -1 : Number(a !== b));
  }

  #primary(sort: Sort, descending: boolean): Compare {
    const { added, changed, status, years, rating, venues, titles, names, end } = this.#columns;
    switch (sort) {
      case 'added':
        return byNumber(added, descending, false);
      case 'changed':
        return byNumber(changed, descending, false);
      case 'status':
        return byNumber(status, descending, false);
      case 'year':
        return byNumber(years, descending, true);
      case 'rating':
        return byNumber(rating, descending, true);
      case 'venue':
        return byNumber(ranksOf(names.venues, venues, end), descending, true);
      case 'title':
        return byText(titles, descending);
    }
  }
}

/** @param zeroLast 0 is "unknown" */
function byNumber(
  values: Float64Array | Uint8Array | Uint16Array | Uint32Array,
  descending: boolean,
  zeroLast: boolean,
): Compare {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [left, right] = [values[a] ?? 0, values[b] ?? 0];
    if (left === right) return 0;
    if (zeroLast && (left === 0 || right === 0)) return left === 0 ? 1 : -1;
    return left < right ? -sign : sign;
  };
}

/** Letters that one number holds: 7 bits each, so that most comparisons need no text. */
const PACKED = 7;

function packed(text: string): number {
  let number = 0;
  for (let i = 0; i < PACKED; i++) number = number * 128 + (i < text.length ? Math.min(127, text.charCodeAt(i)) : 0);
  return number;
}

function byText(texts: readonly string[], descending: boolean): Compare {
  const sign = descending ? -1 : 1;
  const beginnings = Float64Array.from(texts, packed);
  return (a, b) => {
    const [first, second] = [beginnings[a] ?? 0, beginnings[b] ?? 0];
    if (first !== second) return first < second ? -sign : sign;
    const [left = '', right = ''] = [texts[a], texts[b]];
    if (left === right) return 0;
    return left < right ? -sign : sign;
  };
}

/** By slot: the place of its venue among all venues, from 1; 0 where it has none. */
function ranksOf(
  names: { readonly size: number; nameOf(n: number): string },
  venues: Uint32Array,
  end: number,
): Uint32Array {
  const sorted = Array.from({ length: names.size }, (_, n) => [names.nameOf(n).toLowerCase(), n] as const);
  sorted.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const ranks = new Uint32Array(names.size + 1);
  for (const [rank, [, n]] of sorted.entries()) ranks[n + 1] = rank + 1;
  return Uint32Array.from({ length: end }, (_, slot) => ranks[venues[slot] ?? 0] ?? 0);
}
