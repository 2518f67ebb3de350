/** BM25F (Robertson, Zaragoza, Taylor 2004): counts of all fields are weighed and dampened by their field's length, then saturate once. */

/**
 * In the order of `FIELDS` (search-doc.ts). Set on other queries and fewer papers than `bench/quality/search.ts` reports: of 300 known-item queries a kind
 * at 30,000 papers, a title weight of 6 / 12 / 20 / 40 finds .930 / .939 / .945 / .950 (MRR@10 of three title words); K1 .8 to 2 moves .001.
 */
const FIELD_WEIGHT = [30, 12, 12, 1, 3] as const;
/** How strongly a field's length dampens its counts. */
const FIELD_B = [0.75, 0.3, 0.3, 0.6, 0.5] as const;
const K1 = 1.2;

/** How much a word counts that is not quite what was typed. In the same trial: plural .8 / .5 / .3 finds .945 / .953 / .955. */
export const FORM = { exact: 1, plural: 0.3, prefix: 0.6, typo: 0.35 } as const;

/** What one occurrence in each field of a paper counts. @param length words of the field @param average over all papers */
export function fieldNorm(field: number, length: number, average: number): number {
  const b = FIELD_B[field] ?? 0;
  return (FIELD_WEIGHT[field] ?? 0) / (1 - b + (average > 0 ? (b * length) / average : b));
}

/** @param papers that are there @param having how many of them have the word in some form */
export const rarity = (papers: number, having: number): number =>
  Math.log(1 + (papers - having + 0.5) / (having + 0.5));

export const saturate = (weighted: number): number => ((K1 + 1) * weighted) / (K1 + weighted);
