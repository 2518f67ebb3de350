/** A short list of numbers for each slot, all in one array: a pass over 50,000 lists then reads memory in a row. */
export class NumberLists {
  /** The list of a slot stands in `pool` from `starts[slot]`, `counts[slot]` long. Read only; taken anew after every change. */
  starts = new Uint32Array(64);
  counts = new Uint16Array(64);
  pool = new Uint32Array(256);
  /** Numbers in the pool that no list has any more. */
  #waste = 0;
  #end = 0;

  set(slot: number, list: readonly number[]): void {
    if (slot >= this.starts.length) {
      this.starts = larger(this.starts, new Uint32Array(slot * 2));
      this.counts = larger(this.counts, new Uint16Array(slot * 2));
    }
    const before = this.counts[slot] ?? 0;
    // Where the new list is not longer it takes the place of the old one.
    const fits = list.length <= before;
    this.#waste += fits ? before - list.length : before;
    if (!fits) {
      this.counts[slot] = 0;
      this.#room(list.length);
      this.starts[slot] = this.#end;
      this.#end += list.length;
    }
    this.pool.set(list, this.starts[slot] ?? 0);
    this.counts[slot] = list.length;
  }

  get(slot: number): Uint32Array {
    const start = this.starts[slot] ?? 0;
    return this.pool.subarray(start, start + (this.counts[slot] ?? 0));
  }

  /** @returns says whether a list has a number that is flagged; for the slots as they are now */
  test(flags: Uint8Array, shift = 0): (slot: number) => boolean {
    const { starts, counts, pool } = this;
    return (slot) => {
      const start = starts[slot] ?? 0;
      const end = start + (counts[slot] ?? 0);
      for (let at = start; at < end; at++) if (flags[(pool[at] ?? 0) >> shift] === 1) return true;
      return false;
    };
  }

  #room(needed: number): void {
    if (this.#end + needed <= this.pool.length) return;
    const used = this.#end - this.#waste;
    const pool = new Uint32Array(2 * (used + needed) + 256);
    let end = 0;
    for (let slot = 0; slot < this.starts.length; slot++) {
      const own = this.get(slot);
      pool.set(own, end);
      this.starts[slot] = end;
      end += own.length;
    }
    this.pool = pool;
    this.#end = end;
    this.#waste = 0;
  }
}

function larger<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
