import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascending, lowerBound, sorted } from './radix-sort.ts';

const numbers = fc.uint32Array({ maxLength: 300 });

test('numbers come out in order, and equal ones keep theirs', () => {
  fc.assert(
    fc.property(fc.oneof(numbers, fc.uint32Array({ max: 3, maxLength: 50 })), (keys) => {
      const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
      expect([...ascending(keys)]).toEqual(expected);
      expect([...sorted(keys.slice())]).toEqual([...keys].sort((a, b) => a - b));
    }),
  );
});

test('the first number not below another is found', () => {
  fc.assert(
    fc.property(numbers, fc.nat(2 ** 32 - 1), (keys, value) => {
      const all = sorted(keys);
      const found = all.findIndex((key) => key >= value);
      expect(lowerBound(all, value)).toBe(found < 0 ? all.length : found);
    }),
  );
});
