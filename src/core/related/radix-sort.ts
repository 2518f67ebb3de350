/** Sorts 32-bit numbers by their bytes, lowest first: several times faster than comparing. */

/** @returns where the numbers with each value of the byte at `shift` begin in the sorted order */
function beginnings(keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(257);
  for (let i = 0; i < keys.length; i++) {
    const next = (((keys[i] ?? 0) >>> shift) & 255) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let byte = 0; byte < 256; byte++) places[byte + 1] = (places[byte + 1] ?? 0) + (places[byte] ?? 0);
  return places;
}

/** @returns the order in which `keys` ascend; equal keys keep their order */
export function ascending(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let next = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += 8) {
    const places = beginnings(keys, shift);
    for (let i = 0; i < order.length; i++) {
      const index = order[i] ?? 0;
      const byte = ((keys[index] ?? 0) >>> shift) & 255;
      const place = places[byte] ?? 0;
      next[place] = index;
      places[byte] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** @returns the numbers in ascending order; `keys` is used up */
export function sorted(keys: Uint32Array): Uint32Array {
  let from = keys;
  let to: Uint32Array = new Uint32Array(keys.length);
  for (let shift = 0; shift < 32; shift += 8) {
    const places = beginnings(from, shift);
    for (let i = 0; i < from.length; i++) {
      const key = from[i] ?? 0;
      const byte = (key >>> shift) & 255;
      const place = places[byte] ?? 0;
      to[place] = key;
      places[byte] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** @returns the first index in [from, to) of the ascending `all` whose value is not below `value`; `to` where there is none */
export function lowerBound(all: Uint32Array, value: number, from = 0, to = all.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
