import { err, ok, type Result } from '../result.ts';

/**
 * Bytes of a file or the clipboard as text: byte order marks, UTF-16 with or without one, UTF-8 (a last character that is
 * cut in two is dropped, a few broken bytes become U+FFFD), else Windows-1252. The result is well-formed.
 * @returns `not-text` with a sentence saying what the bytes seem to be
 */
export function decodeText(bytes: Uint8Array): Result<string, 'not-text'> {
  const kind = MAGIC.find(([signature]) => signature.every((byte, i) => bytes[i] === byte))?.[1];
  if (kind !== undefined) return err('not-text', `This file is ${kind}, not the text of a digest.`);
  const text = decoded(bytes)
    .replace(/^\ufeff/, '')
    .toWellFormed();
  return looksBinary(text) ? err('not-text', 'This file is not text.') : ok(text);
}

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an office document'],
  [[0x1f, 0x8b], 'compressed (gzip); unpack it first'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image'],
  [[0xff, 0xd8, 0xff], 'an image'],
  [[0x47, 0x49, 0x46, 0x38], 'an image'],
];

function decoded(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(bytes.subarray(3));
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideOrder(bytes);
  return wide === undefined ? utf8(bytes) : new TextDecoder(wide).decode(bytes);
}

/** UTF-16 without a mark: mostly ASCII text has a zero in every second byte. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even++;
    else if (byte === 0) odd++;
  });
  const half = head.length / 2;
  if (half < 4) return undefined;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined;
}

function utf8(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(withoutCutTail(bytes));
  const broken = occurrences(text, /\ufffd/g);
  if (broken === 0) return text;
  // Text of Windows-1252 holds hardly a sequence that is valid UTF-8; damaged UTF-8 holds mostly such.
  const valid = occurrences(text, /[^\u0000-\u007f\ufffd]/g);
  return broken * 2 > valid ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Without the first bytes of a character whose rest is missing: a file cut anywhere stays UTF-8. */
function withoutCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

const SAMPLE = 65_536;

/** More than one control character in fifty (blanks aside) is no text a person reads. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, SAMPLE);
  return occurrences(head, /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g) > Math.max(8, head.length / 50);
}

const occurrences = (text: string, what: RegExp): number => {
  let count = 0;
  what.lastIndex = 0;
  while (what.exec(text) !== null) count++;
  return count;
};
