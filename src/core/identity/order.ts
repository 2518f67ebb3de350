import { arxivOf } from './arxiv-id.ts';
import { doiOf } from './doi.ts';
import type { IdKind, PaperId } from './paper-id.ts';

/** Kinds of ids, their order (SITES.md 1, strongest first) and which ids stand for each other. */

export const ID_KINDS = [
  'arxiv',
  'doi',
  'acl',
  'openreview',
  'pmid',
  'pmcid',
  's2',
  's2corpus',
  'dblp',
] as const satisfies readonly IdKind[];

export const kindOf = (id: PaperId): IdKind => id.slice(0, id.indexOf(':')) as IdKind; // every PaperId begins with its kind

const compare = (a: PaperId, b: PaperId): number =>
  ID_KINDS.indexOf(kindOf(a)) - ID_KINDS.indexOf(kindOf(b)) || (a < b ? -1 : a > b ? 1 : 0);

/** Strongest kind first, then by text; no duplicates. */
export const sortIds = (ids: Iterable<PaperId>): readonly PaperId[] => [...new Set(ids)].sort(compare);

/**
 * Other ids that the written form of this one alone proves. arXiv's and ACL's DOIs never get this far where `parseId` made
 * them; dblp's keys of preprints (`journals/corr/abs-1706-03762`, `journals/corr/cs-CL-0112017`) name the arXiv paper.
 */
export function equivalents(id: PaperId): readonly PaperId[] {
  const [, number, old] =
    /^dblp:journals\/corr\/(?:abs-(\d{4}-\d{4,5})|((?:[a-z]+-){1,2}(?:[A-Z]{2}-)?\d{7}))$/.exec(id) ?? [];
  const other =
    number !== undefined
      ? arxivOf(number.replace('-', '.'))
      : old !== undefined
        ? arxivOf(old.replace(/-(?:[A-Z]{2}-)?(\d{7})$/, '/$1'))
        : id.startsWith('doi:')
          ? doiOf(id.slice(4))
          : undefined;
  return other === undefined || other === id ? [] : [other];
}

/** The ids and all that they prove, in canonical order. */
export const withEquivalents = (ids: Iterable<PaperId>): readonly PaperId[] =>
  sortIds([...ids].flatMap((id) => [id, ...equivalents(id)]));
