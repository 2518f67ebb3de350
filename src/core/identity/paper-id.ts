/**
 * Canonical id of a work, without version: `arxiv:2511.08567`, `doi:10.1000/x` (lower case), `acl:P19-1001`,
 * `openreview:B1QRgziT-` (case-sensitive), `pmid:20565167`, `pmcid:PMC419918`, `s2:<40 hex>`, `s2corpus:<digits>`, `dblp:conf/…`.
 * Only the functions of this folder make one.
 */
export type PaperId = string & { readonly __brand: 'PaperId' };

export type IdKind = 'arxiv' | 'doi' | 'acl' | 'openreview' | 'pmid' | 'pmcid' | 's2' | 's2corpus' | 'dblp';

/** Fingerprint of a normalised title: `t:` and 53 bits in base 36. Cut titles use `p:` (first 40 key characters). */
export type TitleKey = string & { readonly __brand: 'TitleKey' };

/** Any id or title key that leads to a paper. */
export type Alias = PaperId | TitleKey;
