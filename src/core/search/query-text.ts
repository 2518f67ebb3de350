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
      return `${minus}status:${statusText(clause.any)}`;
    default:
      return `${minus}${clause.kind}:${clause.whole ? `"${clause.words.join(' ')}"` : clause.words.join('-')}`;
  }
}

const four = (year: number | undefined): string => (year === undefined ? '' : String(year).padStart(4, '0'));

/** Several statuses are asked for by the beginning they share. */
function statusText(any: readonly string[]): string {
  const [first = '', ...others] = any;
  if (others.length === 0) return first;
  let length = 0;
  while (length < first.length && others.every((other) => other.charAt(length) === first.charAt(length))) length++;
  return first.slice(0, length);
}

/** @returns a text whose clauses are these; a last word that is finished has a space behind it */
export function queryText(clauses: readonly Clause[]): string {
  const text = clauses.map(textOf).join(' ');
  const last = clauses.at(-1);
  return last?.kind === 'word' && !last.prefix && !last.not ? `${text} ` : text;
}
