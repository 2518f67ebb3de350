/**
 * The stored form of an index: a cache that may be thrown away at any time, so anything unexpected is refused, never repaired.
 * Layout: u32 magic, version, number of parts, checksum of all behind; u32 lengths of the parts; the parts, each padded to four bytes.
 * Numbers are in the machine's order, which is little-endian wherever a browser runs; another order fails the magic number.
 */

import { FIELDS } from './search-doc.ts';
import type { Section } from './section.ts';
import { type DocTable, Segment } from './segment.ts';

const MAGIC = 0x5343_4846;
/** Raise it when words, places, counts or fields change. */
const VERSION = 1;
const HEADER = 4;
const SECTION_PARTS = 5;
const PARTS = 2 * SECTION_PARTS + 4;

/** FNV-1a, four bytes at a time: all parts are padded to four. */
function checksum(words: Uint32Array): number {
  let h = 0x811c9dc5;
  for (let i = HEADER; i < words.length; i++) h = Math.imul(h ^ (words[i] ?? 0), 0x01000193);
  return h >>> 0;
}

const bytesOf = (array: Uint8Array | Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const textOf = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

const sectionParts = ({ words, starts, bytes, placeStarts, places }: Section): readonly Uint8Array[] => [
  textOf(words),
  bytesOf(starts),
  bytes,
  bytesOf(placeStarts),
  places,
];

const padded = (length: number): number => (length + 3) & ~3;

/** @param segment without papers that were taken out; undefined: an index of nothing */
export function writeSegment(segment: Segment | undefined): Uint8Array<ArrayBuffer> {
  const { head, body, docs } = segment ?? new Segment(EMPTY, EMPTY, NO_DOCS);
  const keys = new TextEncoder().encode(JSON.stringify(docs.keys));
  const tables = [keys, bytesOf(docs.years), docs.flags, bytesOf(docs.lengths)];
  const parts = [...sectionParts(head), ...sectionParts(body), ...tables];
  const size = parts.reduce((sum, part) => sum + padded(part.length), 4 * (HEADER + PARTS));
  const bytes = new Uint8Array(size);
  const numbers = new Uint32Array(bytes.buffer);
  numbers.set([MAGIC, VERSION, PARTS, 0, ...parts.map((part) => part.length)]);
  let at = 4 * (HEADER + PARTS);
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.length);
  }
  numbers[3] = checksum(numbers);
  return bytes;
}

const EMPTY: Section = {
  words: [],
  starts: new Uint32Array(1),
  bytes: new Uint8Array(),
  placeStarts: new Uint32Array(1),
  places: new Uint8Array(),
};
const NO_DOCS: DocTable = { keys: [], years: new Uint16Array(), flags: new Uint8Array(), lengths: new Uint16Array() };

/** Takes the parts apart, or finds that they are not what was written. */
function partsOf(given: Uint8Array): readonly Uint8Array[] | undefined {
  if (given.length < 4 * (HEADER + PARTS) || given.length % 4 !== 0) return undefined;
  // A copy of its own, aligned, so that the index outlives what it was read from.
  const bytes = given.slice();
  const numbers = new Uint32Array(bytes.buffer);
  const [magic, version, count, sum] = numbers;
  if (magic !== MAGIC || version !== VERSION || count !== PARTS || sum !== checksum(numbers)) return undefined;
  const parts: Uint8Array[] = [];
  let at = 4 * (HEADER + PARTS);
  for (let i = 0; i < PARTS; i++) {
    const length = numbers[HEADER + i] ?? 0;
    if (at + length > bytes.length) return undefined;
    parts.push(bytes.subarray(at, at + length));
    at += padded(length);
  }
  return at === bytes.length ? parts : undefined;
}

const u32 = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
const u16 = (bytes: Uint8Array): Uint16Array => new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
const linesOf = (bytes: Uint8Array): readonly string[] =>
  bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n');

function readSection(parts: readonly Uint8Array[]): Section | undefined {
  const [text, starts, bytes, placeStarts, places] = parts;
  if (!text || !starts || !bytes || !placeStarts || !places) return undefined;
  const section = { words: linesOf(text), starts: u32(starts), bytes, placeStarts: u32(placeStarts), places };
  const { words } = section;
  const fits = section.starts.length === words.length + 1 && section.placeStarts.length === words.length + 1;
  return fits && section.starts.at(-1) === bytes.length && section.placeStarts.at(-1) === places.length
    ? section
    : undefined;
}

function readKeys(bytes: Uint8Array | undefined): readonly string[] | undefined {
  try {
    const keys: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isKeys = Array.isArray(keys) && keys.every((key) => typeof key === 'string');
    return isKeys && new Set(keys).size === keys.length ? keys : undefined;
  } catch {
    // Not JSON: damaged, which the caller answers by building the index anew.
    return undefined;
  }
}

/** @returns undefined where the bytes are not exactly what `writeSegment` of this version gives */
export function readSegment(given: Uint8Array): Segment | undefined {
  const parts = partsOf(given);
  if (parts === undefined) return undefined;
  const head = readSection(parts.slice(0, SECTION_PARTS));
  const body = readSection(parts.slice(SECTION_PARTS, 2 * SECTION_PARTS));
  const [keyBytes, years, flags, lengths] = parts.slice(2 * SECTION_PARTS);
  const keys = readKeys(keyBytes);
  if (!head || !body || !keys || !years || !flags || !lengths) return undefined;
  const docs: DocTable = { keys, years: u16(years), flags, lengths: u16(lengths) };
  const fits =
    docs.years.length === keys.length &&
    flags.length === keys.length &&
    docs.lengths.length === FIELDS.length * keys.length;
  return fits ? new Segment(head, body, docs) : undefined;
}
