/** CSL-JSON of other programs, and files that are none. */
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../calendar-day.ts';
import { fromCslJson } from './from-csl-json.ts';
import type { ImportedFile } from './imported.ts';
import { toCslJson } from './to-csl-json.ts';
import { id, work } from './works.testing.ts';

function read(value: unknown): ImportedFile {
  const file = fromCslJson(typeof value === 'string' ? value : JSON.stringify(value));
  if (!file.ok) throw new Error(`${file.error}: ${file.detail}`);
  return file.value;
}

test('a preprint as we write it', () => {
  const made = work({
    ids: [id('arXiv:1706.03762')],
    title: 'Attention',
    authors: ['Ludwig van Beethoven', 'OpenAI'],
    date: calendarDay(2017, 6, 12),
    tags: ['nets'],
  });
  expect(JSON.parse(toCslJson([made]))).toEqual([
    {
      id: 'vanbeethoven2017attention',
      type: 'article',
      title: 'Attention',
      author: [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }, { literal: 'OpenAI' }],
      issued: { 'date-parts': [[2017, 6, 12]] },
      publisher: 'arXiv',
      number: 'arXiv:1706.03762',
      DOI: '10.48550/arXiv.1706.03762',
      URL: 'https://doi.org/10.48550/arXiv.1706.03762',
      keyword: 'nets',
      custom: { ids: ['arxiv:1706.03762'], tags: ['nets'] },
    },
  ]);
});

describe('an item of', () => {
  test('Zotero, whose Extra field holds the arXiv id', () => {
    const [imported] = read([
      {
        id: 'x',
        type: 'article',
        title: 'On <i>E. coli</i> &amp; more',
        author: [
          { family: 'van Gogh', given: 'V.' },
          { family: 'King', given: 'M.', suffix: 'Jr.' },
          7,
          { given: 'Madonna' },
        ],
        issued: { 'date-parts': [['2017', 6, '12']] },
        note: 'arXiv:1706.03762 [cs]\nread twice',
        keyword: 'a, b',
        page: '1-9',
      },
    ]).works;
    expect(imported?.work).toEqual({
      ids: ['arxiv:1706.03762'],
      title: 'On E. coli & more',
      kind: 'preprint',
      authors: ['V. van Gogh', 'M. King Jr.', 'Madonna'],
      year: 2017,
      date: '2017-06-12',
      pages: '1–9',
      tags: ['a', 'b'],
      note: 'read twice',
    });
  });
  test('Crossref, alone, with titles in lists', () => {
    const item = {
      type: 'proceedings-article',
      title: ['One Title'],
      'container-title': ['Proceedings of X'],
      DOI: '10.1000/X',
      issued: { 'date-parts': [[2020]] },
      abstract: '<jats:p>We do.</jats:p>',
      author: [{ name: 'The X Collaboration' }],
    };
    expect(read(item).works.map((imported) => imported.work)).toEqual([
      {
        ids: ['doi:10.1000/x'],
        title: 'One Title',
        kind: 'conference',
        authors: ['The X Collaboration'],
        year: 2020,
        venue: 'Proceedings of X',
        abstract: 'We do.',
      },
    ]);
  });
});

test('B11: wrong types are absent, what is no item is skipped with its number, nothing is polluted', () => {
  const file = read(
    '[{"title":"One","author":"Ada","issued":{"date-parts":"x"},"volume":{"a":1},"__proto__":{"polluted":1}},null,"text",{"title":7},{"title":" "},[1]]',
  );
  expect(file.works.map(({ work: w }) => w)).toEqual([
    { ids: [], title: 'One', kind: 'other' },
    { ids: [], title: '7', kind: 'other' },
  ]);
  expect(file.skipped.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'not-a-record'],
    [3, 'not-a-record'],
    [5, 'no-title'],
    [6, 'not-a-record'],
  ]);
  expect(file.total).toBe(6);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test.each([
  ['', 'empty'],
  ['[{', 'unknown-format'],
  ['7', 'unknown-format'],
  ['['.repeat(100_000), 'unknown-format'],
])('%.20j is refused by name', (text, error) => {
  expect(fromCslJson(text)).toMatchObject({ ok: false, error });
});
