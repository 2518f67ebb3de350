/** A text as a question to the index: its terms with their weights, and what it would score against itself. */

import { type Features, isPair } from './features.ts';
import { damping, inPaper, inQuery, rarity } from './weights.ts';

export interface Query {
  readonly features: Features;
  /** Weight of each term of `features`. */
  readonly weights: Float64Array;
  /** Indices of the words that find candidates, strongest first. */
  readonly strongest: readonly number[];
  /** Score of the text against itself, by which others are divided. */
  readonly self: number;
  readonly average: number;
}

/** More words find hardly more (RELATED 2: recall of 40 is that of all). */
const STRONGEST = 40;

/** @param papers number of papers @param papersWith how many have a term @param average length of a paper */
export function queryOf(
  features: Features,
  papers: number,
  papersWith: (term: number) => number,
  average: number,
): Query {
  const { terms, counts } = features;
  const weights = new Float64Array(terms.length);
  const words: { readonly index: number; readonly rank: number }[] = [];
  const damp = damping(features.length, average);
  let self = 0;
  for (const [index, term] of terms.entries()) {
    const count = counts[index] ?? 0;
    const having = papersWith(term);
    const rare = rarity(papers, having);
    const weight = inQuery(count, rare, term);
    weights[index] = weight;
    self += weight * inPaper(count, damp);
    if (!isPair(term) && having > 0) words.push({ index, rank: rare * (1 + Math.log(count)) });
  }
  words.sort((a, b) => b.rank - a.rank || a.index - b.index);
  return { features, weights, strongest: words.slice(0, STRONGEST).map((word) => word.index), self, average };
}

/** Full score of one paper, 0 to about 1, with the terms that made it. Both texts' terms are sorted, so one walk is enough. */
export function scoreOf(query: Query, paper: Features, onShared?: (index: number, part: number) => void): number {
  const { terms } = query.features;
  const damp = damping(paper.length, query.average);
  let sum = 0;
  for (let q = 0, p = 0; q < terms.length && p < paper.terms.length; ) {
    const asked = terms[q] ?? 0;
    const had = paper.terms[p] ?? 0;
    if (asked === had) {
      const part = (query.weights[q] ?? 0) * inPaper(paper.counts[p] ?? 0, damp);
      sum += part;
      onShared?.(q, part);
    }
    if (asked <= had) q++;
    if (had <= asked) p++;
  }
  return query.self > 0 ? sum / query.self : 0;
}
