import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from './identity/paper-id.ts';
import { addressedPaper, paperAddress } from './paper-address.ts';

test('the address of a paper leads back to it', () => {
  const query = {
    ids: ['arxiv:2402.12527', 'doi:10.1000/a&b=c'] as PaperId[],
    title: 'Offline & model-based? #1 “ø”',
    authors: ['Ada Lovelace', 'García Márquez, Gabriel'],
    year: 2024,
  };
  expect(addressedPaper(paperAddress({ query }))).toEqual({ query });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }), (key) => {
      fc.pre(key.isWellFormed() && key.length <= 400);
      expect(addressedPaper(paperAddress({ key }))).toEqual({ key });
    }),
    { numRuns: 200 },
  );
});

test('an address that a stranger wrote names no paper that is none', () => {
  expect(addressedPaper('?id=javascript:alert(1)&title=')).toEqual({});
  expect(addressedPaper('?title=x&year=20245')).toEqual({ query: { ids: [], title: 'x' } });
  expect(addressedPaper('')).toEqual({});
});
