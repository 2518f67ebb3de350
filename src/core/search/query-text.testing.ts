/** Writes a query as text that reads as the same query: for saved searches, and for fields that a facet adds to. */

import type { Clause } from './query.ts';

function textOf(clause: Clause): string {
  const minus = clause.not ? '-' : '';
  switch (clause.kind) {
    case 'word':
      return minus + clause.word;
    case 'phrase':
      return `${minus}"${clause.words.join(' ')}${clause.open ? '' : '"'}`;
    case 'year':
    case 'rating': {
      const [from, to] = [clause.from, clause.to].map((n) => (clause.kind === 'year' ? four(n) : String(n ?? '')));
      return `${minus}${clause.kind}:${from === to ? from : `${from}..${to}`}`;
    }
    case 'has':
      return `${minus}has:${clause.what}`;
    case 'status':
      return `${minus}status:${clause.any.join(',')}`;
    default: {
      const { kind, name, whole } = clause;
      const operator = kind === 'collection' ? 'in' : kind;
      // A name with spaces that is not whole had its quote left open, at the end of the text.
      return `${minus}${operator}:${whole ? `"${name}"` : /\s/.test(name) ? `"${name}` : name}`;
    }
  }
}

const four = (year: number | undefined): string => (year === undefined ? '' : String(year).padStart(4, '0'));

/** @returns a text whose clauses are these; a last word that is finished has a space behind it */
export function queryText(clauses: readonly Clause[]): string {
  const text = clauses.map(textOf).join(' ');
  const last = clauses.at(-1);
  return last?.kind === 'word' && !last.prefix && !last.not ? `${text} ` : text;
}
