import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeWithData } from '../../shared-data.testing.ts';
import type { Entry, ParsedDigest } from '../entry.ts';
import { toJsonl } from './jsonl.ts';
import { parseDigest } from './parse.ts';

function read(text: string): ParsedDigest {
  const digest = parseDigest(text, {});
  if (!digest.ok) throw new Error(digest.detail);
  return digest.value;
}
const line = (fields: object): string => JSON.stringify({ title: 'A Title', ...fields });
const one = (fields: object): Entry => {
  const [entry] = read(line(fields)).entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

test('every public field is read and written again as it was', () => {
  const text = line({
    abstract: 'An abstract. Code: https://github.com/lab/tool.',
    ids: ['arxiv:2511.08567', 'openreview:GnOLWS4Llt'],
    authors: ['Ada Example', 'Bo Sample'],
    organisation: { slug: 'lab', name: 'The Lab' },
    date: '2025-11-11',
    dateInferred: true,
    comments: 2,
    upvotes: 40,
    remark: '12 pages',
    categories: ['cs.LG'],
    venue: 'A Workshop',
    links: [{ url: 'https://github.com/lab/tool', kind: 'code', status: 'released' }],
    tags: ['planning'],
  });
  const { entries, warnings, format } = read(text);
  expect(format).toBe('jsonl');
  expect(warnings).toEqual([]);
  expect(entries.map(toJsonl)).toEqual([text]);
});

test('a damaged line costs that line alone and is reported with its number', () => {
  const { entries, warnings } = read(
    `${line({ venue: 'a' })}\n{"title": "cut of\n\n[1,2]\n{"abstract":"no title"}\n${line({ venue: 'b' })}\n`,
  );
  expect(entries.map(({ venue, line: at }) => [venue, at])).toEqual([
    ['a', 1],
    ['b', 6],
  ]);
  expect(warnings.map((warning) => warning.line)).toEqual([2, 4, 5]);
});

test('a field of a wrong type counts as absent, never as a guess', () => {
  const entry = one({
    abstract: 7,
    ids: 'arxiv:2511.08567',
    authors: { 0: 'x' },
    authorCount: '9',
    organisation: 'lab',
    date: 20251111,
    comments: -3,
    upvotes: 1.5,
    categories: [1, 'cs.LG', null],
    links: 'https://github.com/a/b',
    tags: null,
  });
  expect(entry).toEqual({ title: 'A Title', ids: [], categories: ['cs.LG'], links: [], tags: [], line: 1 });
  expect(one({ comments: Number.POSITIVE_INFINITY, authorCount: Number.NaN })).not.toHaveProperty('comments');
});

test('A03: an unsafe link of a digest is dropped, and the warning says “unsafe link”', () => {
  const { entries, warnings } = read(
    line({
      links: [{ url: 'javascript:alert(1)', kind: 'code', status: 'released' }, { url: 'https://github.com/a/b' }],
    }),
  );
  expect(entries[0]?.links.map(({ url }) => url)).toEqual(['https://github.com/a/b']);
  expect(entries[0]?.flags).toEqual(['link-dropped']);
  expect(warnings[0]?.message).toMatch(/^Unsafe link/);
});

test('a day that does not exist is kept as text', () => {
  expect(one({ date: '2023-02-30', dateInferred: true })).toMatchObject({ dateRaw: '2023-02-30' });
  expect(one({ date: '2023-02-30', dateInferred: true })).not.toHaveProperty('dateInferred');
});

test('fields named like parts of JavaScript are ordinary unknown fields', () => {
  const text = '{"title":"A Title","__proto__":{"abstract":"polluted"},"constructor":{"prototype":{"x":1}}}';
  expect(read(text).entries[0]).toEqual({ title: 'A Title', ids: [], links: [], tags: [], line: 1 });
  expect(({} as { abstract?: string }).abstract).toBeUndefined();
});

describe('the sample digest', () => {
  const text = readFileSync(new URL('../../../public/sample-digest.jsonl', import.meta.url), 'utf8');
  const { entries, warnings } = read(text);

  test('holds the 40 papers with an id each, 7 repositories, one promised, and a summary of one or two sentences', () => {
    expect(warnings).toEqual([]);
    expect(entries).toHaveLength(40);
    expect(entries.every(({ ids }) => ids.length === 1)).toBe(true);
    const links = entries.flatMap((entry) => entry.links);
    expect(links.filter(({ kind }) => kind === 'code')).toHaveLength(7);
    expect(links.filter(({ status }) => status === 'promised')).toHaveLength(1);
    for (const { abstract = '' } of entries)
      expect(abstract.length, abstract).toSatisfy((n: number) => n >= 120 && n <= 300);
    expect(`${entries.map(toJsonl).join('\n')}\n`).toBe(text);
  });

  describeWithData('beside the originals', 'data/seed/daily-papers-search-page.txt', (seed) => {
    test('its summaries share no six words in a row with them', () => {
      const words = (s: string): readonly string[] => s.toLowerCase().match(/[a-z0-9]+/g) ?? [];
      const sixes = (s: string): readonly string[] =>
        words(s)
          .map((_, i, all) => all.slice(i, i + 6).join(' '))
          .slice(0, -5);
      const original = new Set(readFileSync(seed, 'utf8').split('\n').flatMap(sixes));
      expect(entries.flatMap(({ abstract = '' }) => sixes(abstract)).filter((six) => original.has(six))).toEqual([]);
    });
  });
});
