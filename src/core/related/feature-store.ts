/** The features of all papers of an index, packed one after another: about 0.9 kB a paper. */

import type { Features } from './features.ts';

/** Keeps `array` if it has room for `size` items, else a copy half as large again. */
function withRoom<T extends Uint32Array | Uint8Array>(array: T, size: number, make: (size: number) => T): T {
  if (array.length >= size) return array;
  const larger = make(Math.ceil(size * 1.5));
  larger.set(array);
  return larger;
}

const u32 = (size: number): Uint32Array => new Uint32Array(size);
const u8 = (size: number): Uint8Array => new Uint8Array(size);

/** A paper has a slot until the store is packed anew; a removed paper leaves its slot empty. */
export class FeatureStore {
  /** Term and count of every paper, slot after slot. */
  terms = u32(1024);
  counts = u8(1024);
  /** Slot -> where its terms begin; one more than there are slots. */
  starts = u32(64);
  lengths = u32(64);
  /** Slot -> key; undefined: empty. */
  readonly keys: (string | undefined)[] = [];
  readonly slots = new Map<string, number>();
  /** Sum of the lengths of the papers that are there. */
  totalLength = 0;

  get slotCount(): number {
    return this.keys.length;
  }

  get size(): number {
    return this.slots.size;
  }

  /** @param key must not be there */
  add(key: string, { terms, counts, length }: Features): void {
    const slot = this.slotCount;
    const start = this.startOf(slot);
    this.terms = withRoom(this.terms, start + terms.length, u32);
    this.counts = withRoom(this.counts, start + terms.length, u8);
    this.starts = withRoom(this.starts, slot + 2, u32);
    this.lengths = withRoom(this.lengths, slot + 1, u32);
    this.terms.set(terms, start);
    this.counts.set(counts, start);
    this.starts[slot + 1] = start + terms.length;
    this.lengths[slot] = length;
    this.keys.push(key);
    this.slots.set(key, slot);
    this.totalLength += length;
  }

  /** @returns the slot that is empty now, or undefined where the key was not there */
  remove(key: string): number | undefined {
    const slot = this.slots.get(key);
    if (slot === undefined) return undefined;
    this.slots.delete(key);
    this.keys[slot] = undefined;
    this.totalLength -= this.lengthOf(slot);
    return slot;
  }

  startOf(slot: number): number {
    return this.starts[slot] ?? 0;
  }

  lengthOf(slot: number): number {
    return this.lengths[slot] ?? 0;
  }

  /** A view, valid until the next `add`. */
  featuresOf(slot: number): Features {
    const from = this.startOf(slot);
    const to = this.startOf(slot + 1);
    return {
      terms: this.terms.subarray(from, to),
      counts: this.counts.subarray(from, to),
      length: this.lengthOf(slot),
    };
  }

  /** @returns a store without empty slots, papers in the order of their slots */
  packed(): FeatureStore {
    const store = new FeatureStore();
    for (const [slot, key] of this.keys.entries()) if (key !== undefined) store.add(key, this.featuresOf(slot));
    return store;
  }
}
