/** Fingerprints answer "unknown" without a read; a wrong answer would hide a paper. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, isPrint, planSegments, sortedPrints } from './prints.ts';
import type { PrintsRow } from './rows.ts';

const print = fc.maxSafeNat();

test('a fingerprint is found in a list exactly when it is there', () => {
  fc.assert(
    fc.property(fc.array(print), print, (list, other) => {
      const sorted = sortedPrints(list);
      for (const one of list) expect(contains(sorted, one)).toBe(true);
      expect(contains(sorted, other)).toBe(list.includes(other));
    }),
  );
});

test('segments tell the same as a plain set, whatever was added and taken away in whatever steps', () => {
  const step = fc.record({ add: fc.array(fc.nat(60), { maxLength: 8 }), take: fc.array(fc.nat(60), { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const plain = new Set<number>();
      let segments: readonly PrintsRow[] = [];
      for (const [n, { add, take }] of steps.entries()) {
        const added = add.filter((p) => !plain.has(p));
        const gone = take.filter((p) => plain.has(p) && !added.includes(p));
        for (const p of added) plain.add(p);
        for (const p of gone) plain.delete(p);
        const plan = planSegments(segments, sortedPrints(added), sortedPrints(gone), n + 1);
        segments = [...plan.put, ...segments.filter((row) => !plan.remove.includes(row.segment))];
        for (let p = 0; p <= 60; p++) expect(isPrint(segments, p)).toBe(plain.has(p));
      }
    }),
  );
});

test('few segments exist at any size, and their numbers are never used twice', () => {
  let segments: readonly PrintsRow[] = [];
  const seen = new Set<number>();
  for (let batch = 1; batch <= 2_000; batch++) {
    const added = sortedPrints(Array.from({ length: 10 }, (_, i) => batch * 10 + i));
    const plan = planSegments(segments, added, new Float64Array(), batch);
    for (const row of plan.put) expect(seen.has(row.segment)).toBe(false);
    for (const row of plan.put) seen.add(row.segment);
    segments = [...plan.put, ...segments.filter((row) => !plan.remove.includes(row.segment))];
    expect(segments.length).toBeLessThan(12);
  }
});
