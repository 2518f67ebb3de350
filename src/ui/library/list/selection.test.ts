import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, choiceOf, countOf, isChosen, NOTHING, type Selection, toggled, withKeys } from './selection.ts';

const query = { text: 'x', shelf: 'library', sort: 'added', descending: true } as const;

test('all that match but two are told as the query with its exceptions', () => {
  const some = withKeys(allOf(query), ['a', 'b'], false);
  expect(choiceOf(some)).toEqual({ query, except: ['a', 'b'] });
  expect(countOf(some, 10_000)).toBe(9_998);
  expect(choiceOf(toggled(some, 'a'))).toEqual({ query, except: ['b'] });
});

test('keys are chosen one by one and in ranges', () => {
  expect(choiceOf(withKeys(toggled(NOTHING, 'a'), ['b', 'c'], true))).toEqual({ keys: ['a', 'b', 'c'] });
});

test('whatever is pressed, a paper is chosen exactly if its last change chose it', () => {
  const keys = ['a', 'b', 'c', 'd'];
  const step = fc.tuple(fc.subarray(keys), fc.boolean());
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 8 }), (all, steps) => {
      let selection: Selection = all ? allOf(query) : NOTHING;
      const model = new Map(keys.map((key) => [key, all]));
      for (const [some, on] of steps) {
        selection = withKeys(selection, some, on);
        for (const key of some) model.set(key, on);
      }
      for (const key of keys) expect(isChosen(selection, key)).toBe(model.get(key));
      expect(countOf(selection, keys.length)).toBe([...model.values()].filter(Boolean).length);
    }),
    { numRuns: 300 },
  );
});
