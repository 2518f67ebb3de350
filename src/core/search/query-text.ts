/** Writes a query as text that reads as the same query: for saved searches, and for fields that a facet adds to. */

import type { Clause } from './query.ts';

function textOf(clause: Clause): string {
  const minus = clause.not ? '-' : '';
  switch (clause.kind) {
    case 'word':
      return minus + clause.word;
    case 'phrase':
      return `${minus}"${clause.words.join(' ')}${clause.open ? '' : '"'}`;
    case 'year': {
      const { from, to } = clause;
      return `${minus}year:${from === to ? four(from) : `${four(from)}..${four(to)}`}`;
    }
    case 'has':
      return `${minus}has:${clause.what}`;
    case 'status':
      return `${minus}status:${clause.any.join(',')}`;
    default:
      return `${minus}${clause.kind}:${clause.whole ? `"${clause.words.join(' ')}"` : clause.words.join('-')}`;
  }
}

const four = (year: number | undefined): string => (year === undefined ? '' : String(year).padStart(4, '0'));

/** @returns a text whose clauses are these; a last word that is finished has a space behind it */
export function queryText(clauses: readonly Clause[]): string {
  const text = clauses.map(textOf).join(' ');
  const last = clauses.at(-1);
  return last?.kind === 'word' && !last.prefix && !last.not ? `${text} ` : text;
}
