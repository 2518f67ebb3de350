import type { LibraryDb } from '../../../storage/library/database.ts';
import type { LibraryJobRow } from '../../../storage/library/rows.ts';
import type { Engine } from '../../context.ts';
import type { ExportSpec, ImportSpec } from './specs.ts';

/** Staged files of library jobs. */

/** Works that an import has read, in pieces. */
export const worksFile = (job: number, piece: number): string => `works-${job}-${piece}`;
export const exportFile = (job: number): string => `export-${job}`;

/** Is this a file of the job: what it reads, what it keeps, or what it made? */
export function isFileOf(job: LibraryJobRow, name: string): boolean {
  const spec = job.spec as Partial<ImportSpec & ExportSpec> | undefined; // of either kind; only names are read
  if (name === job.result?.file?.staged || (job.kind === 'export' && name === exportFile(job.id))) return true;
  return job.kind === 'import' && (name === spec?.staged || name.startsWith(`works-${job.id}-`));
}

/** Removes the files of a job that ended or was forgotten. */
export async function removeFilesOf({ files }: Pick<Engine, 'files'>, job: LibraryJobRow): Promise<void> {
  for (const { name } of await files.list()) if (isFileOf(job, name)) await files.remove(name);
}

/** Whether a library job still needs a file: an open import its input, an export that was not forgotten its result. */
export async function neededFiles(db: LibraryDb): Promise<(name: string) => boolean> {
  const jobs = await db.jobs.toArray();
  return (name) => jobs.some((job) => isFileOf(job, name));
}
