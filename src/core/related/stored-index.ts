/**
 * The stored form of an index: a cache that may be thrown away at any time, so anything unexpected is refused, never repaired.
 * All numbers are u32 in the machine's order, which is little-endian wherever a browser runs; another order fails the magic number.
 * Layout: magic, version, papers, terms, bytes of keys, checksum; lengths and term counts of the papers; terms; counts (u8); keys (JSON).
 */

import { FeatureStore } from './feature-store.ts';

const MAGIC = 0x5343_4852;
/** Raise it when words, stems, hashes or features change. */
const VERSION = 1;
const HEADER = 6;
const CHECKSUM = 5;

/** FNV-1a over what stands behind the header, four bytes at a time, then the last single bytes. */
function checksum(bytes: Uint8Array): number {
  const whole = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let h = 0x811c9dc5;
  for (let i = HEADER; i < whole.length; i++) h = Math.imul(h ^ (whole[i] ?? 0), 0x01000193);
  for (let i = whole.length * 4; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] ?? 0), 0x01000193);
  return h >>> 0;
}

export function writeStore(full: FeatureStore): Uint8Array {
  const store = full.packed();
  const papers = store.slotCount;
  const terms = store.startOf(papers);
  const keys = new TextEncoder().encode(JSON.stringify(store.keys));
  const numbers = HEADER + 2 * papers + terms;
  const bytes = new Uint8Array(4 * numbers + terms + keys.length);
  const view = new Uint32Array(bytes.buffer, 0, numbers);
  view.set([MAGIC, VERSION, papers, terms, keys.length]);
  view.set(store.lengths.subarray(0, papers), HEADER);
  for (let slot = 0; slot < papers; slot++) {
    view[HEADER + papers + slot] = store.startOf(slot + 1) - store.startOf(slot);
  }
  view.set(store.terms.subarray(0, terms), HEADER + 2 * papers);
  bytes.set(store.counts.subarray(0, terms), 4 * numbers);
  bytes.set(keys, 4 * numbers + terms);
  view[CHECKSUM] = checksum(bytes);
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
export function readStore(given: Uint8Array): FeatureStore | undefined {
  if (given.length < 4 * HEADER) return undefined;
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  const [magic, version, papers = 0, terms = 0, keyBytes = 0, sum] = header;
  const numbers = HEADER + 2 * papers + terms;
  if (magic !== MAGIC || version !== VERSION || 4 * numbers + terms + keyBytes !== bytes.length) return undefined;
  if (sum !== checksum(bytes)) return undefined;
  const keys = readKeys(bytes.subarray(4 * numbers + terms), papers);
  if (keys === undefined) return undefined;
  const view = new Uint32Array(bytes.buffer, bytes.byteOffset, numbers);
  const allTerms = view.subarray(HEADER + 2 * papers);
  const allCounts = bytes.subarray(4 * numbers, 4 * numbers + terms);
  const store = new FeatureStore();
  let from = 0;
  for (const [slot, key] of keys.entries()) {
    const to = from + (view[HEADER + papers + slot] ?? 0);
    const own = { terms: allTerms.subarray(from, to), counts: allCounts.subarray(from, to) };
    store.add(key, { ...own, length: view[HEADER + slot] ?? 0 });
    from = to;
  }
  return from === terms ? store : undefined;
}
