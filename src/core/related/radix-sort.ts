/** Sorts 32-bit numbers together with what belongs to them; several times faster than comparing. */

/** @returns the order in which `keys` ascend; equal keys keep their order */
export function ascending(keys: Uint32Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, i) => i);
  let next = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += 8) {
    const places = new Uint32Array(257);
    for (const key of keys) {
      const bucket = ((key >>> shift) & 255) + 1;
      places[bucket] = (places[bucket] ?? 0) + 1;
    }
    for (let i = 0; i < 256; i++) places[i + 1] = (places[i + 1] ?? 0) + (places[i] ?? 0);
    for (const i of order) {
      const bucket = ((keys[i] ?? 0) >>> shift) & 255;
      const place = places[bucket] ?? 0;
      next[place] = i;
      places[bucket] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** @returns the first index in [from, to) of `sorted` whose value is not below `value`; `to` where there is none */
export function lowerBound(sorted: Uint32Array, value: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
