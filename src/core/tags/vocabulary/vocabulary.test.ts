import { expect, test } from 'vitest';
import { singular } from '../tokens.ts';
import { vocabularyPatterns } from './entries.ts';
import { COMBINED } from './fields.ts';

const patterns = vocabularyPatterns();
const entries = new Map(patterns.flatMap((p) => p.entries.map((entry) => [entry.name, entry] as const)));

test('the vocabulary has more than 700 names, of every kind', () => {
  const count = (kind: string) => [...entries.values()].filter((entry) => entry.kind === kind).length;
  expect(entries.size).toBeGreaterThan(700);
  for (const kind of ['task', 'method', 'bench', 'model']) expect(count(kind)).toBeGreaterThan(100);
});

test('the same words lead to two names only where the context decides', () => {
  const seen = new Map<string, string>();
  const doubled: string[] = [];
  for (const { words, needs, entries: found } of patterns) {
    const key = `${words.map((word) => singular(word)).join(' ')} ? ${needs.join(' ')}`;
    const name = found[0]?.name ?? '(nothing)';
    const before = seen.get(key);
    if (before !== undefined && before !== name) doubled.push(`${key}: ${before} / ${name}`);
    seen.set(key, name);
  }
  expect(doubled).toEqual([]);
});

test('no name is written twice', () => {
  const written = new Set(patterns.filter((p) => p.entries.length === 1).flatMap((p) => p.entries));
  const names = [...written].map((entry) => entry.name.toLowerCase());
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('every phrase for several topics names topics that exist', () => {
  const named = COMBINED.split('\n')
    .filter(Boolean)
    .flatMap((line) => line.split(' | ')[0]!.split(' & '));
  expect(named.filter((name) => !entries.has(name))).toEqual([]);
});

test('every pattern has words, and every condition is one word', () => {
  expect(patterns.filter((p) => p.words.length === 0)).toEqual([]);
  expect(patterns.flatMap((p) => p.needs).filter((word) => !/^[\p{L}\p{N}-]+$/u.test(word))).toEqual([]);
});

test('no condition is met by the name itself', () => {
  const own = patterns.filter(({ words, needs }) => words.some((word) => needs.includes(word.toLowerCase())));
  expect(own.map(({ words }) => words.join(' '))).toEqual([]);
});

test('names are short enough for a chip', () => {
  expect([...entries.keys()].filter((name) => name.length > 38)).toEqual([]);
});
