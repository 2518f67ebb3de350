/** BibTeX and BibLaTeX files of other programs, and damaged ones. */
import { describe, expect, test } from 'vitest';
import { fromBibtex } from './from-bibtex.ts';
import type { ImportedFile } from './imported.ts';

async function read(text: string): Promise<ImportedFile> {
  const file = await fromBibtex(text);
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  expect(file.value.works.length + file.value.skipped.reduce((sum, s) => sum + s.count, 0)).toBe(file.value.total);
  return file.value;
}
const first = async (text: string): Promise<object> => (await read(text)).works[0]?.work ?? {};
const titles = async (text: string): Promise<readonly string[]> =>
  (await read(text)).works.map(({ work }) => work.title);

test('a record of dblp: words over two lines, braces that hold capitals, its own page', async () => {
  expect(
    await first(`@inproceedings{DBLP:conf/nets/LeeB19,
  author    = {Ann{-}Marie Lee and
               Zo{\\"{e}} van den Berg and
               Jan {Garc{\\'{\\i}}a M{\\'a}rquez}},
  title     = {On {BERT} and Nets: a 10{\\%} Gain
               for Everyone},
  booktitle = {33rd Conference on Nets, {NETS} 2019, Bonn,
               Germany, March 4-8, 2019},
  pages     = {22--31},
  year      = {2019},
  url       = {https://doi.org/10.1000/NETS.2019\\_44},
  timestamp = {Wed, 16 Oct 2019 14:14:51 +0200},
  biburl    = {https://dblp.org/rec/conf/nets/LeeB19.bib},
}`),
  ).toEqual({
    ids: ['doi:10.1000/nets.2019_44', 'dblp:conf/nets/LeeB19'],
    title: 'On BERT and Nets: a 10% Gain for Everyone',
    kind: 'conference',
    authors: ['Ann-Marie Lee', 'Zoë van den Berg', 'García Márquez, Jan'],
    year: 2019,
    venue: '33rd Conference on Nets, NETS 2019, Bonn, Germany, March 4-8, 2019',
    pages: '22–31',
  });
});

test('a BibLaTeX record: date, journaltitle, eprint, keywords, groups and the reader’s own marks', async () => {
  expect(
    await first(`@online{key,
  title = {Nets}, subtitle = {A Survey},
  author = {family=Beethoven, given=Ludwig, prefix=van and {The Net Team} and others},
  date = {2024-05-06}, journaltitle = {Journal of Nets},
  eprint = {2405.01234v2}, eprinttype = {arXiv}, eprintclass = {cs.LG},
  keywords = {nets, deep fish}, groups = {Thesis, To cite},
  file = {:C\\:/Users/me/paper.pdf:PDF}, annotation = {Read \\emph{twice}.}, readstatus = {skimmed},
  creationdate = {2024-06-07T10:00:00}
}`),
  ).toEqual({
    ids: ['arxiv:2405.01234'],
    title: 'Nets: A Survey',
    kind: 'preprint',
    authors: ['Ludwig van Beethoven', 'The Net Team'],
    moreAuthors: true,
    year: 2024,
    date: '2024-05-06',
    venue: 'Journal of Nets',
    categories: ['cs.LG'],
    tags: ['nets', 'deep fish'],
    note: 'Read twice.',
    status: 'reading',
    collections: [['Thesis'], ['To cite']],
    added: '2024-06-07',
  });
});

test('arXiv ids where Google Scholar and dblp put them', async () => {
  const file = await read(`@article{a, title={One}, journal={arXiv preprint arXiv:1706.03762}, year={2017}}
@article{b, title={Two}, journal={CoRR}, volume={abs/1706.03763}, year={2017}}
@misc{c, title={Three}, howpublished={\\url{https://arxiv.org/abs/1706.03764}}, year=2017}`);
  expect(file.works.map(({ work }) => [work.ids, work.kind, work.venue, work.volume])).toEqual([
    [['arxiv:1706.03762'], 'preprint', undefined, undefined],
    [['arxiv:1706.03763'], 'preprint', undefined, undefined],
    [['arxiv:1706.03764'], 'preprint', undefined, undefined],
  ]);
});

test('macros, also joined and standard ones; crossref before its parent; xdata', async () => {
  const file = await read(`@string{acl = "Annual Meeting"} @STRING(years = {of } # {Nets})
@inproceedings{child, title = {Child}, crossref = {Whole}, pages = {1}}
@proceedings{whole, title = acl # { } # years, year = 2020, month = jun, doi = {10.1000/whole}}
@xdata{pub, publisher = {Fish Press}}
@article{x, title = "Quoted {"}quotes{"}", journal = cacm, xdata = {pub}}`);
  expect(file.works.map(({ work }) => work)).toMatchObject([
    { title: 'Child', venue: 'Annual Meeting of Nets', year: 2020, pages: '1', ids: [] },
    { title: 'Annual Meeting of Nets', kind: 'book', ids: ['doi:10.1000/whole'] },
    { title: 'Quoted "quotes"', venue: 'Communications of the ACM', publisher: 'Fish Press' },
  ]);
  expect(file.total).toBe(3);
});

test.each([
  [
    'Schr{\\"o}dinger, {\\\'E}t{\\\'e}, \\v{C}apek, \\r{A}, na\\"{\\i}ve, \\c c',
    'Schrödinger, Été, Čapek, Å, naïve, ç',
  ],
  ["{\\ss}, \\o{}, {\\L}, \\ae sop, \\'{\\^a}", 'ß, ø, Ł, æsop, ấ'],
  ['A---B -- C, ``q’’ \\& \\_ \\% \\# a~b', 'A—B – C, “q’’ & _ % # a b'],
  ['\\emph{E} and \\textsc{Small} \\url{http://x.example/a_b}', 'E and Small http://x.example/a_b'],
  ['$\\alpha$-nets, $x^2$ and \\$5', 'α-nets, $x^2$ and $5'],
  ['{\\symbol{"4E2D}}', '中'],
  ['H\\textsubscript{2}O $<$ b, \\enquote{q} 5 < 6 & 7\\%', 'H₂O $<$ b, “q” 5 < 6 & 7%'],
  ['\\unknowncommand{shown} \\input{/etc/passwd}', 'shown /etc/passwd'],
  ["don't {\\textless}b{\\textgreater}", "don't <b>"],
])('TeX %s is read', async (tex, text) => {
  expect(await titles(`@misc{k, title = {${tex}}}`)).toEqual([text]);
});

describe('a damaged file', () => {
  test('an entry that never closes costs itself only, and its line is named', async () => {
    const file = await read(
      '\n@article{a, title = {A}}\n\n@article{b,\n title = {B,\n@article{c, title={C}}\n@book{d,\n@book{e,title=E}',
    );
    expect(file.works.map(({ work, line }) => [work.title, line])).toEqual([
      ['A', 2],
      ['C', 6],
      ['E', 8],
    ]);
    expect(file.skipped).toEqual([
      {
        line: 4,
        reason: 'unclosed',
        text: '@article{b, title = {B, @article{c, title={C}} @book{d, @book{e,title=E}',
        count: 1,
      },
      { line: 7, reason: 'unclosed', text: '@book{d, @book{e,title=E}', count: 1 },
    ]);
  });
  test('commas, keys and quotes that are missing; comments and mail addresses between entries', async () => {
    expect(
      await titles(
        'mail me@example.org (soon)\n% @book{no, title={No}}\n@article{title={No key}}\n@article{k year=2020 title={No commas} }\n@article{k, title=Bare, year=}\n@comment{jabref-meta: {x}}',
      ),
    ).toEqual(['No key', 'No commas', 'Bare']);
  });
  test('escaped braces without a partner', async () => {
    expect(await titles('@a{k, title = {Left \\{ only}}\n@a{k, title = {B}}\n@a{k, title={\\}right}}')).toEqual([
      'Left { only',
      'B',
      '}right',
    ]);
  });
  test('says which have no title', async () => {
    expect((await read('@a{k, author={Lee}}')).skipped).toEqual([
      { line: 1, reason: 'no-title', text: 'Lee', count: 1 },
    ]);
  });
});

test.each([
  ['', 'empty'],
  ['hello me@x {a}', 'unknown-format'],
  ['{"a":1}', 'unknown-format'],
])('%j is refused by name', async (text, error) => {
  expect(await fromBibtex(text)).toMatchObject({ ok: false, error });
});
