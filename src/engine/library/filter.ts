import { STATUSES } from '../../core/library/status.ts';
import type { Collection } from '../../core/library/things.ts';
import { pathOf, withBelow } from '../../core/library/things-view.ts';
import { type Clause, conditionsOf } from '../../core/search/query.ts';
import { plainName } from '../../core/search/tokens.ts';
import { CODE, type Columns, NOTES } from './columns.ts';
import { sameName } from './names.ts';

/** The conditions of a query that the columns of a shelf can tell: all but words, phrases and authors. */

type Test = (slot: number) => boolean;

const OF_TEXT: ReadonlySet<Clause['kind']> = new Set(['word', 'phrase', 'author']);

/** What the full text must tell. */
export const textClauses = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.filter(({ kind }) => OF_TEXT.has(kind));

/** @returns whether the paper in a slot meets every condition; undefined where there is none */
export function filterOf(
  columns: Columns,
  clauses: readonly Clause[],
  collections: readonly Collection[],
): Test | undefined {
  const groups = conditionsOf(clauses.filter(({ kind }) => !OF_TEXT.has(kind)));
  if (groups.length === 0) return undefined;
  const tests = groups.map((group): Test => {
    const any = group.map((clause) => testOf(columns, clause, collections));
    const [first = () => false] = any;
    if (group[0]?.not) return (slot) => !first(slot);
    return any.length === 1 ? first : (slot) => any.some((test) => test(slot));
  });
  const [only] = tests;
  return tests.length === 1 ? only : (slot) => tests.every((test) => test(slot));
}

function testOf(columns: Columns, clause: Clause, collections: readonly Collection[]): Test {
  const { status, rating, flags, years, venues, tags, names } = columns;
  switch (clause.kind) {
    case 'tag': {
      return tags.test(names.tags.matching(clause), 2);
    }
    case 'venue': {
      const wanted = names.venues.having(clause);
      return (slot) => wanted[(venues[slot] ?? 0) - 1] === 1;
    }
    case 'collection': {
      const meant = [...collectionsMeant(collections, clause)].map((id) => names.collection(id));
      const wanted = new Uint8Array(names.collectionIds.length);
      for (const number of meant) wanted[number] = 1;
      return columns.collections.test(wanted);
    }
    case 'year': {
      const { from = 1, to = 9_999 } = clause;
      return (slot) => (years[slot] ?? 0) >= from && (years[slot] ?? 0) <= to;
    }
    case 'rating': {
      const { from = 1, to = 5 } = clause;
      return (slot) => (rating[slot] ?? 0) >= from && (rating[slot] ?? 0) <= to;
    }
    case 'status': {
      const wanted = STATUSES.map((one) => clause.any.includes(one));
      return (slot) => wanted[status[slot] ?? 0] === true;
    }
    case 'has': {
      if (clause.what === 'rating') return (slot) => (rating[slot] ?? 0) > 0;
      const flag = clause.what === 'code' ? CODE : NOTES;
      return (slot) => ((flags[slot] ?? 0) & flag) !== 0;
    }
    default:
      return () => true;
  }
}

/**
 * The collections that `in:` means, and all below them: those of this name, or whose path ends so ("Thesis/Chapter 3"); without quotes
 * the last name may go on. A name that has a slash itself is found too.
 */
export function collectionsMeant(
  collections: readonly Collection[],
  { name, whole }: { readonly name: string; readonly whole: boolean },
): ReadonlySet<string> {
  const wanted = [[name], name.split('/').map((part) => part.trim())].filter(
    (path, i) => (i === 0 || path.length > 1) && path.every((part) => part.trim() !== ''),
  );
  const found = new Set<string>();
  for (const { id } of collections) {
    const path = pathOf(collections, id);
    if (!wanted.some((end) => endsWith(path, end, whole))) continue;
    for (const below of withBelow(collections, id)) found.add(below);
  }
  return found;
}

function endsWith(path: readonly string[], end: readonly string[], whole: boolean): boolean {
  const from = path.length - end.length;
  return (
    from >= 0 &&
    end.every((part, i) => {
      const own = path[from + i] ?? '';
      if (sameName(own) === sameName(part)) return true;
      const [plain, wanted] = [plainName(own), plainName(part)];
      if (wanted === '') return false;
      return plain === wanted || (!whole && i === end.length - 1 && plain.startsWith(wanted));
    })
  );
}
