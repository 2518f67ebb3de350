import { decodeText } from '../../core/digest/decode.ts';
import { LIMITS } from '../../core/digest/limits.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { stagedFiles } from '../../platform/staged-files.ts';

/** From what a person chose, dropped or pasted to a staged file that background and engine can read. */

/** A file in the folder `staged`, and what it seems to be. */
export interface Taken {
  readonly staged: string;
  /** As the person knows it. */
  readonly name: string;
  readonly bytes: number;
  /** `backup`: a library that Scholion wrote itself; `references`: anything else. */
  readonly kind: 'references' | 'backup';
}

export type TakeFailure = 'empty' | 'folder' | 'not-text' | 'too-large' | 'unreadable' | 'quota' | 'failed';

const MIB = 1024 * 1024;
/** Bytes that are read before anything is copied: 3 GB are not copied to learn that they are too many. */
const HEAD = 64 * 1024;
/** Of an archive, in bytes: it may hold more than references. */
const LARGEST_ARCHIVE = 256 * MIB;
/** Of a backup: 100,000 papers with abstracts are a fifth of it. */
const LARGEST_BACKUP = 1024 * MIB;
const LONGEST_NAME = 300;

/** Looks into a file and stages it. Never throws for what the file is or does. @param into a folder of staged files, for tests */
export async function takeFile(file: File, into = stagedFiles): Promise<Result<Taken, TakeFailure>> {
  let head: Uint8Array;
  try {
    // Of a file that is gone Chromium says 0 bytes, and a part of nothing can be read: only the whole tells.
    head = new Uint8Array(await (file.size === 0 ? file : file.slice(0, HEAD)).arrayBuffer());
  } catch {
    // A folder that was dropped is a file of no type and of the size of its directory entry.
    return err(file.type === '' && !file.name.includes('.') ? 'folder' : 'unreadable');
  }
  const looked = look(file.size, head);
  if (!looked.ok) return looked;
  const staged = crypto.randomUUID();
  try {
    await into.write(staged, file);
  } catch (error) {
    return err(await failureOf(file, error));
  }
  return ok({ staged, name: file.name.slice(0, LONGEST_NAME), bytes: file.size, kind: looked.value });
}

/** Pasted text, under a name that is shown. */
export const takeText = (text: string, name: string): Promise<Result<Taken, TakeFailure>> =>
  text.trim() === '' ? Promise.resolve(err('empty')) : takeFile(new File([text], name));

/** Forgets a staged file that nobody needs any more. */
export const letGo = (staged: string): void => void stagedFiles.remove(staged).catch(() => undefined); // swept later

function look(bytes: number, head: Uint8Array): Result<Taken['kind'], TakeFailure> {
  if (bytes === 0) return err('empty');
  if (head.length === 0) return err('unreadable');
  if (isPacked(head)) return bytes > LARGEST_ARCHIVE ? err('too-large') : ok('references');
  const text = decodeText(head);
  if (!text.ok) return err('not-text');
  if (isBackup(text.value)) return bytes > LARGEST_BACKUP ? err('too-large') : ok('backup');
  if (bytes > LIMITS.text) return err('too-large');
  return text.value.trim() === '' && bytes <= HEAD ? err('empty') : ok('references');
}

/** Zip, also an empty one, and gzip: the engine opens them. */
const isPacked = ([a, b, c]: Uint8Array): boolean =>
  (a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05)) || (a === 0x1f && b === 0x8b);

/** The first line of a backup names it; also where the rest of that line is damaged or of a later version. */
const isBackup = (text: string): boolean => /^\{"scholion":\s*"library"/.test(text.slice(0, 200));

/** Did the disk or the file fail? A file that cannot be read any more is gone, locked or changed. */
async function failureOf(file: File, error: unknown): Promise<TakeFailure> {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'quota';
  try {
    await file.slice(-1).arrayBuffer();
    return 'failed';
  } catch {
    return 'unreadable';
  }
}
