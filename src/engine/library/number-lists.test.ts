import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberLists } from './number-lists.ts';

test('lists of tags stay those that were set last, however often they grow and shrink', () => {
  const change = fc.tuple(fc.nat({ max: 200 }), fc.array(fc.nat({ max: 1_000 }), { maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
      const lists = new NumberLists();
      const plain = new Map<number, readonly number[]>();
      for (const [slot, list] of changes) {
        lists.set(slot, list);
        plain.set(slot, list);
      }
      const flags = Uint8Array.from({ length: 1_001 }, (_, n) => Number(n % 3 === 0));
      const has = lists.test(flags);
      for (let slot = 0; slot <= 200; slot++) {
        const own = plain.get(slot) ?? [];
        expect([...lists.get(slot)]).toEqual(own);
        expect(has(slot)).toBe(own.some((n) => n % 3 === 0));
      }
    }),
    { numRuns: 100 },
  );
});
