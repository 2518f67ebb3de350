/**
 * The query language of search, as people type it:
 *
 *     query    = { item }, parted by white space
 *     item     = [ "-" ] ( phrase | operator | word )
 *     phrase   = '"' text [ '"' ]                  the words in a row; an open quote runs to the end
 *     operator = name ":" ( phrase | word )        name: tag author venue in (or collection) year rating has status
 *     year     = YYYY | YYYY ".." | ".." YYYY | YYYY ".." YYYY          rating = the same with one digit, 0 to 5
 *     has      = "code" | "notes" | "rating"       status = statuses or their beginnings, parted by commas
 *     in       = a collection's name, or the end of its path: in:"Thesis/Chapter 3"
 *
 * Names and values are read without regard to case. Whatever is not an operator with a value it knows is plain words, so nothing
 * a person types is an error. The last word is a prefix, for it may still be growing. All conditions must hold; but a paper has one
 * year, venue, status and rating, so of several that ask for one of these (without "-") any may hold.
 */

import { STATUSES, type Status } from '../library/status.ts';
import { tokensIn } from './tokens.ts';

export type NameOperator = 'tag' | 'author' | 'venue' | 'collection';
const NAMES: readonly NameOperator[] = ['tag', 'author', 'venue', 'collection'];
const OTHERS = ['in', 'year', 'rating', 'has', 'status'] as const;
const HAVINGS = ['code', 'notes', 'rating'] as const;
export type Having = (typeof HAVINGS)[number];

/** One condition. `not`: papers that meet it are left out. */
export type Clause =
  | { readonly kind: 'word'; readonly word: string; readonly prefix: boolean; readonly not: boolean }
  /** `open`: the quote is not closed, so the last word is a prefix. */
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly open: boolean; readonly not: boolean }
  /** `whole`: it was quoted, so the name is complete; else it is a beginning. `name`: as typed, for names that differ in signs alone. */
  | {
      readonly kind: NameOperator;
      readonly words: readonly string[];
      readonly name: string;
      readonly whole: boolean;
      readonly not: boolean;
    }
  | { readonly kind: 'year'; readonly from?: number; readonly to?: number; readonly not: boolean }
  /** 0 is "not rated". */
  | { readonly kind: 'rating'; readonly from?: number; readonly to?: number; readonly not: boolean }
  | { readonly kind: 'has'; readonly what: Having; readonly not: boolean }
  | { readonly kind: 'status'; readonly any: readonly Status[]; readonly not: boolean };

/** One condition of a kind may do where papers have one value of it (see above). */
const EITHER: ReadonlySet<string> = new Set(['year', 'venue', 'status', 'rating']);

/** The clauses that are no plain words, in groups: of each group one must hold. */
export function conditionsOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const groups = new Map<unknown, Clause[]>();
  for (const clause of clauses) {
    if (clause.kind === 'word' && !clause.not) continue;
    const group = EITHER.has(clause.kind) && !clause.not ? clause.kind : clause;
    groups.set(group, [...(groups.get(group) ?? []), clause]);
  }
  return [...groups.values()];
}

/** What a stretch of the text is, so that a field can tint it. White space belongs to no span; spans ascend and never overlap. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly part: 'not' | 'operator' | 'value' | 'phrase' | 'word';
}

export interface ParsedQuery {
  readonly clauses: readonly Clause[];
  readonly spans: readonly Span[];
}

/** Characters that are read; a longer text is cut. */
export const LONGEST_QUERY = 1_000;
/** Conditions that are read. */
export const MOST_CLAUSES = 32;

interface Item {
  readonly not: boolean;
  /** Operator in lower case, without its colon. */
  readonly operator?: string;
  readonly value: string;
  readonly quoted: boolean;
  readonly closed: boolean;
  readonly from: number;
  /** Where the value begins, its quote included. */
  readonly at: number;
  readonly to: number;
}

const ITEM = /(-?)(?:([a-z]+):)?(?:"([^"]*)("?)|([^\s"]+))/giy;
const OPERATOR_NAMES: ReadonlySet<string> = new Set<string>([...NAMES, ...OTHERS]);

/** Takes the text apart. An operator whose name is unknown is left to the word it stands in ("http://x"). */
function itemsIn(text: string): Item[] {
  const items: Item[] = [];
  let at = 0;
  while (at < text.length) {
    if (/[\s]/.test(text.charAt(at))) {
      at++;
      continue;
    }
    ITEM.lastIndex = at;
    const found = ITEM.exec(text);
    if (found === null) {
      at++;
      continue;
    }
    const [all, minus = '', name, phrase, quote, word] = found;
    const operator = name?.toLowerCase();
    const known = operator !== undefined && OPERATOR_NAMES.has(operator);
    if (operator !== undefined && !known && word === undefined) {
      // `foo:"a b"`: the unknown name is a word, the phrase comes next.
      const end = at + minus.length + operator.length + 1;
      items.push({
        not: minus !== '',
        value: operator,
        quoted: false,
        closed: true,
        from: at,
        at: at + minus.length,
        to: end,
      });
      at = end;
      continue;
    }
    const start = at + minus.length + (known ? operator.length + 1 : 0);
    items.push({
      not: minus !== '',
      ...(known ? { operator } : {}),
      value: phrase ?? (known ? (word ?? '') : text.slice(start, at + all.length)),
      quoted: phrase !== undefined,
      closed: quote === '"',
      from: at,
      at: start,
      to: at + all.length,
    });
    at += all.length;
  }
  return items;
}

const wordsOf = (text: string): readonly string[] => tokensIn(text).map(({ word }) => word);

const YEARS = /^(\d{4})?(\.\.)?(\d{4})?$/;
const RATINGS = /^([0-5])?(\.\.)?([0-5])?$/;

function rangeOf(value: string, form: RegExp): { readonly from?: number; readonly to?: number } | undefined {
  const found = form.exec(value);
  if (found === null) return undefined;
  const [, first, dots, last] = found;
  if (dots === undefined)
    return first !== undefined && last === undefined ? { from: Number(first), to: Number(first) } : undefined;
  if (first === undefined && last === undefined) return undefined;
  return {
    ...(first === undefined ? {} : { from: Number(first) }),
    ...(last === undefined ? {} : { to: Number(last) }),
  };
}

function statusesOf(value: string): readonly Status[] {
  const asked = value.toLowerCase().replace(/\s+/g, '-').split(',');
  const means = (status: Status, one: string): boolean => {
    const isExact = STATUSES.some((known) => known === one);
    return isExact ? status === one : one !== '' && status.startsWith(one);
  };
  return STATUSES.filter((status) => asked.some((one) => means(status, one)));
}

/** @returns the condition of a known operator, or undefined where the value is none of its */
function operatorClause({ operator, value, not, quoted, closed }: Item): Clause | undefined {
  const kind = operator === 'in' ? 'collection' : NAMES.find((one) => one === operator);
  if (kind !== undefined) {
    const words = wordsOf(value);
    const whole = quoted && closed;
    // A name of signs alone ("C++" has a letter, an emoji has none) is one where its quotes say so.
    return words.length > 0 || (whole && value.trim() !== '') ? { kind, words, name: value, whole, not } : undefined;
  }
  if (operator === 'year' || operator === 'rating') {
    const range = rangeOf(value, operator === 'year' ? YEARS : RATINGS);
    return range && { kind: operator, ...range, not };
  }
  if (operator === 'status') {
    const any = statusesOf(value);
    return any.length === 0 ? undefined : { kind: 'status', any, not };
  }
  const what = HAVINGS.find((one) => one === value.toLowerCase());
  return what && { kind: 'has', what, not };
}

function spansOf({ from, at, to, not, quoted }: Item, operator: boolean): Span[] {
  const spans: Span[] = [];
  const start = from + (not ? 1 : 0);
  if (not) spans.push({ from, to: start, part: 'not' });
  if (operator) spans.push({ from: start, to: at, part: 'operator' });
  const begin = operator ? at : start;
  if (begin < to) spans.push({ from: begin, to, part: operator ? 'value' : quoted ? 'phrase' : 'word' });
  return spans;
}

/** The plain words of an item: several where punctuation parts them ("text-to-sql"). */
function plainClauses(item: Item, text: string, last: boolean): Clause[] {
  const { not, quoted, closed, operator } = item;
  if (quoted && operator === undefined) {
    const words = wordsOf(item.value);
    return words.length === 0 ? [] : [{ kind: 'phrase', words, open: !closed, not }];
  }
  const start = item.from + (not ? 1 : 0);
  const words = wordsOf(text.slice(start, item.to));
  return words.map((word, i) => ({ kind: 'word', word, prefix: last && !not && i === words.length - 1, not }));
}

/** Reads a query. Never throws. */
export function parseQuery(given: string): ParsedQuery {
  const text = given.slice(0, LONGEST_QUERY);
  const clauses: Clause[] = [];
  const spans: Span[] = [];
  for (const item of itemsIn(text)) {
    const clause = item.operator === undefined ? undefined : operatorClause(item);
    // A finished word has a space, or a sign that ends it, behind it.
    const last = item.to === text.length && /[\p{L}\p{N}\p{M}]$/u.test(text);
    clauses.push(...(clause === undefined ? plainClauses(item, text, last) : [clause]));
    spans.push(...spansOf(item, clause !== undefined));
  }
  return { clauses: clauses.slice(0, MOST_CLAUSES), spans };
}
