import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../core/search/query.ts';
import * as q from './query-items.ts';

const values = (text: string): readonly string[] =>
  q.itemsIn(text).map(({ clause, value }) => `${clause.kind}=${value}`);

test('operators are found with their values, words are left alone', () => {
  expect(values('Offline tag:D4RL year:2024..2025 -survey -tag:"x y"')).toEqual([
    'tag=D4RL',
    'year=2024..2025',
    'tag=x y',
  ]);
  expect(values('year:soon http://x "tag:no"')).toEqual([]);
});

test('taking a pill away leaves the rest as it was typed', () => {
  const text = 'Offline  tag:D4RL year:2024..2025 -survey';
  const [tag, year] = q.itemsIn(text);
  expect(q.without(text, [tag!])).toBe('Offline year:2024..2025 -survey');
  expect(q.without(text, [year!])).toBe('Offline  tag:D4RL -survey');
  expect(q.without(text, [tag!, year!])).toBe('Offline -survey');
});

test('a facet pressed twice leaves the query as before', () => {
  for (const name of ['Offline RL', 'c++ & "friends"', '强化学习']) {
    const on = q.toggleName('Bees of', 'tag', name);
    expect(q.asksFor(q.itemsIn(on), 'tag', name)).toBe(true);
    expect(q.toggleName(on, 'tag', name)).toBe('Bees of');
  }
});

test('a status takes the place of another, tags add up, a collection stands alone', () => {
  expect(q.toggleValue('x status:read', 'status', 'reading')).toBe('x status:reading');
  expect(q.toggleValue('x status:read', 'status', 'read')).toBe('x');
  expect(q.toggleName('tag:"a"', 'tag', 'b')).toBe('tag:"a" tag:"b"');
  expect(q.toggleName('collection:"A" x', 'collection', 'B', true)).toBe('x collection:"B"');
  expect(q.everywhere('x status:read collection:"A" tag:b')).toBe('x tag:b');
});

test('years are one range', () => {
  expect(q.withYears('x', { from: 2025, to: 2024 })).toBe('x year:2024..2025');
  expect(q.withYears('x year:2024..', { from: 2020, to: 2020 })).toBe('x year:2020');
  expect(q.withYears('x year:2024..', undefined)).toBe('x');
  expect(q.yearsAsked(q.itemsIn('year:2024..'))).toEqual({ from: 2024, to: 9_999 });
});

test('whatever is typed, taking all items away leaves no operator, and the words in their order', () => {
  const part = fc.constantFrom(
    'tag:',
    'a',
    '-',
    '"',
    ' ',
    'year:2024',
    'has:code',
    'x y',
    '..',
    'status:read',
    '-tag:"q"',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const rest = q.without(text, q.itemsIn(text));
      expect(rest.length).toBeLessThanOrEqual(text.length);
      const kinds = parseQuery(text).clauses.map(({ kind }) => kind);
      if (!text.includes('"') && !text.includes('-')) {
        expect(q.itemsIn(rest).length).toBe(0);
        expect(kinds.filter((kind) => kind === 'word').length).toBe(parseQuery(rest).clauses.length);
      }
    }),
    { numRuns: 400 },
  );
});
