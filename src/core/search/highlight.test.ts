import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksIn } from './highlight.ts';
import { parseQuery } from './query.ts';

const marked = (text: string, query: string): readonly string[] =>
  marksIn(text, parseQuery(query)).map(([from, to]) => text.slice(from, to));

test('whole words, beginnings, other numbers and typos are marked as they stand', () => {
  expect(marked('How Honey Bees Choose a Hive', 'honey bee ')).toEqual(['Honey', 'Bees']);
  expect(marked('How Honey Bees Choose a Hive', 'hon')).toEqual(['Hon']);
  expect(marked('How Honey Bees Choose a Hive', 'chose ')).toEqual(['Choose']);
  expect(marked('Größe der Straße', 'strasse ')).toEqual(['Straße']);
});

test('phrases are marked in one piece, words that only stand apart are not', () => {
  expect(marked('Bees choose; honey bees do', '"honey bees"')).toEqual(['honey bees']);
});

test('a compound is marked that was found by its joined form', () => {
  expect(marked('Multi-Agent Swarms', 'multiagent ')).toEqual(['Multi-Agent']);
});

test('exclusions and conditions mark nothing', () => {
  expect(marked('Honey in 2024', '-honey tag:honey year:2024')).toEqual([]);
});

test('marks ascend, never overlap and stay within the text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ß', ' ', '-', '"', '学', '\u0301'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (shown, query) => {
      let last = 0;
      for (const [from, to] of marksIn(shown, parseQuery(query))) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(shown.length);
    }),
    { numRuns: 500 },
  );
});
