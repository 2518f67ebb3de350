import type { PaperId } from '../identity/paper-id.ts';
import type { WorkKind } from './citation.ts';

/** What kind of publication a work is, where no file says so: by its ids, then by the words of its venue. */

/** "arXiv", "CoRR", "arXiv preprint arXiv:2511.08567", "arXiv.org". */
export const isArxivName = (venue: string): boolean =>
  /^(?:arxiv(?:\.org)?|corr|computing research repository)(?:[\s,(:]|$)/i.test(venue);

const PREPRINTS =
  /^(?:bio|med|chem|engr|psy|soc|tech|edu|earth)rxiv$|^(?:bio|med|chem)rxiv\b|^psyarxiv|^socarxiv|\bpreprints?\b|^ssrn\b|^openreview$/i;
const PROCEEDINGS =
  /\b(?:proceedings|proc\.|conf(?:erence|\.)|workshops?|symposium|symp\.|meeting|congress|colloquium|shared task|findings of)(?:\b|\s|$)/i;
/** Journals of computer science that go by an acronym, and the words that journals have in their names. */
const JOURNALS =
  /^(?:tacl|tmlr|jmlr|jair|cl|pami|tpami|ijcv|tog|tois|tkde|toplas|tocs|pvldb|pacmpl|pnas|jacm|cacm|dmlr)$|\b(?:journals?|j\.|transactions|trans\.|letters|lett\.|reviews?|rev\.|annals|archives|quarterly|bulletin|magazine|nature|plos|ieee access|communications of|science|cell|lancet)(?:\b|\s|$)/i;
/** "NeurIPS 2024", "ACL", "ICML '23", "CVPR 2024 Oral": an acronym, perhaps with a year. */
const ACRONYM = /^(?=(?:\S*[A-Z]){2})[A-Z][A-Za-z-]{1,14}(?:[\s-]*['’]?(?:\d{4}|\d{2}))?(?:\s.{0,40})?$/;
const ACRONYM_WITH_YEAR = /^[A-Z][A-Za-z-]{1,14}[\s-]*['’]?(?:19|20)\d{2}\b/;

/** Journals of the ACL Anthology; everything else in it is a meeting. */
const ACL_JOURNALS = /^acl:(?:[QJ]\d|\d{4}\.(?:tacl|cl)-)/;

export function workKind(work: { readonly ids: readonly PaperId[]; readonly venue?: string }): WorkKind {
  const { venue, ids } = work;
  const acl = ids.find((id) => id.startsWith('acl:'));
  if (acl !== undefined) return ACL_JOURNALS.test(acl) ? 'journal' : 'conference';
  if (venue === undefined) return ids.some((id) => /^(?:arxiv|openreview):/.test(id)) ? 'preprint' : 'other';
  if (isArxivName(venue) || PREPRINTS.test(venue)) return 'preprint';
  if (PROCEEDINGS.test(venue)) return 'conference';
  if (JOURNALS.test(venue)) return 'journal';
  if (ids.some((id) => id.startsWith('dblp:conf/'))) return 'conference';
  if (ids.some((id) => id.startsWith('dblp:journals/') && !id.startsWith('dblp:journals/corr/'))) return 'journal';
  return ACRONYM_WITH_YEAR.test(venue) || ACRONYM.test(venue) ? 'conference' : 'journal';
}
