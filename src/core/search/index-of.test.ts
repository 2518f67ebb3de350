import { describe, expect, test } from 'vitest';
import { type SearchDoc, searchIndex } from './index-of.ts';
import { parseQuery } from './query.ts';

const papers: readonly SearchDoc[] = [
  {
    key: 'bees',
    title: 'How Honey Bees Choose a Hive',
    authors: ['Ana Alvarez', 'Bo Lindqvist'],
    abstract: 'Swarms decide by quorum. Multi-agent models of scouts explain the state of the art.',
    tags: ['Decision making', 'RL'],
    year: 2024,
    rating: 4,
    venue: 'Proceedings of the Meadow Conference',
    status: 'read',
    collections: ['Thesis', 'Chapter 2'],
    hasCode: true,
  },
  {
    key: 'bread',
    title: 'Sourdough: A Study of Yeast and Patience',
    authors: ['Lindqvist, Bo', 'Carla Alvarez-Reyes'],
    abstract: 'Dough is all you need. We model the growth of yeast in bread.',
    tags: ['RLHF'],
    notes: 'Ask Carla about the hive of yeast.',
    year: 2025,
    status: 'reading',
  },
  { key: 'stars', title: 'Dust Discs of Young Stars', abstract: 'Planets grow in discs.', tags: ['Größe'], year: 2019 },
  { key: 'need', title: 'Attention Is All You Need', authors: ['Ashish V'], abstract: 'A transformer of our own.' },
];
const index = searchIndex(papers);
const find = (text: string): readonly string[] =>
  index.find(parseQuery(text), { limit: 10 }).hits.map(({ key }) => key);
/** The same, in alphabetical order: for conditions, which have no best. */
const all = (text: string): readonly string[] => [...find(text)].sort();

describe('words', () => {
  test('are found in titles, authors, abstracts, tags and notes', () => {
    expect(find('honey ')).toEqual(['bees']);
    expect(find('ana ')).toEqual(['bees']);
    expect(find('quorum ')).toEqual(['bees']);
    expect(find('decision ')).toEqual(['bees']);
    expect(find('ask ')).toEqual(['bread']);
  });
  test('may stand in different fields, and the answer says in which', () => {
    const { hits } = index.find(parseQuery('alvarez scouts honey '), { limit: 10 });
    expect(hits.map(({ key, where }) => ({ key, where }))).toEqual([
      { key: 'bees', where: ['title', 'authors', 'abstract'] },
    ]);
  });
  test('may be the year', () => {
    expect(find('lindqvist 2024 ')).toEqual(['bees']);
    expect(find('lindqvist 2025 ')).toEqual(['bread']);
  });
  test('count more in the title than in a note', () => {
    expect(find('hive ')).toEqual(['bees', 'bread']);
  });
  test('are found in either number', () => {
    expect(find('bee ')).toEqual(['bees']);
    expect(find('studies ')).toEqual(['bread']);
    expect(find('planet disc ')).toEqual(['stars']);
  });
  test('are found by their beginning while they are typed, and only the last one is', () => {
    expect(find('sourd')).toEqual(['bread']);
    expect(find('h')).toEqual(['bees']);
    expect(index.find(parseQuery('sourd yeast '), { limit: 10 }).complete).toBe(false);
  });
  test('bear one typo, also in a beginning', () => {
    for (const typed of ['sourdouhg ', 'surdough ', 'souurdough ', 'xourdough ', 'soirdou'])
      expect(find(typed)).toEqual(['bread']);
  });
  test('are compared without accents, case and hyphens', () => {
    expect(find('GROSSE ')).toEqual(['stars']);
    expect(find('multiagent ')).toEqual(['bees']);
    expect(find('multi-agent ')).toEqual(['bees']);
  });
  test('that are mere function words find titles, and never empty an answer', () => {
    expect(find('is you')).toEqual(['need']);
    expect(find('attention is all you need')[0]).toBe('need');
    expect(find('the growth of yeast ')).toEqual(['bread']);
  });
  test('that no paper has together give those with most of them, and say so', () => {
    const found = index.find(parseQuery('yeast dough nebula '), { limit: 10 });
    expect(found).toMatchObject({ complete: false, total: 1, hits: [{ key: 'bread' }] });
    expect(find('nebula quasar yeast ')).toEqual([]);
  });
});

describe('conditions', () => {
  test.each([
    ['"all you need"', ['bread', 'need']],
    ['"that you will"', []],
    ['"dough is all you need"', ['bread']],
    ['"dough for all you need"', ['bread']],
    ['"yeast dough"', []],
    ['"you all need"', []],
    ['"attention is al', ['need']],
    ['"honey bees" "state of the art"', ['bees']],
    ['"bo lindqvist"', ['bees']],
    ['author:"bo lindqvist"', ['bees', 'bread']],
    ['author:alva', ['bees', 'bread']],
    ['author:"ana lindqvist"', []],
    ['author:lindqvits', ['bees', 'bread']],
    ['author:yeast', []],
    ['tag:rl', ['bees', 'bread']],
    ['tag:"RL"', ['bees']],
    ['tag:decision', ['bees']],
    ['venue:meadow', ['bees']],
    ['venue:"conference meadow"', ['bees']],
    ['collection:thes', ['bees']],
    ['collection:"chapter 2"', ['bees']],
    ['status:read', ['bees']],
    ['status:rea', ['bees', 'bread']],
    ['status:read status:reading', ['bees', 'bread']],
    ['year:2019 year:2024 -year:2024', ['stars']],
    ['venue:meadow venue:nowhere', ['bees']],
    ['tag:rl tag:decision', ['bees']],
    ['rating:3..5', ['bees']],
    ['rating:0', ['bread', 'need', 'stars']],
    ['rating:..3', []],
    ['has:rating', ['bees']],
    ['in:thesis', ['bees']],
    ['has:code', ['bees']],
    ['has:notes', ['bread']],
    ['year:2024..2025', ['bees', 'bread']],
    ['year:2025..', ['bread']],
    ['year:..2019', ['stars']],
    ['-has:code', ['bread', 'need', 'stars']],
    ['-yeast', ['bees', 'need', 'stars']],
    ['-disc', ['bees', 'bread', 'need']],
    ['-"all you need" -status:read', ['stars']],
    ['hive -notes', ['bees', 'bread']],
    ['hive -carla', ['bees']],
    ['hive has:notes', ['bread']],
    ['year:..2019 hive', []],
  ])('%s', (text, keys) => {
    expect(all(text)).toEqual(keys);
  });

  test('alone, they give the newest first; nothing typed gives everything', () => {
    expect(find('year:2000..')).toEqual(['bread', 'bees', 'stars']);
    expect(find('')).toHaveLength(4);
    expect([...index.keys(parseQuery('tag:rl'))].sort()).toEqual(['bees', 'bread']);
  });
  test('papers can be left out', () => {
    expect(index.find(parseQuery('hive '), { limit: 10, exclude: new Set(['bees']) })).toMatchObject({
      total: 1,
      hits: [{ key: 'bread' }],
    });
  });
});

test('A07: a title in bidi overrides, zero-width signs and 2,000 combining marks is found by its plain form', () => {
  const marked = searchIndex([
    { key: 'a', title: `\u202eDif\u200bfus\u00adion of H${'\u0301'.repeat(2_000)}oney\u202c` },
    { key: 'b', title: 'Bread' },
  ]);
  const keys = (text: string) => marked.find(parseQuery(text), { limit: 10 }).hits.map(({ key }) => key);
  expect(keys('diffusion ')).toEqual(['a']);
  expect(keys('diffusion hone')).toEqual(['a']);
});

test('titles in scripts without spaces are found by any part', () => {
  const index = searchIndex([
    { key: 'a', title: '基于强化学习的机器翻译' },
    { key: 'b', title: '深度学习入门' },
  ]);
  const keys = (text: string) => index.find(parseQuery(text), { limit: 10 }).hits.map(({ key }) => key);
  expect(keys('强化学习')).toEqual(['a']);
  expect(keys('"机器翻译"')).toEqual(['a']);
  expect(keys('学习')).toHaveLength(2);
});
