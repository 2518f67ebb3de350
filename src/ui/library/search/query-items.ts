import { type Clause, parseQuery } from '../../../core/search/query.ts';
import { plainName } from '../../../core/search/tokens.ts';

/** A query as the text that was typed, taken apart so that a facet or a pill changes its own part and leaves the rest as it stands. */

export type Operator = Exclude<Clause['kind'], 'word' | 'phrase'>;

/** One operator with its value, and where it stands. */
export interface Item {
  readonly from: number;
  readonly to: number;
  readonly clause: Extract<Clause, { readonly kind: Operator }>;
  /** The value as typed, without quotes. */
  readonly value: string;
}

const isOperator = (clause: Clause | undefined): clause is Item['clause'] =>
  clause !== undefined && clause.kind !== 'word' && clause.kind !== 'phrase';

/** The operators of a query in their order; words and phrases are left out. */
export function itemsIn(text: string): readonly Item[] {
  const { spans } = parseQuery(text);
  const items: Item[] = [];
  for (const [i, span] of spans.entries()) {
    if (span.part !== 'operator') continue;
    const before = spans[i - 1];
    const after = spans[i + 1];
    const from = before?.part === 'not' && before.to === span.from ? before.from : span.from;
    const to = after?.part === 'value' && after.from === span.to ? after.to : span.to;
    const [clause] = parseQuery(text.slice(from, to)).clauses;
    if (isOperator(clause)) items.push({ from, to, clause, value: text.slice(span.to, to).replace(/^"|"$/g, '') });
  }
  return items;
}

/** The text without some of its items; the space beside each goes with it. */
export function without(text: string, items: readonly Item[]): string {
  let rest = text;
  for (const { from, to } of [...items].sort((a, b) => b.from - a.from)) {
    const head = rest.slice(0, from).trimEnd();
    const tail = rest.slice(to).trimStart();
    rest = head !== '' && tail !== '' ? `${head} ${tail}` : head + tail;
  }
  return rest;
}

/** The text with one more item behind it. */
export const withItem = (text: string, item: string): string =>
  text.trim() === '' ? item : `${text.trimEnd()} ${item}`;

/** `tag:"Offline RL"`: quoted, so that it means this name and none that begins so. A name cannot hold a quote in the language. */
export const named = (operator: 'tag' | 'venue' | 'collection' | 'author', name: string): string =>
  `${operator}:"${name.replaceAll('"', ' ').trim()}"`;

/** `year:2024..2025`, `year:2024` */
export const years = (from: number, to: number): string => {
  const four = (year: number): string => String(year).padStart(4, '0');
  return from === to ? `year:${four(from)}` : `year:${four(Math.min(from, to))}..${four(Math.max(from, to))}`;
};

const isNamed = ({ clause }: Item, operator: string, name: string): boolean =>
  clause.kind === operator && !clause.not && 'words' in clause && clause.words.join(' ') === plainName(name);

/** Does the query ask for this name? */
export const asksFor = (items: readonly Item[], operator: 'tag' | 'venue' | 'collection', name: string): boolean =>
  items.some((item) => isNamed(item, operator, name));

/** Puts a name into the query, or takes it out. `alone`: other names of this operator go. */
export function toggleName(
  text: string,
  operator: 'tag' | 'venue' | 'collection',
  name: string,
  alone = false,
): string {
  const items = itemsIn(text);
  const own = items.filter((item) => isNamed(item, operator, name));
  const gone = alone ? items.filter(({ clause }) => clause.kind === operator && !clause.not) : own;
  const rest = without(text, gone);
  return own.length > 0 ? rest : withItem(rest, named(operator, name));
}

/** Puts `has:code` or `status:read` into the query, or takes it out; a status takes the place of another. */
export function toggleValue(text: string, operator: 'has' | 'status', value: string): string {
  const items = itemsIn(text).filter(({ clause }) => clause.kind === operator && !clause.not);
  const own = items.filter((item) => saysValue(item, value));
  const rest = without(text, operator === 'status' ? items : own);
  return own.length > 0 ? rest : withItem(rest, `${operator}:${value}`);
}

const saysValue = ({ clause }: Item, value: string): boolean =>
  (clause.kind === 'has' && clause.what === value) ||
  (clause.kind === 'status' && clause.any.length === 1 && clause.any[0] === value);

export const asksValue = (items: readonly Item[], operator: 'has' | 'status', value: string): boolean =>
  items.some((item) => item.clause.kind === operator && !item.clause.not && saysValue(item, value));

/** The years asked for; undefined where none are. */
export function yearsAsked(items: readonly Item[]): { readonly from: number; readonly to: number } | undefined {
  for (const { clause } of items)
    if (clause.kind === 'year' && !clause.not) return { from: clause.from ?? 0, to: clause.to ?? 9_999 };
  return undefined;
}

/** Asks for these years instead of those asked for; undefined takes the condition out. */
export function withYears(text: string, range: { readonly from: number; readonly to: number } | undefined): string {
  const rest = without(
    text,
    itemsIn(text).filter(({ clause }) => clause.kind === 'year' && !clause.not),
  );
  return range === undefined ? rest : withItem(rest, years(range.from, range.to));
}

/** The text without conditions about status and collection: "All papers". */
export const everywhere = (text: string): string =>
  without(
    text,
    itemsIn(text).filter(({ clause }) => (clause.kind === 'status' || clause.kind === 'collection') && !clause.not),
  );
