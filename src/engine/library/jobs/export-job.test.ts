/** Exports: the file of a job is what the writer of its format gives for all papers at once, in the order of the list. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { citationKeys } from '../../../core/citations/citation-key.ts';
import { readReferences } from '../../../core/citations/read-references.ts';
import { toBiblatex } from '../../../core/citations/to-biblatex.ts';
import { toBibtex } from '../../../core/citations/to-bibtex.ts';
import { toCslJson } from '../../../core/citations/to-csl-json.ts';
import { toCsv } from '../../../core/citations/to-csv.ts';
import { toHtml } from '../../../core/citations/to-html.ts';
import { toRis } from '../../../core/citations/to-ris.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../messaging/library-calls.ts';
import { freshGround } from '../../engine.testing.ts';
import { libraryWork } from '../answer.ts';
import { type Invented, inventedPapers, keepAll, makeCollections } from '../saved-papers.testing.ts';
import { pieceText } from './export-text.ts';
import { fullWorks } from './export-works.ts';
import { dieAt, finish, jobOf, type Running, workerOn } from './jobs.testing.ts';

const JOB = 'request-of-the-job';
const QUERY = { text: '', shelf: 'library', sort: 'title', descending: true } as const;
const HTML = { title: 'Papers', language: 'en', words: { abstract: 'Abstract', note: 'Note' } };
const papers = fc.sample(inventedPapers(25), { numRuns: 6, seed: 21 }).flat();

async function library(all: readonly Invented[]) {
  const ground = freshGround();
  const running = await workerOn(ground);
  await makeCollections(running.db);
  await keepAll(running.db, all);
  return { ground, running };
}

const ask = (
  running: Pick<Running, 'engine' | 'lists' | 'libraryJobs'> & Running,
  format: ExportFormat,
  marks = true,
) =>
  libraryWork['engine.export'](running, {
    request: JOB,
    choice: { query: QUERY, except: [] },
    options: { format, abstracts: marks, notes: marks },
  });

async function fileOf({ db, engine }: Running): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const job = await jobOf(db, JOB);
  expect(job).toMatchObject({ state: 'done', done: job?.total });
  const file = job?.result?.file;
  const bytes = await engine.files.read(file?.staged ?? '');
  expect(file?.bytes).toBe(bytes?.length);
  return { bytes: bytes ?? new Uint8Array(), name: file?.name ?? '' };
}

/** The works as the export reads them, in the order of the list. */
async function worksOf({ db, lists, engine }: Running) {
  const keys = await lists.all(QUERY);
  const rows = keys.flatMap((key) => engine.saved.rows.get(key) ?? []);
  return fullWorks(db, rows, { abstracts: true, notes: true }, engine.saved.things.collections);
}

describe('an export', () => {
  test.each(EXPORT_FORMATS)('as %s holds every paper, in the order of the list', async (format) => {
    const { running } = await library(papers);
    await ask(running, format);
    await finish(running);
    const { bytes, name } = await fileOf(running);
    expect(name).toMatch(/^scholion-\d{4}-\d\d-\d\d\.[a-z]+$/);
    const works = await worksOf(running);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const whole: Partial<Record<ExportFormat, string>> = {
      bibtex: toBibtex(works),
      biblatex: toBiblatex(works),
      ris: toRis(works),
      'csl-json': toCslJson(works),
      csv: toCsv(works),
      html: toHtml(works, HTML),
    };
    if (format === 'markdown') {
      const files = unzipSync(bytes);
      expect(Object.keys(files)).toHaveLength(works.length);
      for (const [file, own] of Object.entries(files)) {
        expect(file).toMatch(/^[^/\\]+\.md$/);
        expect(new TextDecoder().decode(own)).toMatch(/^---\ntitle: /);
      }
    } else expect(text).toBe(whole[format]);
  });

  test('of no paper is a file of its format', async () => {
    for (const format of EXPORT_FORMATS) {
      const { running } = await library([]);
      await ask(running, format);
      await finish(running);
      const { bytes } = await fileOf(running);
      if (format === 'markdown') expect(unzipSync(bytes)).toEqual({});
      else if (format === 'csl-json') expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual([]);
    }
  });

  test('without abstracts and notes has neither', async () => {
    const { running } = await library(papers);
    await ask(running, 'csl-json', false);
    await finish(running);
    const { bytes } = await fileOf(running);
    const items = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>[];
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) expect([item['abstract'], item['note']]).toEqual([undefined, undefined]);
  });

  test('killed at any step it begins anew and ends with the same file', async () => {
    const whole = await library(papers);
    await ask(whole.running, 'bibtex');
    await finish(whole.running);
    const want = (await fileOf(whole.running)).bytes;
    for (const cut of [2, 4, 6, 8, 11]) {
      const { ground } = await library(papers);
      await dieAt(ground, cut, cut % 2 === 0, (running) => ask(running as Running, 'bibtex'));
      const running = await workerOn(ground);
      await ask(running, 'bibtex');
      await finish(running);
      expect((await fileOf(running)).bytes).toEqual(want);
    }
  });

  test('that is dismissed takes its file along', async () => {
    const { running, ground } = await library(papers);
    await ask(running, 'ris');
    await finish(running);
    expect(await ground.files.list()).toHaveLength(1);
    await libraryWork['engine.dismissJob'](running, { job: (await jobOf(running.db, JOB))?.id ?? 0 });
    expect(await ground.files.list()).toEqual([]);
  });

  test('read again as BibTeX and RIS has all its papers', async () => {
    for (const format of ['bibtex', 'ris', 'csl-json', 'csv'] as const) {
      const { running } = await library(papers);
      await ask(running, format);
      await finish(running);
      const { bytes } = await fileOf(running);
      const read = await readReferences(new TextDecoder().decode(bytes), { format });
      expect(read.ok && read.value.works.length).toBe((await running.lists.all(QUERY)).length);
    }
  });
});

test('pieces of any sizes are the whole file', () => {
  const FORMATS = EXPORT_FORMATS.filter((format) => format !== 'markdown');
  const work = fc.record({
    title: fc.constantFrom('A hive', 'On & <bees>', 'Yeast, "bread"'),
    year: fc.nat({ max: 2025 }),
  });
  fc.assert(
    fc.property(
      fc.array(work, { maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(...FORMATS),
      (all, size, format) => {
        const works = all.map((one, n) => ({ ids: [], kind: 'other' as const, ...one, title: `${one.title} ${n}` }));
        const keys = citationKeys(works);
        const text = (of: typeof works, from: number): string =>
          pieceText(
            format,
            {
              works: of,
              keys: keys.slice(from, from + of.length),
              first: from === 0,
              last: from + of.length >= works.length,
            },
            HTML,
          );
        let joined = '';
        for (let from = 0; from === 0 || from < works.length; from += size)
          joined += text(works.slice(from, from + size), from);
        expect(joined).toBe(text(works, 0));
      },
    ),
    { numRuns: 200 },
  );
});
