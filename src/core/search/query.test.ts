import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionsOf, LONGEST_QUERY, MOST_CLAUSES, parseQuery } from './query.ts';
import { queryText } from './query-text.testing.ts';

const runs = process.env['SOAK'] === undefined ? 1_500 : 50_000;
const clausesOf = (text: string) => parseQuery(text).clauses;
const shown = (text: string) => parseQuery(text).spans.map(({ from, to, part }) => `${part}=${text.slice(from, to)}`);

/** Texts made of what means something here, so that odd mixtures come up often. */
const queryLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '-',
        ':',
        ' ',
        '..',
        'tag:',
        'Author:',
        'year:',
        'has:',
        'status:',
        'venue:',
        'collection:',
        'in:',
        'rating:',
        'foo:',
      ),
      fc.constantFrom(
        '2024',
        '2024..2025',
        '3..5',
        '4',
        'code',
        'notes',
        'read',
        're',
        'Größe',
        'text-to-SQL',
        '强化学习',
        'ﬁne',
        'e\u0301',
        '\u202e',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('what people type', () => {
  test('words, of which the last may still be growing', () => {
    expect(clausesOf('world mod')).toEqual([
      { kind: 'word', word: 'world', prefix: false, not: false },
      { kind: 'word', word: 'mod', prefix: true, not: false },
    ]);
    expect(clausesOf('world models ').at(-1)).toMatchObject({ word: 'models', prefix: false });
  });

  test('phrases, also while they are typed', () => {
    expect(clausesOf('"All you Need"')).toEqual([
      { kind: 'phrase', words: ['all', 'you', 'need'], open: false, not: false },
    ]);
    expect(clausesOf('x "all you ne').at(-1)).toEqual({
      kind: 'phrase',
      words: ['all', 'you', 'ne'],
      open: true,
      not: false,
    });
  });

  test('every operator', () => {
    const text =
      'tag:"offline RL" author:LeCun venue:ICML collection:thesis year:2024..2025 has:code has:notes status:read';
    expect(clausesOf(text)).toEqual([
      { kind: 'tag', words: ['offline', 'rl'], name: 'offline RL', whole: true, not: false },
      { kind: 'author', words: ['lecun'], name: 'LeCun', whole: false, not: false },
      { kind: 'venue', words: ['icml'], name: 'ICML', whole: false, not: false },
      { kind: 'collection', words: ['thesis'], name: 'thesis', whole: false, not: false },
      { kind: 'year', from: 2024, to: 2025, not: false },
      { kind: 'has', what: 'code', not: false },
      { kind: 'has', what: 'notes', not: false },
      { kind: 'status', any: ['read'], not: false },
    ]);
  });

  test('open years and single years', () => {
    expect(clausesOf('year:2024.. year:..2020 year:1999')).toEqual([
      { kind: 'year', from: 2024, not: false },
      { kind: 'year', to: 2020, not: false },
      { kind: 'year', from: 1999, to: 1999, not: false },
    ]);
  });

  test('stars, as one number or a range', () => {
    expect(clausesOf('rating:3..5 rating:4 -rating:..2 has:rating rating:6')).toEqual([
      { kind: 'rating', from: 3, to: 5, not: false },
      { kind: 'rating', from: 4, to: 4, not: false },
      { kind: 'rating', to: 2, not: true },
      { kind: 'has', what: 'rating', not: false },
      { kind: 'word', word: 'rating', prefix: false, not: false },
      { kind: 'word', word: '6', prefix: true, not: false },
    ]);
  });

  test('in: is short for collection:, also with a path', () => {
    expect(clausesOf('in:"Thesis/Chapter 3"')).toEqual(clausesOf('collection:"Thesis/Chapter 3"'));
    expect(clausesOf('in:thesis')).toMatchObject([{ kind: 'collection', name: 'thesis', whole: false }]);
  });

  test('names that differ in signs alone are kept as typed; a quoted name may be signs alone', () => {
    expect(clausesOf('tag:"C++" tag:"🔥"')).toMatchObject([{ name: 'C++' }, { words: [], name: '🔥' }]);
  });

  test('of several years, venues, statuses or ratings one must hold; of all else each', () => {
    const sizes = (text: string) => conditionsOf(clausesOf(text)).map((group) => group.length);
    expect(
      sizes('x status:read tag:a status:reading tag:b year:2024 -year:2023 year:2025 venue:icml venue:nips'),
    ).toEqual([2, 1, 1, 2, 1, 2]);
  });

  test('a status is found by its beginning', () => {
    expect(clausesOf('status:rea')).toEqual([{ kind: 'status', any: ['reading', 'read'], not: false }]);
    expect(clausesOf('status:aside,read')).toEqual([{ kind: 'status', any: ['read', 'aside'], not: false }]);
    expect(clausesOf('status:"to read"')).toEqual([{ kind: 'status', any: ['to-read'], not: false }]);
  });

  test('a minus leaves out words, phrases and operators', () => {
    expect(clausesOf('-vision -"data set" -tag:RL -has:code').every((clause) => clause.not)).toBe(true);
    expect(clausesOf('text-to-SQL').map((c) => c.not)).toEqual([false, false, false]);
  });

  test('an operator nobody knows, or with a value it has not, is plain words', () => {
    const words = (text: string) => clausesOf(text).map((c) => (c.kind === 'word' ? c.word : c.kind));
    expect(words('foo:bar')).toEqual(['foo', 'bar']);
    expect(words('https://arxiv.org/abs/2511.08567')).toEqual(['https', 'arxiv', 'org', 'abs', '2511', '08567']);
    expect(words('year:soon has:cake status:lost')).toEqual(['year', 'soon', 'has', 'cake', 'status', 'lost']);
    expect(words('foo:"a b" tag:')).toEqual(['foo', 'phrase', 'tag']);
  });

  test('spans say what to tint', () => {
    expect(shown('bees -tag:"x y" "a b" year:2024..')).toEqual([
      'word=bees',
      'not=-',
      'operator=tag:',
      'value="x y"',
      'phrase="a b"',
      'operator=year:',
      'value=2024..',
    ]);
    expect(shown('year:soon')).toEqual(['word=year:soon']);
  });
});

describe('laws', () => {
  test('it never throws, and spans ascend within the text and hold all but white space', () => {
    fc.assert(
      fc.property(fc.oneof(queryLike, fc.string({ unit: 'binary' })), (text) => {
        let last = 0;
        for (const { from, to } of parseQuery(text).spans) {
          expect(text.slice(last, from).replace(/[\s"]/g, '')).toBe('');
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs },
    );
  });

  test('written and read again, a query is the same', () => {
    fc.assert(
      fc.property(fc.oneof(queryLike, fc.string({ unit: 'binary' })), (text) => {
        const { clauses } = parseQuery(text);
        expect(clausesOf(queryText(clauses))).toEqual(clauses);
      }),
      { numRuns: runs },
    );
  });

  test('a very long text is cut, in conditions and in characters', () => {
    const { clauses, spans } = parseQuery('bee '.repeat(1_000_000));
    expect(clauses).toHaveLength(MOST_CLAUSES);
    expect(spans.at(-1)?.to).toBeLessThanOrEqual(LONGEST_QUERY);
  });
});
