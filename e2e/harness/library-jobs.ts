/** Long work on the library, as it lies on disk. */
import type { Page } from 'playwright';
import type { LibraryJobRow } from '../../src/storage/library/rows.ts';
import { rowsOf } from './library.ts';
import { until } from './worker.ts';

export const libraryJobs = async (desk: Page): Promise<readonly LibraryJobRow[]> =>
  (await rowsOf(desk, 'jobs')) as unknown as readonly LibraryJobRow[]; // rows of that table

export const isOpenJob = ({ state }: LibraryJobRow): boolean => state === 'waiting' || state === 'running';

/** Waits for the end of a job, however it ends. */
export async function endOfJob(desk: Page, id: number, ms = 120_000): Promise<LibraryJobRow> {
  let row: LibraryJobRow | undefined;
  const ended = async (): Promise<boolean> => {
    row = (await libraryJobs(desk)).find((job) => job.id === id);
    return row !== undefined && !isOpenJob(row);
  };
  await until(ended, `job ${id} to end`, ms);
  return row as LibraryJobRow; // found above
}

/** Waits until a job has done more than `done` papers, or ended. */
export const jobBeyond = (desk: Page, id: number, done: number): Promise<void> =>
  until(
    async () => (await libraryJobs(desk)).some((job) => job.id === id && (job.done > done || !isOpenJob(job))),
    `job ${id} to come beyond ${done}`,
  );

/** Saved papers as a person sees them: without the times of their changes. */
export const seenRows = async (desk: Page, table: 'papers' | 'trash' = 'papers'): Promise<readonly object[]> =>
  (await rowsOf(desk, table)).map(({ changed: _, ...row }) => row);
