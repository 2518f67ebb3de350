/** How fast a digest is read: 10,000 entries of text as copied from a page, and as our own lines. */

import { lineOf } from '../../e2e/harness/digests.ts';
import { inventedRecords } from '../../e2e/pages/invented.ts';
import { parseDigest } from '../../src/core/digest/parse.ts';
import { median } from './numbers.ts';
import type { Row } from './row.ts';

const ENTRIES = 10_000;

export async function rows(): Promise<readonly Row[]> {
  const records = inventedRecords(ENTRIES, 9);
  const jsonl = records.map(lineOf).join('\n');
  const time = (text: string): number => {
    const times = Array.from({ length: 3 }, () => {
      const begin = performance.now();
      const parsed = parseDigest(text, {});
      if (!parsed.ok || parsed.value.entries.length !== ENTRIES) throw new Error('the digest was not read whole');
      return performance.now() - begin;
    });
    return median(times);
  };
  return [
    {
      name: `parse ${ENTRIES.toLocaleString('en')} entries, JSON Lines`,
      unit: 'ms',
      budget: 2000,
      measured: time(jsonl),
    },
  ];
}
