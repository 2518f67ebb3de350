/** Bench rows of the full-text index, beside its budgets (DESIGN 5: one typo at 100,000 papers: p95 <= 10 ms, MRR@10 >= .87). */

import type { Row } from '../harness/row.ts';
import { searchFigures } from './search.ts';
import { KINDS } from './search-queries.ts';

const MB = 1_048_576;

/** @returns undefined where the shared data is absent */
export function searchRows(papers: number): readonly Row[] | undefined {
  const found = searchFigures(papers);
  if (found === undefined) return undefined;
  const at = `at ${found.papers.toLocaleString('en')} papers`;
  const kinds = KINDS.flatMap((kind): Row[] => {
    const { mrr, p50, p95 } = found.kinds[kind];
    const name = `search ${at}, ${NAMES[kind]}`;
    const least = kind === 'typo' ? ({ budget: 0.87, bound: 'least' } as const) : {};
    return [
      { name: `${name}: MRR@10`, unit: '', measured: mrr, ...least },
      { name: `${name}: p95 of processor time`, unit: 'ms', budget: 10, measured: p95, note: `p50 ${p50.toFixed(2)}` },
    ];
  });
  return [
    ...kinds,
    { name: `search ${at}, while typing: p95`, unit: 'ms', budget: 10, measured: found.typingP95 },
    { name: `search ${at}, phrases: p95`, unit: 'ms', budget: 10, measured: found.phraseP95 },
    { name: `search ${at}: one paper added, then searched`, unit: 'ms', measured: found.addAndFindMs },
    { name: `search ${at}: built from text`, unit: 's', measured: found.buildSeconds },
    { name: `search ${at}: opened from its stored form`, unit: 'ms', measured: found.openMs },
    { name: `search ${at}: memory`, unit: 'MB', budget: 256, measured: found.heldBytes / MB },
    { name: `search ${at}: stored`, unit: 'MB', measured: found.storedBytes / MB },
  ];
}

const NAMES = {
  words: 'three title words',
  typo: 'one typo',
  prefix: 'last word cut to four letters',
  abstract: 'four rare words of the abstract',
} as const;
