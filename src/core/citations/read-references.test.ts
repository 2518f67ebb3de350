/** Files of every kind through one door, and what is none of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest, runs } from '../identity/runs.testing.ts';
import { detectReferences } from './detect-references.ts';
import { fromCslJson } from './from-csl-json.ts';
import { readJson } from './read-json.ts';
import { readReferences } from './read-references.ts';
import { toBiblatex } from './to-biblatex.ts';
import { toBibtex } from './to-bibtex.ts';
import { toCslJson } from './to-csl-json.ts';
import { toCsv } from './to-csv.ts';
import { toRis } from './to-ris.ts';
import { anyWorks } from './works.testing.ts';

test.each([
  ['bibtex', 'refs.bib', '% JabRef\n\n@Article{a, title={A}}'],
  ['bibtex', 'refs.txt', 'My papers\n @misc(a, title={A})'],
  ['bibtex', 'memory-bibtex.bib', JSON.stringify('@misc{a,\n title={A}}\n')],
  ['ris', 'refs.ris', '\ufeffTY  - JOUR\r\nTI  - A\r\nER  - \r\n'],
  ['ris', 'nature.ris', 'Provider: X\nTY  - JOUR\nTI  - A\nER  - \n'],
  ['csl-json', 'refs.json', '[\n {"type":"book","title":"A"}]'],
  ['csl-json', '', '{"items":[{"title":"A"}]}'],
  ['csv', 'refs.csv', 'Title,Authors\nA,"me @article{x"\n'],
  ['csv', 'scopus.csv', '\ufeff"Authors";"Title"\n"Lee";"A"'],
  ['csv', 'excel.csv', 'sep=;\nTitle;Year\nA;2020'],
  [
    'zotero-rdf',
    'My Library.rdf',
    '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/"><bib:Book><dc:title>A</dc:title></bib:Book></rdf:RDF>',
  ],
  ['papermemory', 'memory-data.json', '{"Arxiv-1":{"title":"A","pdfLink":"https://example.org"},"__dataVersion":508}'],
  ['papermemory', 'memory-bibtex.json', '{"Arxiv-1":"@misc{a, title={A}}"}'],
])('%s is known by how it begins: %s', async (format, name, text) => {
  expect(detectReferences(name, text)).toBe(format);
  const read = await readReferences(text, { name });
  expect(read).toMatchObject({ ok: true, value: { format, total: 1 } });
  expect(read.ok && read.value.works.map(({ work }) => work.title)).toEqual(['A']);
});

test.each([
  ['an empty file', '', 'empty'],
  ['blanks', ' \n\t', 'empty'],
  ['a picture read as text', '\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0', 'unknown-format'],
  ['a web page', '<!doctype html><html><body>@article{a}</body></html>', 'unknown-format'],
  ['prose', 'Dear all, see me@example.org about the title, please.', 'unknown-format'],
  ['JSON cut off', '[{"title":"A"', 'unknown-format'],
  ['JSON that is no list', '{"a":', 'unknown-format'],
])('B16: %s is refused by name', async (_, text, error) => {
  expect(await readReferences(text)).toMatchObject({ ok: false, error });
});

test('what each writer of ours writes is known for what it is', () => {
  fc.assert(
    fc.property(
      anyWorks.filter((works) => works.length > 0),
      (works) => {
        expect(detectReferences('', toBibtex(works))).toBe('bibtex');
        expect(detectReferences('', toBiblatex(works))).toBe('bibtex');
        expect(detectReferences('', toRis(works))).toBe('ris');
        expect(detectReferences('', toCslJson(works))).toBe('csl-json');
        expect(detectReferences('a.csv', toCsv(works))).toBe('csv');
      },
    ),
    { numRuns: runs(100) },
  );
});

test('any text is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const read = await readReferences(text);
      if (!read.ok) expect(['empty', 'unknown-format']).toContain(read.error);
    }),
    { numRuns: runs(300) },
  );
});

describe('JSON made to break readers', () => {
  test.each([10_000, 1_000_000])(
    'B02: lists %d deep are refused at depth 32, before anything is built',
    async (depth) => {
      for (const text of [
        '['.repeat(depth),
        `[{"title":${'['.repeat(depth)}${']'.repeat(depth)}}]`,
        '{"a":'.repeat(depth),
      ]) {
        expect(await readReferences(text)).toMatchObject({
          ok: false,
          error: 'unknown-format',
          detail: expect.stringMatching(/deeper than 32 at character \d+/),
        });
        expect(fastest(() => void readJson(text))).toBeLessThan(200);
      }
      expect(readJson(`${'['.repeat(32)}${']'.repeat(32)}`).ok).toBe(true);
      expect(readJson(`[${JSON.stringify('['.repeat(100))}]`).ok).toBe(true);
    },
  );
  test('B01: __proto__ and constructor at any depth change nothing and are ignored', () => {
    const trap = '"__proto__":{"polluted":1,"title":"x"},"constructor":{"prototype":{"polluted":1}}';
    const file = fromCslJson(
      `[{${trap},"title":"A","custom":{${trap}},"author":[{${trap},"family":"Lee"}],"issued":{${trap}}},{${trap}}]`,
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(file.ok && file.value.works.map(({ work }) => work.title)).toEqual(['A']);
    expect(file.ok && file.value.skipped).toMatchObject([{ reason: 'no-title' }]);
  });
  test('B03: of equal names the last counts; numbers beyond the exact ones, infinite or negative zero say nothing', () => {
    const file = fromCslJson(
      '[{"title":"A","title":"B","volume":9007199254740993,"issue":12,"page":1e999,"issued":{"date-parts":[[-0]]}},{"title":"C","issued":{"date-parts":[[1e999]]},"volume":1e400}]',
    );
    expect(file.ok && file.value.works.map(({ work }) => work)).toEqual([
      { ids: [], title: 'B', kind: 'other', issue: '12' },
      { ids: [], title: 'C', kind: 'other' },
    ]);
    expect(fromCslJson('[{"title":NaN}]')).toMatchObject({ ok: false, error: 'unknown-format' });
  });
});
