/** What goes out comes in again: all of it in CSV and CSL-JSON, in RIS all that the format can say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import type { Result } from '../result.ts';
import { type CitedWork, recordOfWork, workOf } from './citation.ts';
import { workOfDraft } from './draft.ts';
import { fromCslJson } from './from-csl-json.ts';
import { fromCsv } from './from-csv.ts';
import { fromRis } from './from-ris.ts';
import type { ImportError, ImportedFile } from './imported.ts';
import { toCslJson } from './to-csl-json.ts';
import { toCsv } from './to-csv.ts';
import { toRis } from './to-ris.ts';
import { anyWork, anyWorks } from './works.testing.ts';

function worksIn(file: Result<ImportedFile, ImportError>): readonly CitedWork[] {
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  expect(file.value.skipped).toEqual([]);
  return file.value.works.map((imported) => imported.work);
}

const someWorks = anyWorks.filter((works) => works.length > 0);

test('A24: a CSV file gives back every field of every work', () => {
  fc.assert(
    fc.property(someWorks, fc.boolean(), (works, mark) => {
      expect(worksIn(fromCsv(toCsv(works, { mark })))).toEqual(works);
    }),
    { numRuns: runs(300) },
  );
});

test('a CSL-JSON file gives back every field of every work', () => {
  fc.assert(
    fc.property(someWorks, (works) => {
      expect(worksIn(fromCslJson(toCslJson(works)))).toEqual(works);
    }),
    { numRuns: runs(300) },
  );
});

/** What RIS has no place for. */
function inRis(work: CitedWork): CitedWork {
  const { categories, status, moreAuthors, tags, collections, added, code, ...rest } = work;
  const parted = workOfDraft({
    ...rest,
    tags: tags?.flatMap((tag) => tag.split(';')),
    urls: rest.url === undefined ? [] : [rest.url],
  });
  if (parted === undefined) throw new Error('it had a title');
  return parted.work;
}

test('a RIS file gives back every field but categories, status, collections, code, the day of adding and "et al."', () => {
  fc.assert(
    fc.property(someWorks, (works) => {
      expect(worksIn(fromRis(toRis(works)))).toEqual(works.map(inRis));
    }),
    { numRuns: runs(300) },
  );
});

describe('a work', () => {
  test('made of a work is the same work', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        expect(workOfDraft({ ...work, urls: work.url === undefined ? [] : [work.url] })).toEqual({ work, flags: [] });
      }),
      { numRuns: runs(300) },
    );
  });
  test('saved and read from the library again has what a record keeps', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        const { kind, volume, issue, pages, publisher, url, code, ...kept } = work;
        const again = workOf(recordOfWork(work), {
          tags: work.tags ?? [],
          note: work.note ?? '',
          ...(work.status ? { status: work.status } : {}),
          ...(work.collections ? { collections: work.collections } : {}),
          ...(work.added ? { added: work.added } : {}),
        });
        expect(again).toMatchObject(kept);
      }),
      { numRuns: runs(300) },
    );
  });
});
