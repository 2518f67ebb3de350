/** BM25 with a saturating query, as measured in RELATED 2 and 6 (k1 1.2, b .75, k3 8, pairs at half weight). */

import { isPair } from './features.ts';

const K1 = 1.2;
const B = 0.75;
const K3 = 8;
const PAIR_WEIGHT = 0.5;

/** @param papers number of papers @param having how many of them have the term */
export const rarity = (papers: number, having: number): number =>
  Math.log(1 + (papers - having + 0.5) / (having + 0.5));

/** How strongly a paper's length dampens its counts. @param average of the lengths; 0 where there is none */
export const damping = (length: number, average: number): number =>
  K1 * (1 - B + (average > 0 ? (B * length) / average : B));

export const inPaper = (count: number, damp: number): number => ((K1 + 1) * count) / (count + damp);

/** Weight of a query's term: rare terms count, repetition saturates. */
export const inQuery = (count: number, rare: number, term: number): number =>
  (rare * (K3 + 1) * count * (isPair(term) ? PAIR_WEIGHT : 1)) / (count + K3);
