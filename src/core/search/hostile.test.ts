/** Strings made to be slow: each must be read, indexed, searched and marked within 100 ms of processor time. */
import process from 'node:process';
import { expect, test } from 'vitest';
import { marksIn } from './highlight.ts';
import { searchIndex } from './index-of.ts';
import { parseQuery } from './query.ts';
import { queryText } from './query-text.testing.ts';

/** Processor milliseconds of the fastest of three runs: the first one also compiles. */
function cpuOf(run: () => void): number {
  const once = (): number => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

const LARGE = 1 << 20;
const hostile: Readonly<Record<string, string>> = {
  quotes: '"'.repeat(LARGE),
  minuses: '-'.repeat(LARGE),
  colons: ':'.repeat(LARGE),
  operators: 'tag:'.repeat(LARGE / 4),
  'operators with open quotes': 'tag:"'.repeat(LARGE / 8),
  'one long word': 'a'.repeat(LARGE),
  'one word again and again': 'model '.repeat(LARGE / 8),
  'short words': 'a b c d e f g h '.repeat(LARGE / 16),
  'combining marks': `e${'\u0301'.repeat(LARGE)}`,
  'marks that stay': `क${'\u093c'.repeat(LARGE)}`,
  'format characters': `a${'\u200b\u202e'.repeat(LARGE / 2)}b`,
  'no spaces': '学'.repeat(LARGE),
  'lone surrogates': '\ud800'.repeat(LARGE),
  'compatibility forms that grow': '\ufdfa'.repeat(LARGE / 4),
  hyphens: 'a-'.repeat(LARGE / 2),
  'years and dots': 'year:2024..'.repeat(LARGE / 16),
  'many unlike words': Array.from({ length: LARGE / 8 }, (_, i) => `w${i}x`).join(' '),
};

const index = searchIndex(
  Array.from({ length: 500 }, (_, i) => ({
    key: `p${i}`,
    title: `Model ${i} of a honey hive`,
    abstract: `We model the ${i}th hive, a b c d e f g h, w${i}x.`,
    authors: ['Ana Alvarez'],
  })),
);

test.each(Object.keys(hostile))('%s', (name) => {
  const text = hostile[name] ?? '';
  const query = parseQuery(text);
  expect(cpuOf(() => queryText(parseQuery(text).clauses))).toBeLessThan(100);
  expect(cpuOf(() => index.find(query, { limit: 20 }))).toBeLessThan(100);
  expect(cpuOf(() => marksIn(text.slice(0, 2_000), query))).toBeLessThan(100);
  const doc = { key: 'hostile', title: text, authors: [text], abstract: text, tags: [text], notes: text, venue: text };
  expect(cpuOf(() => index.add(doc))).toBeLessThan(100);
  expect(cpuOf(() => index.find(query, { limit: 20 }))).toBeLessThan(100);
  // Nothing of it is in the way of a plain search.
  expect(index.find(parseQuery('honey 77 '), { limit: 1 }).hits[0]?.key).toBe('p77');
  expect(index.remove('hostile')).toBe(true);
});

test('a paper with five thousand authors and tags is cut, not refused', () => {
  const names = Array.from({ length: 5_000 }, (_, i) => `Ann Author${i}`);
  const doc = { key: 'many', title: 'All of us', authors: names, tags: names, collections: names };
  expect(cpuOf(() => index.add(doc))).toBeLessThan(100);
  expect(index.keys(parseQuery('author:author77'))).toEqual(['many']);
});
