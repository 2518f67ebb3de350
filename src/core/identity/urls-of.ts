import { kindOf } from './order.ts';
import type { IdKind, PaperId } from './paper-id.ts';

/** From an id to the page it opens and the words that people know it by. `idsInUrl(urlOf(id))` is the id again. */

const PAGES: Readonly<Record<IdKind, (value: string) => string>> = {
  arxiv: (v) => `https://arxiv.org/abs/${v}`,
  // Readable where it can be; brackets and colons are plain in a path
  doi: (v) => `https://doi.org/${encodeURIComponent(v).replace(/%(2F|3A|3B|2C)/g, decodeURIComponent)}`,
  acl: (v) => `https://aclanthology.org/${v}/`,
  openreview: (v) => `https://openreview.net/forum?id=${v}`,
  pmid: (v) => `https://pubmed.ncbi.nlm.nih.gov/${v}/`,
  pmcid: (v) => `https://pmc.ncbi.nlm.nih.gov/articles/${v}/`,
  s2: (v) => `https://www.semanticscholar.org/paper/${v}`,
  s2corpus: (v) => `https://api.semanticscholar.org/CorpusID:${v}`,
  dblp: (v) => `https://dblp.org/rec/${v}`,
};

const LABELS: Readonly<Record<IdKind, (value: string) => string>> = {
  arxiv: (v) => `arXiv:${v}`,
  doi: (v) => `doi:${v}`,
  acl: (v) => `ACL ${v}`,
  openreview: (v) => `OpenReview ${v}`,
  pmid: (v) => `PMID ${v}`,
  pmcid: (v) => v,
  s2: (v) => `S2 ${v.slice(0, 8)}`,
  s2corpus: (v) => `CorpusID ${v}`,
  dblp: (v) => `dblp ${v}`,
};

const valueIn = (id: PaperId): string => id.slice(id.indexOf(':') + 1);

/** The page to open for this paper; always https. */
export const urlOf = (id: PaperId): string => PAGES[kindOf(id)](valueIn(id));

/** As people write it: `arXiv:2511.08567`. */
export const labelOf = (id: PaperId): string => LABELS[kindOf(id)](valueIn(id));
