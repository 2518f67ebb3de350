import type { PaperId } from './paper-id.ts';

/** The bare ids of OpenReview, PubMed, PubMed Central, Semantic Scholar and dblp (SITES.md 1). */

type Reader = (text: string) => PaperId | undefined;

/** @param form anchored, bounded; @param id from the whole match */
const reader =
  (form: RegExp, id: (match: string) => string): Reader =>
  (text) =>
    text.length < 400 && form.test(text) ? (id(text) as PaperId) : undefined; // `form` is the grammar

/** Case-sensitive: two ids that differ in case are two papers. */
export const openreviewOf = reader(/^[A-Za-z0-9_-]{5,20}$/, (s) => `openreview:${s}`);
export const pmidOf = reader(/^[1-9]\d{0,7}$/, (s) => `pmid:${s}`);
export const pmcidOf = reader(/^PMC[1-9]\d{0,8}$/i, (s) => `pmcid:${s.toUpperCase()}`);
export const s2Of = reader(/^[0-9a-f]{40}$/i, (s) => `s2:${s.toLowerCase()}`);
export const s2corpusOf = reader(/^[1-9]\d{0,11}$/, (s) => `s2corpus:${s}`);

/** Keys of records, not of people (`/pid/`) or tables of contents (`/db/`). */
export const dblpOf = reader(
  /^(?:(?:conf|journals|books|series|reference|data)\/[\w+.-]{1,60}|phd|ms|tr)(?:\/[\w+.-]{1,80}){1,3}$/,
  (s) => `dblp:${s}`,
);
