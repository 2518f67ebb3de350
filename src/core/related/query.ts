/** A text as a question to the index: its terms with their weights, and what it would score against itself. */

import { type Features, isPair } from './features.ts';
import { lowerBound } from './radix-sort.ts';
import { damping, inPaper, inQuery, rarity } from './weights.ts';

export interface Query {
  readonly features: Features;
  /** Weight of each term of `features`. */
  readonly weights: Float64Array;
  /** Hash table: where a term of the query would be, its index plus one; 0: not a term of the query. */
  readonly table: Uint16Array;
  /** Indices of the words that find candidates, strongest first. */
  readonly strongest: readonly number[];
  /** Score of the text against itself, by which others are divided. */
  readonly self: number;
  readonly average: number;
}

/** Places of the table for each term: so sparse that nearly every look-up of a foreign term ends at once. */
const SPARSENESS = 8;

/** @returns the index of `term` among the query's terms, or -1 */
function indexIn(terms: Uint32Array, table: Uint16Array, term: number): number {
  const mask = table.length - 1;
  // The lowest bit only tells pairs from words.
  for (let at = (term >>> 1) & mask; ; at = (at + 1) & mask) {
    const index = (table[at] ?? 0) - 1;
    if (index < 0 || terms[index] === term) return index;
  }
}

function tableOf(terms: Uint32Array): Uint16Array {
  const table = new Uint16Array(2 ** Math.ceil(Math.log2((terms.length + 1) * SPARSENESS)));
  for (const [index, term] of terms.entries()) {
    let at = (term >>> 1) & (table.length - 1);
    while (table[at] !== 0) at = (at + 1) & (table.length - 1);
    table[at] = index + 1;
  }
  return table;
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
  const table = tableOf(terms);
  return { features, weights, table, strongest: words.slice(0, STRONGEST).map((word) => word.index), self, average };
}

/** A term of the query that another paper has too. */
export interface SharedTerm {
  readonly term: number;
  /** What it adds to the score. */
  readonly part: number;
}

/** @returns the full score of one paper, 0 to about 1 */
export function scoreOf(query: Query, paper: Features): number {
  const { table, weights } = query;
  const { terms, counts } = paper;
  const damp = damping(paper.length, query.average);
  let sum = 0;
  for (let p = 0; p < terms.length; p++) {
    const index = indexIn(query.features.terms, table, terms[p] ?? 0);
    if (index >= 0) sum += (weights[index] ?? 0) * inPaper(counts[p] ?? 0, damp);
  }
  return query.self > 0 ? sum / query.self : 0;
}

/** @returns the terms that made the score of a paper */
export function sharedTerms(query: Query, paper: Features): SharedTerm[] {
  const damp = damping(paper.length, query.average);
  const shared: SharedTerm[] = [];
  for (const [index, term] of query.features.terms.entries()) {
    const at = lowerBound(paper.terms, term);
    if (paper.terms[at] !== term) continue;
    shared.push({ term, part: (query.weights[index] ?? 0) * inPaper(paper.counts[at] ?? 0, damp) });
  }
  return shared;
}
