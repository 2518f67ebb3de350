import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceWithin } from '../identity/distance.ts';
import { oneEditFrom } from './one-edit.ts';

const runs = process.env['SOAK'] === undefined ? 400 : 20_000;

// Few letters, so that random words are near each other.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '学', '4'), maxLength: 6 });
const lexicon = fc
  .uniqueArray(
    word.filter((w) => w !== ''),
    { maxLength: 60 },
  )
  .map((words) => words.sort());

test('a word is found by any one edit, and nothing farther away is', () => {
  fc.assert(
    fc.property(
      lexicon,
      word.filter((w) => w.length > 1),
      (words, typed) => {
        const near = words.filter((own) => own !== typed && distanceWithin(own, typed, 1) === 1);
        expect(oneEditFrom(words, typed, false).map((i) => words[i])).toEqual(near);
      },
    ),
    { numRuns: runs },
  );
});

test('the beginning of a word is found by any one edit', () => {
  fc.assert(
    fc.property(
      lexicon,
      word.filter((w) => w.length > 1),
      (words, typed) => {
        const begins = (own: string): boolean =>
          !own.startsWith(typed) &&
          [typed.length - 1, typed.length, typed.length + 1].some(
            (length) => length <= own.length && distanceWithin(own.slice(0, length), typed, 1) === 1,
          );
        expect(oneEditFrom(words, typed, true).map((i) => words[i])).toEqual(words.filter(begins));
      },
    ),
    { numRuns: runs },
  );
});

test('an empty lexicon and an empty word are no trouble', () => {
  expect(oneEditFrom([], 'model', false)).toEqual([]);
  expect(oneEditFrom(['a', 'ab'], '', false)).toEqual([0]);
});
