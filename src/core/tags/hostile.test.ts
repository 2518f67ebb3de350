import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagsOf } from './tagger.ts';

const runs = process.env['SOAK'] === undefined ? 300 : 20_000;

test('A26: keywords of a digest are text, at most 64 of 64 characters; reserved names are ordinary', () => {
  const keywords = [
    '__proto__',
    'constructor',
    'toString',
    '',
    '   ',
    '👩‍👩‍👧‍👦',
    'Offline RL',
    'OFFLINE rl',
    'x'.repeat(100_000),
  ];
  const tags = tagsOf({ title: 'A paper', keywords });
  expect(tags.filter((t) => t.kind === 'auto').map((t) => t.name)).toEqual(
    expect.arrayContaining(['__proto__', 'constructor', 'toString', '👩‍👩‍👧‍👦', 'x'.repeat(64)]),
  );
  expect(tags.filter((t) => t.name === 'Offline RL')).toHaveLength(1);
  expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
  const many = Array.from({ length: 10_000 }, (_, i) => `keyword ${i}`);
  expect(tagsOf({ title: 'A paper', keywords: many }).length).toBeLessThanOrEqual(12);
});

test('A26: tags that differ only in case are one, and half an emoji is never shown', () => {
  const tags = tagsOf({ title: 'x', keywords: ['Foo', 'foo', 'FOO', `${'y'.repeat(63)}😀`] });
  expect(tags.map((t) => t.name)).toHaveLength(2);
  for (const tag of tags) expect(tag.name.isWellFormed()).toBe(true);
});

const megabyte: readonly (readonly [string, string])[] = [
  ['<A', '<A'],
  ['zeros', '0'],
  ['spaces', ' '],
  ['NUL', '\0'],
  ['brackets', '(A) '],
  ['open brackets', '('],
  ['a long definition', 'A a (AA) '],
  ['one topic', 'reinforcement learning '],
  ['beginnings of topics', 'large language '],
  ['proposals', 'we propose a '],
  ['proposed names', 'propose AB, '],
  ['commas', 'x, '],
  ['hyphens', 'a-'],
  ['capitals', 'AaB'],
  ['half surrogates', '\ud83d'],
];

test.each(megabyte)('a megabyte of %s is tagged in under 100 ms', (_, part) => {
  tagsOf({ title: 'warm', abstract: 'up' });
  const text = part.repeat(Math.ceil(1_000_000 / part.length));
  // Processor time, the least of three: other work shares the machine.
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    tagsOf({ title: text, abstract: text, remark: text, keywords: [text, text], categories: [text] });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(100);
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'we propose',
    '(',
    ')',
    'RL',
    'PPO',
    '__proto__',
    ':',
    'such as',
    'large language model',
    'DiffuSAM',
    '\n',
    '-',
  ),
);
const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' '));

test('any text gives at most twelve well-formed tags with distinct names, and never throws', () => {
  fc.assert(
    fc.property(text, text, text, fc.array(fc.string(), { maxLength: 5 }), (title, abstract, remark, keywords) => {
      const tags = tagsOf({ title, abstract, remark, keywords, categories: keywords });
      expect(tags.length).toBeLessThanOrEqual(12);
      expect(new Set(tags.map((t) => `${t.kind} ${t.name}`)).size).toBe(tags.length);
      for (const tag of tags) {
        expect(tag.name.trim()).not.toBe('');
        expect(tag.name.length).toBeLessThanOrEqual(64);
        expect(tag.reason!.text.length).toBeLessThanOrEqual(80);
      }
    }),
    { numRuns: runs },
  );
});

test('the reason is really in the text', () => {
  fc.assert(
    fc.property(text, text, (title, abstract) => {
      const flat = (s: string) => s.toWellFormed().replace(/\s+/g, ' ');
      for (const { reason } of tagsOf({ title, abstract })) {
        expect(flat(reason!.where === 'title' ? title : abstract)).toContain(reason!.text);
      }
    }),
    { numRuns: runs },
  );
});
