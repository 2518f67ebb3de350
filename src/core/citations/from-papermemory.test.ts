/** PaperMemory's exports of several versions, and damaged ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../identity/runs.testing.ts';
import { fromPaperMemory } from './from-papermemory.ts';
import type { ImportedFile } from './imported.ts';

function read(value: unknown): ImportedFile {
  const file = fromPaperMemory(typeof value === 'string' ? value : JSON.stringify(value));
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  expect(file.value.works.length + file.value.skipped.reduce((sum, s) => sum + s.count, 0)).toBe(file.value.total);
  return file.value;
}

const PAPER = {
  addDate: '2022-08-29T08:35:02.977Z',
  author: 'Ann-Marie Lee and Jan van Dam',
  bibtex:
    '@inproceedings{DBLP:conf/nets/LeeD17,\n  author    = {Ann{-}Marie Lee and\n               Jan van Dam},\n  title     = {Nets},\n  booktitle = {{NETS} 2017, Bonn},\n  pages     = {22--31},\n  publisher = {Net Society},\n  year      = {2017},\n  doi       = {10.1000/NETS.7},\n}',
  code: {},
  codeLink: 'https://github.com/lee/nets',
  count: 2,
  favorite: true,
  favoriteDate: '2022-08-29T08:35:02.977Z',
  id: 'Arxiv-1703.10593',
  key: 'lee2017nets',
  lastOpenDate: '2022-08-29T08:35:02.977Z',
  md: '[Nets  for All](http://arxiv.org/pdf/1703.10593v7)',
  note: 'Accepted @ NETS 2017 -- [dblp.org]\n\nRead <b>twice</b>, see [1].',
  pdfLink: 'http://arxiv.org/pdf/1703.10593v7',
  source: 'arxiv',
  tags: ['gan', 'vision'],
  title: 'Nets\n  for All',
  venue: 'NETS',
  year: '2017',
};

test('B11: a paper as it exports it: ids, venue, pages of its BibTeX, tags, note as text, code, day', () => {
  const file = read({ 'Arxiv-1703.10593': PAPER, __dataVersion: 508 });
  expect(file.total).toBe(1);
  expect(file.works[0]?.work).toEqual({
    ids: ['arxiv:1703.10593', 'doi:10.1000/nets.7', 'dblp:conf/nets/LeeD17'],
    title: 'Nets for All',
    kind: 'conference',
    authors: ['Ann-Marie Lee', 'Jan van Dam'],
    year: 2017,
    venue: 'NETS',
    pages: '22–31',
    publisher: 'Net Society',
    tags: ['gan', 'vision', 'favorite'],
    note: 'Read <b>twice</b>, see [1].',
    added: '2022-08-29',
    code: 'https://github.com/lee/nets',
  });
});

test.each([
  ['Arxiv-hep-th_9901001', 'https://arxiv.org/pdf/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['OR-ICLR-2022_EZNOb_uNpJk', 'https://openreview.net/pdf?id=EZNOb_uNpJk', 'openreview:EZNOb_uNpJk'],
  ['ACL-ACL-2020_2020.acl-main.405', 'https://aclanthology.org/2020.acl-main.405.pdf', 'acl:2020.acl-main.405'],
  ['PMC-2020_PMC123456', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456', 'pmcid:PMC123456'],
  [
    'BioRxiv-2020.01.02.123456',
    'https://www.biorxiv.org/content/10.1101/2020.01.02.123456v1.full.pdf',
    'doi:10.1101/2020.01.02.123456',
  ],
  ['PNAS-2019_aa', 'https://www.pnas.org/doi/pdf/10.1073/pnas.1900358116', 'doi:10.1073/pnas.1900358116'],
  ['ACS_bb', 'https://pubs.acs.org/doi/pdf/10.1021/acs.jctc.9b00001', 'doi:10.1021/acs.jctc.9b00001'],
  ['Wiley-2020_cc', 'https://onlinelibrary.wiley.com/doi/epdf/10.1002/anie.1', 'doi:10.1002/anie.1'],
  ['ACM-2020_dd', 'https://dl.acm.org/doi/pdf/10.1145/1.2', 'doi:10.1145/1.2'],
  ['Science-2021_ee', 'https://www.science.org/doi/pdf/10.1126/science.1', 'doi:10.1126/science.1'],
  ['NeurIPS-2019_ff', 'https://proceedings.neurips.cc/paper/2019/file/65ff-Paper.pdf', undefined],
  ['CVF-CVPR-2018_gg', 'https://openaccess.thecvf.com/content_cvpr_2018/papers/C_S_CVPR_2018_paper.pdf', undefined],
  ['PMLR-ICML-2020-hh', 'http://proceedings.mlr.press/v119/hh20a/hh20a.pdf', undefined],
  ['JMLR-2012_ii12a', 'https://www.jmlr.org/papers/volume13/ii12a/ii12a.pdf', undefined],
  ['IEEE-2018_8578259', 'https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=8578259', undefined],
  ['IHEP-1234', 'https://inspirehep.net/files/abc', undefined],
  ['Springer-2020_jj', 'https://link.springer.com/content/pdf/10.1007/978-3-030-1.pdf', 'doi:10.1007/978-3-030-1'],
  ['Website_example.org_x', 'https://example.org/x', undefined],
])('B11: %s is known by its id or its address', (id, pdfLink, found) => {
  const { work } = read({ [id]: { id, title: 'T', pdfLink } }).works[0] ?? {};
  if (found !== undefined) expect(work?.ids).toContain(found);
  else expect(work?.url).toBe(pdfLink.replace('http:', 'https:'));
});

describe('B11: a damaged memory', () => {
  test('missing fields, wrong types and things that are no papers are skipped with a reason or left out', () => {
    const file = read({
      a: { title: 'Only a title', pdfLink: 7, tags: 'x', year: 1e9, author: [], note: {}, favorite: 'yes', addDate: 3 },
      b: 5,
      c: { pdfLink: 'https://example.org/c' },
      d: { title: 'Unsafe', pdfLink: 'javascript:alert(1)', codeLink: 'javascript:alert(2)', tags: [1, 'ok', null] },
      e: null,
      f: { title: 'Under review', author: 'Anonymous', year: 'unknown', bibtex: '@x{never' },
    });
    expect(file.works).toEqual([
      { work: { ids: [], title: 'Only a title', kind: 'other' }, line: 1, flags: [] },
      { work: { ids: [], title: 'Unsafe', kind: 'other', tags: ['ok'] }, line: 4, flags: ['url-dropped'] },
      { work: { ids: [], title: 'Under review', kind: 'other' }, line: 6, flags: [] },
    ]);
    expect(file.skipped.map(({ line, reason, text }) => [line, reason, text])).toEqual([
      [2, 'not-a-record', 'b'],
      [3, 'no-title', 'https://example.org/c'],
      [5, 'not-a-record', 'e'],
    ]);
  });
  test('B01: __proto__ and constructor in it change nothing', () => {
    read(
      '{"__proto__":{"polluted":1,"title":"x"},"constructor":{"prototype":{"polluted":1}},"a":{"title":"A","pdfLink":"","__proto__":{"note":"no"}}}',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(read('{"a":{"title":"A","pdfLink":"","__proto__":{"note":"no"}}}').works[0]?.work.note).toBeUndefined();
  });
  test('any value in any field gives a work or a reason', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record(
            Object.fromEntries(Object.keys(PAPER).map((name) => [name, fc.oneof(fc.jsonValue(), fc.string())])),
            { requiredKeys: [] },
          ),
        ),
        (papers) => {
          read({ first: PAPER, ...Object.fromEntries(papers.map((paper, i) => [`p${i}`, paper])) });
        },
      ),
      { numRuns: runs(200) },
    );
  });
  test.each([
    ['[]', 'unknown-format'],
    ['{}', 'unknown-format'],
    ['{"__dataVersion":1}', 'unknown-format'],
    ['[{"title":"A","type":"book"}]', 'unknown-format'],
    ['', 'empty'],
  ])('%s is refused by name', (text, error) => {
    expect(fromPaperMemory(text)).toMatchObject({ ok: false, error });
  });
});

test('its BibTeX by ids is read too', () => {
  const file = read({ 'Arxiv-1703.10593': PAPER.bibtex, x: '' });
  expect(file.works[0]?.work).toMatchObject({ title: 'Nets', authors: ['Ann-Marie Lee', 'Jan van Dam'] });
  expect(file.skipped).toMatchObject([{ reason: 'no-title' }]);
});

test('B11: 50,000 papers are read in seconds', () => {
  const memory = JSON.stringify(
    Object.fromEntries(
      Array.from({ length: 50_000 }, (_, i) => [
        `Website_${i}`,
        {
          ...PAPER,
          id: `Website_${i}`,
          title: `T${i}`,
          pdfLink: `https://example.org/${i}`,
          bibtex: PAPER.bibtex.replace('NETS.7', `nets.${i}`),
        },
      ]),
    ),
  );
  const start = performance.now();
  expect(read(memory).works).toHaveLength(50_000);
  expect(performance.now() - start).toBeLessThan(30_000);
});
