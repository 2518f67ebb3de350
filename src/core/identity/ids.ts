import { aclOf } from './acl-id.ts';
import { arxivOf } from './arxiv-id.ts';
import { doiOf } from './doi.ts';
import { dblpOf, openreviewOf, pmcidOf, pmidOf, s2corpusOf, s2Of } from './other-ids.ts';
import type { PaperId } from './paper-id.ts';
import { idsInUrl } from './urls.ts';

/** One written id, in any usual form, to its canonical form. */

const LONGEST = 4096;

type Reader = (text: string) => PaperId | undefined;

const NAMED: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  // arXiv prints "arXiv:2511.08567v2 [cs.LG]"
  ['arxiv', (s) => arxivOf(s.replace(/\s*\[[a-z.-]{2,20}\]$/i, ''))],
  ['doi', doiOf],
  ['acl', aclOf],
  ['openreview', openreviewOf],
  ['pmid', pmidOf],
  ['pmcid', pmcidOf],
  ['s2', s2Of],
  ['s2corpus', s2corpusOf],
  ['corpusid', s2corpusOf],
  ['dblp', dblpOf],
]);

/** Bare forms that can be nothing else. A bare number or word is no id: PMID and OpenReview ids need their name or URL. */
const BARE: readonly Reader[] = [arxivOf, doiOf, aclOf, pmcidOf, s2Of, dblpOf];

/**
 * `arXiv:2511.08567v2`, `hep-th/9901001`, `doi:10.1000/x`, `https://doi.org/10.1000/x`, `P19-1001`, `PMID: 123`,
 * `PMC419918`, `CorpusID:12`, `DBLP:conf/…`, and what this function itself returns: `parseId(parseId(x)) === parseId(x)`.
 * Never throws; undefined for all else, and for text around an id (see `scan.ts`).
 */
export function parseId(text: string): PaperId | undefined {
  if (text.length > LONGEST) return undefined;
  const written = text.trim();
  if (/^https?:/i.test(written)) return idsInUrl(written)[0];
  const [, name = '', rest = ''] = /^([a-z0-9]{2,10})(?:\s{0,9}:\s{0,9}|\s{1,9})(\S.*)$/is.exec(written) ?? [];
  const named = NAMED.get(name.toLowerCase());
  if (named) return /^https?:/i.test(rest) ? idsInUrl(rest)[0] : named(rest);
  for (const read of BARE) {
    const id = read(written);
    if (id !== undefined) return id;
  }
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}\//i.test(written) ? idsInUrl(`https://${written}`)[0] : undefined;
}
