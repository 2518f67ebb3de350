/** 4,018 papers of daily digests through every format: real titles, formulas, names. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { describeWithData } from '../../shared-data.testing.ts';
import { parseDigest } from '../digest/parse.ts';
import type { Result } from '../result.ts';
import { type CitedWork, workOf } from './citation.ts';
import { citationKeys } from './citation-key.ts';
import { fromCslJson } from './from-csl-json.ts';
import { fromCsv } from './from-csv.ts';
import { fromRis } from './from-ris.ts';
import type { ImportError, ImportedFile } from './imported.ts';
import { toBibtex } from './to-bibtex.ts';
import { toCslJson } from './to-csl-json.ts';
import { toCsv } from './to-csv.ts';
import { toRis } from './to-ris.ts';

describeWithData('real papers', 'data/digests/hf-daily-papers-api.4018.jsonl.gz', (file) => {
  const digest = parseDigest(gunzipSync(readFileSync(file)).toString(), {});
  const works = digest.ok
    ? digest.value.entries.map((entry) => workOf(entry)).filter((made) => made !== undefined)
    : [];
  const read = (imported: Result<ImportedFile, ImportError>): readonly CitedWork[] =>
    imported.ok ? imported.value.works.map(({ work }) => work) : [];

  test('come back from CSV and CSL-JSON whole, from RIS without categories and "et al."', () => {
    expect(works.length).toBeGreaterThan(4000);
    expect(read(fromCsv(toCsv(works)))).toEqual(works);
    expect(read(fromCslJson(toCslJson(works)))).toEqual(works);
    expect(read(fromRis(toRis(works)))).toEqual(works.map(({ categories, moreAuthors, code, ...rest }) => rest));
  });
  test('each have a key that says the author, and BibTeX in ASCII that needs no character by number', () => {
    expect(citationKeys(works).filter((key) => !/^[a-z-]+\d{4}[a-z0-9]+$/.test(key)).length).toBeLessThan(
      works.length / 100,
    );
    const bib = toBibtex(works, { ascii: true });
    expect(bib).toMatch(/^[\x00-\x7f]*$/);
    expect(bib.match(/\\symbol/g)?.length ?? 0).toBeLessThan(50);
  });
});
