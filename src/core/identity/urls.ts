import { aclOf } from './acl-id.ts';
import { arxivOf } from './arxiv-id.ts';
import { arxivInUrl, ofHost } from './arxiv-url.ts';
import { decode, doiOf } from './doi.ts';
import { dblpOf, openreviewOf, pmcidOf, pmidOf, s2corpusOf, s2Of } from './other-ids.ts';
import type { PaperId } from './paper-id.ts';

/** Paper ids in web addresses, for the hosts of SITES.md 1. A host counts only as a whole name, never as a part of one. */

type Reader = (url: URL, path: string) => PaperId | undefined;

const LONGEST = 4096;

const doiPath: Reader = (_, path) => doiOf(path.slice(1));

/** Publishers write `/doi/10.1145/1.2`, `/doi/abs/…`, `/article/10.1007/…`, `?doi=`, `?id=10.1371/…`. */
const publisher: Reader = ({ searchParams: q }, path) => {
  const stated = q.get('doi') ?? (q.get('identifierName') === 'doi' ? q.get('identifierValue') : null) ?? q.get('id');
  const at = path.search(/\/10\.\d{4,9}[./]/);
  return (
    doiOf((stated ?? '').replace(/^doi:/i, '')) ??
    (at < 0 ? undefined : doiOf(path.slice(at + 1).replace(/(?:\/(?:full|abstract|pdf|epdf|meta|html)|\.pdf)+$/i, '')))
  );
};

const openreview: Reader = ({ searchParams: q }, path) =>
  /^\/(?:forum|pdf|attachment|references\/pdf)$/.test(path)
    ? (openreviewOf(q.get('id') ?? '') ?? arxivOf(q.get('arxivid') ?? ''))
    : undefined;

const acl: Reader = (_, path) =>
  aclOf(/^\/(?:anthology\/)?(?:[A-Z]\/[A-Z]\d{2}\/)?([\w.-]+?)(?:\.(?:pdf|bib|xml|endf))?\/?$/i.exec(path)?.[1] ?? '');

const ncbi: Reader = (_, path) =>
  pmidOf(/^\/(?:pubmed\/)?(\d{1,8})\/?$/.exec(path)?.[1] ?? '') ??
  pmcidOf(/^\/(?:pmc\/)?articles\/(PMC\d{1,9})(?:\/|$)/i.exec(path)?.[1] ?? '');

const europepmc: Reader = (_, path) => {
  const [, source = '', id = ''] = /^\/(?:article|abstract)\/(MED|PMC)\/(\w{1,12})\/?$/i.exec(path) ?? [];
  return source.toUpperCase() === 'MED' ? pmidOf(id) : pmcidOf(/^PMC/i.test(id) ? id : `PMC${id}`);
};

const semanticscholar: Reader = (_, path) =>
  s2Of(/^\/(?:paper|reader)\/(?:[^/]{1,400}\/)?([0-9a-f]{40})(?:\/|$)/i.exec(path)?.[1] ?? '') ??
  s2corpusOf(/^\/(?:p\/|corpusid:)(\d{1,12})\/?$/i.exec(path)?.[1] ?? '');

const dblp: Reader = (_, path) =>
  dblpOf(
    /^\/rec\/(?:html\d?\/|bibtex\d?\/|xml\/)?(.+)$/.exec(path)?.[1]?.replace(/\.(?:html|bib|xml|rdf|nt)$/, '') ?? '',
  );

const ssrn: Reader = ({ searchParams: q }, path) => {
  const id = q.get('abstract_id') ?? q.get('abstractid') ?? /^\/abstract=(\d+)/.exec(path)?.[1] ?? '';
  return /^[1-9]\d{0,9}$/.test(id) ? doiOf(`10.2139/ssrn.${id}`) : undefined;
};

const PUBLISHERS =
  'dl.acm.org link.springer.com onlinelibrary.wiley.com science.org pnas.org tandfonline.com taylorfrancis.com journals.sagepub.com pubs.acs.org pubs.rsc.org journals.aps.org link.aps.org pubs.aip.org iopscience.iop.org epubs.siam.org psycnet.apa.org annualreviews.org royalsocietypublishing.org direct.mit.edu emerald.com worldscientific.com journals.plos.org frontiersin.org degruyter.com nejm.org zenodo.org biorxiv.org medrxiv.org';

const DOMAINS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['doi.org', doiPath],
  ['openreview.net', openreview],
  ['aclanthology.org', acl],
  ['aclweb.org', acl],
  ['pubmed.ncbi.nlm.nih.gov', ncbi],
  ['pmc.ncbi.nlm.nih.gov', ncbi],
  ['www.ncbi.nlm.nih.gov', ncbi],
  ['europepmc.org', europepmc],
  ['semanticscholar.org', semanticscholar],
  ['dblp.org', dblp],
  ['dblp.uni-trier.de', dblp],
  ['dblp2.uni-trier.de', dblp],
  ['dblp.dagstuhl.de', dblp],
  ['ssrn.com', ssrn],
  ...PUBLISHERS.split(' ').map((domain): [string, Reader] => [domain, publisher]),
]);

/**
 * The papers that a web address shows, strongest id first; mostly one or none. Never throws.
 * @param url absolute, http or https; anything else, a user name or a port in it, gives nothing
 */
export function idsInUrl(url: string): readonly PaperId[] {
  if (url.length > LONGEST || !/^\s*https?:\/\//i.test(url) || !URL.canParse(url)) return [];
  const u = new URL(url);
  if (u.username !== '' || u.password !== '' || u.port !== '') return [];
  const id = arxivInUrl(u) ?? ofHost(DOMAINS, u.hostname)?.(u, decode(u.pathname));
  return id === undefined ? [] : [id];
}
