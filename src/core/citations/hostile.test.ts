/** Files made to break readers: nothing throws, nothing hangs, every record is accounted for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../digest/limits.ts';
import { fastest, runs } from '../identity/runs.testing.ts';
import { fromCslJson } from './from-csl-json.ts';
import { fromCsv } from './from-csv.ts';
import { fromRis } from './from-ris.ts';
import { toCslJson } from './to-csl-json.ts';
import { toCsv } from './to-csv.ts';
import { toRis } from './to-ris.ts';
import { anyWorks } from './works.testing.ts';

const READERS = [
  ['RIS', fromRis, 'TY  - JOUR\nTI  - A\n', toRis],
  ['CSV', fromCsv, 'Title,Authors,Note\nA,', toCsv],
  ['CSL-JSON', fromCslJson, '[{"title":"A"},', toCslJson],
] as const;

const PIECES = [
  'TY  - JOUR',
  'ER  - ',
  'TI  - x',
  'AU  - ,',
  '\n',
  '\r',
  '"',
  '""',
  ',',
  ';',
  '\t',
  'Title',
  'sep=;',
  '{',
  '}',
  '[',
  ']',
  '"title":',
  'null',
  '\\',
  '\ud800',
  '\0',
  '﻿',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
);

describe.each(READERS)('%s', (_, from, start, to) => {
  const check = (written: string): void => {
    const file = from(written);
    if (!file.ok) return;
    const { works, skipped, total } = file.value;
    expect(works.length + skipped.reduce((sum, record) => sum + record.count, 0)).toBe(total);
    for (const { work, line } of works) {
      expect(work.title.trim()).not.toBe('');
      expect(work.url ?? 'https://').toMatch(/^https:\/\//);
      expect(line).toBeGreaterThan(0);
    }
  };
  test('any text gives records or a named refusal, and the sums are right', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (written, begun) => check(begun ? start + written : written)),
      { numRuns: runs(500) },
    );
  });
  test('a file of ours cut anywhere or with one character changed does too', () => {
    fc.assert(
      fc.property(anyWorks, fc.nat(), fc.constantFrom('', '"', '\n', ',', 'x'), (works, at, put) => {
        const file = to(works);
        const cut = at % (file.length + 1);
        check(file.slice(0, cut));
        check(file.slice(0, cut) + put + file.slice(cut + 1));
      }),
      { numRuns: runs(200) },
    );
  });
  test.each(['"', ',', ';', '\n', '  - ', 'A', '{', '[', 'TY  - \n', '",', '""', ' ', "'", '$', 'a, ', ' and ', '\\;'])(
    'a long run of %j takes no time',
    (piece) => {
      const long = start + piece.repeat(Math.ceil(300_000 / piece.length));
      // several times what it takes; quadratic work would take minutes
      expect(fastest(() => void from(long))).toBeLessThan(2000);
    },
  );
  test('a text above the limit is refused before it is read', () => {
    expect(from(' '.repeat(LIMITS.text + 1))).toMatchObject({ ok: false, error: 'too-large' });
  });
});

test('fields above their limits are cut with a flag', () => {
  const file = fromRis(
    `TY  - JOUR\nTI  - ${'t'.repeat(5000)}\nAB  - ${'a'.repeat(LIMITS.abstract + 5)}\n${'KW  - k\n'.repeat(3)}${Array.from({ length: 100 }, (_, i) => `KW  - ${i}\n`).join('')}ER  - \n`,
  );
  const [imported] = file.ok ? file.value.works : [];
  expect(imported?.work.title).toHaveLength(LIMITS.title);
  expect(imported?.work.abstract).toHaveLength(LIMITS.abstract);
  expect(imported?.work.tags).toHaveLength(LIMITS.tags);
  expect(imported?.flags).toEqual(['title-cut', 'abstract-cut', 'tags-cut']);
});

test('more records than one file may hold are counted, and told in few lines', () => {
  const file = fromRis('TY  - A\nTI  - a\n'.repeat(LIMITS.entries + 1500));
  expect(file.ok && [file.value.works.length, file.value.total]).toEqual([LIMITS.entries, LIMITS.entries + 1500]);
  expect(file.ok && file.value.skipped.length).toBe(1001);
});
