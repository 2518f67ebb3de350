import { decodeText } from '../../core/digest/decode.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { inflate, MOST_BYTES } from './inflate.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * A file that a person chose, as the texts in it: itself, what a gzip holds, or the reference files of a zip archive. Archives in
 * archives are not opened.
 */

export interface OpenedFile {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Entries of an archive that were not read: others' kinds, unsafe or doubtful names, too many. */
  readonly leftOut: number;
}

export type OpenError =
  | 'empty'
  | 'too-large'
  /** A picture, a PDF, an archive without reference files. */
  | 'unknown-format'
  /** It is gone, locked, a folder, or damaged. */
  | 'unreadable';

const MOST_FILES = 64;
const WANTED = /\.(?:bib|ris|json|csv|rdf|xml)$/i;

/** Never throws for what the file is or does. */
export async function openFile(file: Blob, name: string): Promise<Result<OpenedFile, OpenError>> {
  try {
    if (file.size === 0) return err('empty', 'The file is empty.');
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (head.length === 0) return err('unreadable', 'The file can no longer be read.');
    if (begins(head, [0x50, 0x4b, 0x03, 0x04]) || begins(head, [0x50, 0x4b, 0x05, 0x06])) return await openZip(file);
    if (begins(head, [0x1f, 0x8b])) return await openGzip(file, name);
    if (file.size > MOST_BYTES) return tooLarge();
    return textFile(new Uint8Array(await file.arrayBuffer()), name);
  } catch (error) {
    // how browsers tell that a file is gone, changed, locked or a folder (File API, section 7)
    if (error instanceof DOMException) return err('unreadable', 'The file can no longer be read.');
    throw error;
  }
}

async function openGzip(file: Blob, name: string): Promise<Result<OpenedFile, OpenError>> {
  if (file.size > MOST_BYTES) return tooLarge();
  const bytes = await inflate(file, 'gzip');
  return bytes.ok ? textFile(bytes.value, name.replace(/\.gz$/i, '')) : bytes;
}

async function openZip(file: Blob): Promise<Result<OpenedFile, OpenError>> {
  const listed = await zipEntries(file, isSafeName, MOST_FILES);
  if (!listed.ok) return listed;
  const files: { name: string; text: string }[] = [];
  let room = MOST_BYTES;
  for (const { name, method, packed } of listed.value.entries) {
    if (method === 'stored' && packed.size > room) return tooLarge();
    const bytes =
      method === 'stored' ? ok(new Uint8Array(await packed.arrayBuffer())) : await inflate(packed, method, room);
    if (!bytes.ok) return bytes;
    room -= bytes.value.length;
    const text = decodeText(bytes.value);
    if (text.ok && text.value.trim() !== '') files.push({ name, text: text.value });
  }
  const leftOut = listed.value.others + listed.value.entries.length - files.length;
  return files.length > 0
    ? ok({ files, leftOut })
    : err('unknown-format', 'The archive holds no file of references (.bib, .ris, .json, .csv, .rdf, .xml).');
}

/** Names that cannot mean another place, of kinds that hold references. macOS puts its own beside each file. */
function isSafeName(name: string): boolean {
  if (!WANTED.test(name) || name.length > 500) return false;
  if (/[\0-\x1f\\:]/.test(name) || name.startsWith('/')) return false;
  const parts = name.split('/');
  return !parts.includes('..') && !parts.includes('__MACOSX') && !(parts.at(-1) ?? '').startsWith('.');
}

function textFile(bytes: Uint8Array, name: string): Result<OpenedFile, OpenError> {
  if (bytes.length === 0) return err('empty', 'The file is empty.');
  const text = decodeText(bytes);
  if (!text.ok) return err('unknown-format', text.detail);
  if (text.value.trim() === '') return err('empty', 'The file has no text.');
  return ok({ files: [{ name, text: text.value }], leftOut: 0 });
}

const tooLarge = (): Result<OpenedFile, 'too-large'> =>
  err('too-large', `The file is larger than ${MOST_BYTES / 1024 / 1024} MiB; split it.`);

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
