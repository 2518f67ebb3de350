import { isRecord, merge } from '../../core/library/merge.ts';
import type { Name, RemoteRecord } from '../target.ts';

/**
 * Documents in a CouchDB database: `{_id: "<kind>:<id>", s: state, v: 1}`. A document may have several leaf revisions: replication and
 * clusters make them although each client wrote with `_rev` (SYNC.md 4.1). All leaves are read and merged; none is trusted as the winner.
 */

/** Documents of the database itself: `meta:epoch`. */
const META = 'meta';
export const EPOCH_ID = `${META}:epoch`;

/** Can this name be a document's? CouchDB keeps ids that begin with `_` for itself. */
export const isNameable = ({ kind, id }: Name): boolean =>
  kind !== '' && kind !== META && id !== '' && !kind.startsWith('_') && !kind.includes(':') && id.isWellFormed();

export const docIdOf = ({ kind, id }: Name): string => `${kind}:${id}`;

/** Undefined for design documents, the epoch and what others put there. */
export function nameOfDoc(docId: string): Name | undefined {
  const colon = docId.indexOf(':');
  const name = { kind: docId.slice(0, colon), id: docId.slice(colon + 1) };
  return colon > 0 && isNameable(name) ? name : undefined;
}

/** A leaf as `_bulk_get` gives it. */
export interface Leaf {
  readonly rev: string;
  readonly deleted: boolean;
  readonly doc: Readonly<Record<string, unknown>>;
}

export const leafOf = (doc: unknown): Leaf | undefined =>
  isRecord(doc) && typeof doc['_rev'] === 'string'
    ? { rev: doc['_rev'], deleted: doc['_deleted'] === true, doc }
    : undefined;

/** A leaf with what is in it; undefined for a deletion, and for a body that is no state. */
export interface OpenLeaf extends Pick<Leaf, 'rev' | 'deleted'> {
  readonly state: unknown;
}

/** The revisions of a document's leaves: the one to write on, other living ones, and deletions. */
export interface Leaves {
  readonly base: string | undefined;
  readonly others: readonly string[];
  readonly dead: readonly string[];
}

/** Token: revisions with spaces between, the base first, `!` before deletions. */
export const tokenOf = ({ base, others, dead }: Leaves): string =>
  [base ?? '', ...others, ...dead.map((rev) => `!${rev}`)].join(' ');

export function leavesOf(token: string | undefined): Leaves {
  const [base = '', ...rest] = (token ?? '').split(' ');
  return {
    base: base === '' ? undefined : base,
    others: rest.filter((rev) => !rev.startsWith('!')),
    dead: rest.filter((rev) => rev.startsWith('!')).map((rev) => rev.slice(1)),
  };
}

/** Are these just the leaves that the token names? */
export function isKnown(token: string | undefined, revs: readonly string[]): boolean {
  if (token === undefined) return false;
  const { base, others, dead } = leavesOf(token);
  const named = new Set([...(base === undefined ? [] : [base]), ...others, ...dead]);
  return named.size === new Set(revs).size && revs.every((rev) => named.has(rev));
}

/** Joins the leaves of one document. */
export function joinLeaves(name: Name, leaves: readonly OpenLeaf[]): RemoteRecord {
  const living = leaves.filter((leaf) => !leaf.deleted).sort((a, b) => byRev(b.rev, a.rev));
  const states = living.flatMap(({ state }) => (state === undefined ? [] : [state]));
  const [base, ...others] = living.map(({ rev }) => rev);
  const dead = leaves.filter((leaf) => leaf.deleted).map(({ rev }) => rev);
  return {
    ...name,
    state: states.length === 0 ? undefined : states.reduce((a, b) => merge(name.kind, a, b)),
    token: tokenOf({ base, others, dead }),
    ...(living.length > 1 ? { pieces: true } : {}),
  };
}

/** CouchDB's own order: generation, then digest. */
function byRev(a: string, b: string): number {
  const generation = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  return generation !== 0 ? generation : a < b ? -1 : a > b ? 1 : 0;
}
