import { expect, test } from 'vitest';
import { changesOfPaper } from './paper-history.ts';

test('a change whose stamp another copy of the library made is told apart; where this copy has no name yet, none is', () => {
  const paper = { f: { status: ['read', '0mic0ffee.0000.other'], rating: [4, '0mic0ffef.0000.mine'] } };
  const states = { paper, bib: undefined, note: undefined };
  const told = (device?: string) =>
    changesOfPaper(states, [], device).map(({ field, elsewhere }) => [field, elsewhere]);
  expect(told('mine')).toEqual([
    ['rating', undefined],
    ['status', true],
  ]);
  expect(told()).toEqual([
    ['rating', undefined],
    ['status', undefined],
  ]);
});
