/**
 * The stored form of an index: a cache that may be thrown away at any time, so anything unexpected is refused, never repaired.
 * Layout, little-endian: magic, version, papers, terms, bytes of keys, checksum; then lengths, term counts (u32 a paper), terms (u32), counts (u8), keys (JSON).
 */

import { FeatureStore } from './feature-store.ts';

const MAGIC = 0x5343_4852;
/** Raise it when words, stems, hashes or features change. */
const VERSION = 1;
const HEADER = 24;

/** FNV-1a over the bytes behind the header. */
function checksum(bytes: Uint8Array): number {
  let h = 0x811c9dc5;
  for (let i = HEADER; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193);
  return h >>> 0;
}

export function writeStore(full: FeatureStore): Uint8Array {
  const store = full.packed();
  const keys = new TextEncoder().encode(JSON.stringify(store.keys));
  const terms = store.startOf(store.slotCount);
  const bytes = new Uint8Array(HEADER + 8 * store.slotCount + 5 * terms + keys.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of [MAGIC, VERSION, store.slotCount, terms, keys.length].entries()) {
    view.setUint32(4 * i, value, true);
  }
  let at = HEADER;
  const put = (value: number): void => {
    view.setUint32(at, value, true);
    at += 4;
  };
  for (let slot = 0; slot < store.slotCount; slot++) put(store.lengthOf(slot));
  for (let slot = 0; slot < store.slotCount; slot++) put(store.startOf(slot + 1) - store.startOf(slot));
  for (let i = 0; i < terms; i++) put(store.terms[i] ?? 0);
  bytes.set(store.counts.subarray(0, terms), at);
  bytes.set(keys, at + terms);
  view.setUint32(20, checksum(bytes), true);
  return bytes;
}

function readKeys(bytes: Uint8Array, papers: number): readonly string[] | undefined {
  try {
    const keys: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isKeys = Array.isArray(keys) && keys.length === papers && keys.every((key) => typeof key === 'string');
    return isKeys && new Set(keys).size === papers ? keys : undefined;
  } catch {
    // Not JSON: damaged, which the caller answers by building the index anew.
    return undefined;
  }
}

/** @returns undefined where the bytes are not exactly what `writeStore` of this version gives */
export function readStore(bytes: Uint8Array): FeatureStore | undefined {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const field = (i: number): number => view.getUint32(4 * i, true);
  const papers = field(2);
  const terms = field(3);
  if (field(0) !== MAGIC || field(1) !== VERSION || field(5) !== checksum(bytes)) return undefined;
  const termsAt = HEADER + 8 * papers;
  const countsAt = termsAt + 4 * terms;
  if (countsAt + terms + field(4) !== bytes.length) return undefined;
  const keys = readKeys(bytes.subarray(countsAt + terms), papers);
  if (keys === undefined) return undefined;
  const store = new FeatureStore();
  let from = 0;
  for (const [slot, key] of keys.entries()) {
    const count = view.getUint32(HEADER + 4 * (papers + slot), true);
    if (from + count > terms) return undefined;
    const first = termsAt + 4 * from;
    const own = Uint32Array.from({ length: count }, (_, i) => view.getUint32(first + 4 * i, true));
    const counts = bytes.subarray(countsAt + from, countsAt + from + count);
    store.add(key, { terms: own, counts, length: view.getUint32(HEADER + 4 * slot, true) });
    from += count;
  }
  return from === terms ? store : undefined;
}
