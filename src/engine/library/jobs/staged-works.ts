import type { CitedWork } from '../../../core/citations/citation.ts';
import { readReferences } from '../../../core/citations/read-references.ts';
import type { ReferenceFormat } from '../../../messaging/library-calls.ts';
import type { StagedFiles } from '../../../platform/staged-files.ts';
import { openFile } from '../../import/open-file.ts';
import { JobFailure } from './job-failure.ts';
import { worksFile } from './job-files.ts';
import type { ImportSpec } from './specs.ts';

/** The works of a reference file: read once, then kept beside it as lines of JSON in pieces, for an import that is resumed. */

export interface Skipped {
  readonly line: number;
  readonly reason: string;
  readonly text: string;
  readonly count: number;
}

export interface ReadFile {
  readonly format: ReferenceFormat;
  readonly works: readonly { readonly work: CitedWork; readonly line: number }[];
  readonly skipped: readonly Skipped[];
  /** Records in all: works and skipped ones. */
  readonly total: number;
}

/**
 * Reads a staged file: itself, what a gzip holds, or the reference files of a zip, one after the other.
 * @throws JobFailure where it is no such file
 */
export async function readStaged(
  files: StagedFiles,
  { staged, name, format }: Pick<ImportSpec, 'staged' | 'name'> & { readonly format?: ReferenceFormat | undefined },
): Promise<ReadFile> {
  const blob = await files.open(staged);
  if (blob === undefined) throw new JobFailure('not-found', 'The file is gone. Choose it again.');
  const opened = await openFile(blob, name);
  if (!opened.ok) throw failure(opened.error, opened.detail);
  const all: ReadFile[] = [];
  let refused: JobFailure | undefined;
  for (const file of opened.value.files) {
    if (format === 'scholion') break;
    const read = await readReferences(file.text, { name: file.name, ...(format === undefined ? {} : { format }) });
    if (read.ok) all.push(read.value);
    else refused = failure(read.error, read.detail);
  }
  const [first] = all;
  if (first === undefined) throw refused ?? new JobFailure('unknown-format', 'This is no file of references.');
  if (all.length === 1) return first;
  return {
    format: first.format,
    works: all.flatMap(({ works }) => works),
    skipped: all.flatMap(({ skipped }) => skipped),
    total: all.reduce((sum, { total }) => sum + total, 0),
  };
}

function failure(error: string, detail = error): JobFailure {
  const known = (['empty', 'too-large', 'unknown-format'] as const).find((name) => name === error);
  return new JobFailure(known ?? 'failed', detail);
}

/** A work with the line of its file. */
export type StagedWork = readonly [line: number, work: CitedWork];

/** Works in one file: some 2 MB. */
export const PIECE = 1_000;

export async function keepWorks(files: StagedFiles, job: number, works: ReadFile['works']): Promise<void> {
  for (let n = 0; n * PIECE < works.length; n++) {
    const some = works.slice(n * PIECE, (n + 1) * PIECE);
    const lines = some.map(({ line, work }) => JSON.stringify([line, work] satisfies StagedWork));
    await files.write(worksFile(job, n), lines.join('\n'));
  }
}

/** One piece of the works. @throws JobFailure where it is gone or damaged */
export async function worksOf(files: StagedFiles, job: number, piece: number): Promise<readonly StagedWork[]> {
  const bytes = await files.read(worksFile(job, piece));
  if (bytes === undefined) throw new JobFailure('not-found', 'The file is gone. Choose it again.');
  // Written above; never half, for a file is swapped in when it is whole.
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .map((line) => JSON.parse(line) as StagedWork);
}
