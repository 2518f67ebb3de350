import { localDay } from '../../../core/calendar-day.ts';
import { citationKeys } from '../../../core/citations/citation-key.ts';
import type { HtmlOptions } from '../../../core/citations/to-html.ts';
import { markdownFileNames } from '../../../core/citations/to-markdown.ts';
import type { ExportWords } from '../../../messaging/library-calls.ts';
import { jobKeys, stepLibraryJob } from '../../../storage/library/commands/jobs/jobs.ts';
import type { LibraryJobRow, SavedRow } from '../../../storage/library/rows.ts';
import { Slices } from '../slices.ts';
import { FILES, pieceText } from './export-text.ts';
import { fullWorks, lightWork } from './export-works.ts';
import type { JobGround } from './ground.ts';
import { exportFile } from './job-files.ts';
import { MarkdownZip } from './markdown-zip.ts';
import type { ExportSpec } from './specs.ts';

/**
 * Writes a file of references, in the order of the job's keys, with citation keys that are different over all of it. It reads a library
 * that may change, so one that was broken off begins anew.
 */
export async function runExport(ground: JobGround, job: LibraryJobRow): Promise<void> {
  // Papers in one piece: some 100 ms of reading and writing.
  const { library, files, saved, now, batch: size } = ground;
  const { options, words } = job.spec as ExportSpec; // written by requests.ts for this kind
  const step = (more: Partial<LibraryJobRow>): Promise<boolean> =>
    library((db) => stepLibraryJob(db, job.id, { beat: now(), ...more }));
  if (!(await step({ done: 0 }))) return;
  await saved.freshen('export');
  const rows = await rowsOf(ground, job);
  const light = await worksOf(rows);
  const keys = citationKeys(light, options.keyPattern || undefined);
  const zip = options.format === 'markdown' ? new MarkdownZip() : undefined;
  const names = zip === undefined ? [] : markdownFileNames(light);
  const html = htmlOf(words ?? ENGLISH);
  const parts: Blob[] = [];
  for (let from = 0; from === 0 || from < rows.length; from += size) {
    const some = rows.slice(from, from + size);
    const works = await library((db) => fullWorks(db, some, options, saved.things.collections));
    const own = keys.slice(from, from + size);
    if (options.format === 'markdown') {
      for (const [i, work] of works.entries()) zip?.add(names[from + i] ?? '', work, own[i] ?? '', html.words.note);
    } else {
      const [first, last] = [from === 0, from + size >= rows.length];
      parts.push(new Blob([pieceText(options.format, { works, keys: own, first, last }, html)]));
    }
    if (!(await step({ done: from + some.length }))) return;
  }
  const { ending, type } = FILES[options.format];
  const whole = zip?.done() ?? new Blob(parts, { type });
  const staged = exportFile(job.id);
  await files.write(staged, whole);
  const name = `scholion-${localDay(new Date(now()))}.${ending}`;
  const done = await step({
    state: 'done',
    done: job.total ?? rows.length,
    result: { file: { staged, name, type, bytes: whole.size } },
  });
  if (!done) await files.remove(staged); // cancelled in the last moment
}

const ENGLISH: ExportWords = { title: 'Papers', language: 'en', abstract: 'Abstract', note: 'Note' };

const htmlOf = ({ title, language, ...words }: ExportWords): HtmlOptions => ({ title, language, words });

/** Rows of the papers that are still there, on either shelf. */
async function rowsOf({ library, saved }: JobGround, job: LibraryJobRow): Promise<readonly SavedRow[]> {
  const keys = await library((db) => jobKeys(db, job.id, 0, job.total ?? 0));
  const slices = new Slices();
  const rows: SavedRow[] = [];
  for (const key of keys) {
    await slices.pause();
    const row = saved.rows.get(key) ?? saved.trash.get(key);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

async function worksOf(rows: readonly SavedRow[]) {
  const slices = new Slices();
  const works: ReturnType<typeof lightWork>[] = [];
  for (const row of rows) {
    await slices.pause();
    works.push(lightWork(row));
  }
  return works;
}
