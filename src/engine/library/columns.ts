import { fold } from '../../core/identity/fold.ts';
import { STATUSES } from '../../core/library/status.ts';
import type { TagKind } from '../../core/tags/tag.ts';
import type { SavedRow } from '../../storage/library/rows.ts';
import { Names } from './names.ts';
import { NumberLists } from './number-lists.ts';

/** A tag of a paper: its number and of what sort it is there, packed. */
export const OWN = 0;
export const AUTO = 1;
export const TOPIC = 2;
export const CODE = 1;
export const NOTES = 2;

/** Names that both shelves share, and the kind of each topic. */
export class SharedNames {
  readonly tags = new Names();
  readonly venues = new Names();
  readonly collections = new Map<string, number>();
  readonly collectionIds: string[] = [];
  readonly kinds = new Map<number, TagKind>();

  collection(id: string): number {
    const known = this.collections.get(id);
    if (known !== undefined) return known;
    const number = this.collectionIds.push(id) - 1;
    this.collections.set(id, number);
    return number;
  }
}

/** Letters of a title that decide its place. */
const SORTED = 80;

/**
 * The papers of a shelf as columns, for filters and sorts over all of them: some 200 bytes a paper. A paper has a slot as long as it is
 * there; slots of papers that went are used again.
 */
export class Columns {
  readonly names: SharedNames;
  readonly slots = new Map<string, number>();
  readonly keys: (string | undefined)[] = [];
  /** Folded, for sorting. */
  readonly titles: string[] = [];
  /** `number << 2 | sort`, in the order of the row. */
  readonly tags = new NumberLists();
  readonly collections = new NumberLists();
  /** Number in STATUSES. */
  status = new Uint8Array(64);
  /** 0: not rated. */
  rating = new Uint8Array(64);
  flags = new Uint8Array(64);
  /** 0: unknown. */
  years = new Uint16Array(64);
  /** Number of the venue and one; 0: unknown. */
  venues = new Uint32Array(64);
  added = new Float64Array(64);
  changed = new Float64Array(64);
  /** Counts changes. */
  version = 0;
  readonly #free: number[] = [];
  readonly #listeners: ((slot: number) => void)[] = [];

  constructor(names: SharedNames) {
    this.names = names;
  }

  get size(): number {
    return this.slots.size;
  }

  /** Slots there are, free ones included. */
  get end(): number {
    return this.keys.length;
  }

  /** @param listener told of every slot whose paper changes, comes or goes */
  onChange(listener: (slot: number) => void): void {
    this.#listeners.push(listener);
  }

  /** @param addedAt ms: what sorting by `added` goes by */
  put(row: SavedRow, addedAt: number): void {
    const { names } = this;
    const slot = this.slots.get(row.key) ?? this.#newSlot(row.key);
    this.titles[slot] = sortedTitle(row.title);
    this.tags.set(slot, [
      ...row.tags.map((tag) => (names.tags.numberOf(tag) << 2) | OWN),
      ...(row.auto ?? []).map((tag) => (names.tags.numberOf(tag) << 2) | AUTO),
      ...(row.topics ?? []).map(({ name, kind }) => {
        const number = names.tags.numberOf(name);
        names.kinds.set(number, kind);
        return (number << 2) | TOPIC;
      }),
    ]);
    this.collections.set(slot, row.collections?.map((id) => names.collection(id)) ?? NONE);
    this.status[slot] = STATUSES.indexOf(row.status);
    this.rating[slot] = row.rating ?? 0;
    this.flags[slot] = (row.hasCode ? CODE : 0) | (row.hasNote ? NOTES : 0);
    this.years[slot] = row.year !== undefined && row.year > 0 && row.year < 10_000 ? row.year : 0;
    this.venues[slot] = row.venue === undefined ? 0 : names.venues.numberOf(row.venue) + 1;
    this.added[slot] = addedAt;
    this.changed[slot] = row.changed;
    this.#tell(slot);
  }

  remove(key: string): void {
    const slot = this.slots.get(key);
    if (slot === undefined) return;
    this.slots.delete(key);
    this.keys[slot] = undefined;
    this.titles[slot] = '';
    this.tags.set(slot, NONE);
    this.collections.set(slot, NONE);
    this.#free.push(slot);
    this.#tell(slot);
  }

  #tell(slot: number): void {
    this.version += 1;
    for (const listener of this.#listeners) listener(slot);
  }

  #newSlot(key: string): number {
    const slot = this.#free.pop() ?? this.keys.length;
    this.keys[slot] = key;
    this.slots.set(key, slot);
    if (slot >= this.status.length) this.#grow(slot * 2);
    return slot;
  }

  #grow(size: number): void {
    this.status = larger(this.status, new Uint8Array(size));
    this.rating = larger(this.rating, new Uint8Array(size));
    this.flags = larger(this.flags, new Uint8Array(size));
    this.years = larger(this.years, new Uint16Array(size));
    this.venues = larger(this.venues, new Uint32Array(size));
    this.added = larger(this.added, new Float64Array(size));
    this.changed = larger(this.changed, new Float64Array(size));
  }
}

const NONE: readonly number[] = [];

function larger<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Accents, case and signs before the first letter do not count. */
const sortedTitle = (title: string): string =>
  fold(title.slice(0, 4 * SORTED))
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, SORTED);
