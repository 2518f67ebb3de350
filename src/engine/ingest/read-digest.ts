import { decodeText } from '../../core/digest/decode.ts';
import { parseDigest } from '../../core/digest/parse.ts';
import type { ParsedDigest } from '../../core/entry.ts';
import { hash53 } from '../../core/identity/title-key.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { StagedFiles } from '../../platform/staged-files.ts';
import type { JobRow } from '../../storage/papers/rows.ts';

export interface ReadDigest {
  readonly parsed: ParsedDigest;
  /** UTF-16 units. */
  readonly size: number;
  readonly hash: number;
}

export type ReadFailure = 'not-found' | 'too-large' | 'unknown-format' | 'empty';

/** Largest file that is read into memory at all, in bytes: 64 MiB of text in UTF-16. */
const LARGEST = 128 * 1024 * 1024;

/** The staged text of a job, decoded and parsed. `hash` is known before parsing, so that an unchanged listing need not be. */
export async function readText(
  files: StagedFiles,
  job: JobRow,
): Promise<Result<{ text: string; hash: number }, ReadFailure>> {
  const name = job.staged;
  const size = name === undefined ? undefined : await files.size(name);
  if (name === undefined || size === undefined)
    return err('not-found', 'The text of this digest is gone. Add it again.');
  if (size > LARGEST)
    return err('too-large', 'This digest is larger than 64 MiB. Split it and add the parts one by one.');
  const bytes = await files.read(name);
  if (bytes === undefined) return err('not-found', 'The text of this digest is gone. Add it again.');
  const text = decodeText(bytes);
  if (!text.ok) return err('unknown-format', text.detail);
  return ok({ text: text.value, hash: hash53(text.value) });
}

export function readDigest(
  { text, hash }: { text: string; hash: number },
  job: JobRow,
): Result<ReadDigest, ReadFailure> {
  const parsed = parseDigest(text, {
    ...(job.captured === undefined ? {} : { captured: job.captured }),
    ...(job.format === undefined ? {} : { format: job.format }),
  });
  if (!parsed.ok) return parsed;
  if (parsed.value.entries.length === 0) return err('empty', 'No paper was found in this digest.');
  return ok({ parsed: parsed.value, size: text.length, hash });
}
