import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_WORD, plainName, tokensIn } from './tokens.ts';

const runs = process.env['SOAK'] === undefined ? 1_000 : 100_000;
const words = (text: string) => tokensIn(text).map(({ word }) => word);

test('case, accents, ligatures and format characters make no difference', () => {
  expect(words('Größe ﬁne Erdős Schro\u0308dinger dif\u00adfu\u200bsion')).toEqual([
    'grosse',
    'fine',
    'erdos',
    'schrodinger',
    'diffusion',
  ]);
});

test('numbers and names of models are kept in their parts', () => {
  expect(words('GPT-4o, BM25 & text-to-SQL (2024)')).toEqual(['gpt', '4o', 'bm25', 'text', 'to', 'sql', '2024']);
});

test('characters of scripts without spaces are words of their own', () => {
  expect(words('用BERT学习が')).toEqual(['用', 'bert', '学', '习', 'か\u3099']);
});

test('words stand where they say, are never empty or too long, and read again as themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let last = 0;
      // Several words may come of one sign: they share its place.
      for (const { word, start, end } of tokensIn(text)) {
        expect(start >= last || end === last).toBe(true);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(word.length).toBeGreaterThan(0);
        expect(word.length).toBeLessThanOrEqual(LONGEST_WORD);
        last = end;
      }
      expect(plainName(plainName(text))).toBe(plainName(text));
    }),
    { numRuns: runs },
  );
});
