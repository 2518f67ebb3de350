import { type CalendarDay, dayNumber } from '../calendar-day.ts';
import { mergeLinks } from '../links/merge.ts';
import type { Conflict, Paper } from '../paper.ts';
import type { Tag } from '../tags/tag.ts';
import type { TextFacts } from '../tags/text-facts.ts';
import { kindOf, withEquivalents } from './order.ts';
import type { IdKind, PaperId } from './paper-id.ts';
import { type Said, type SourcedEntry, said } from './said.ts';
import { titleChars } from './title-key.ts';

export type { SourcedEntry };

/** One work has one of each of these; two of them are a conflict. */
const SINGLE: readonly IdKind[] = ['arxiv', 'pmid', 'pmcid', 's2', 's2corpus'];
/** A conflict shows the beginning of long values; the entries keep them whole. */
const SHOWN = 200;

type Rank = readonly (number | string)[];
const trusted = (value: unknown, { weight, day }: SourcedEntry): Rank => [weight, day ?? '', sizeOf(value)];
const newest = (value: unknown, { weight, day }: SourcedEntry): Rank => [day ?? '', weight, sizeOf(value)];

/**
 * Everything that the entries together say of one work. The result does not depend on their order. Ids, links, categories
 * and titles are united and never lost. Of the other fields the most trusted source decides, then the newest, then the
 * fullest; remarks, venue and counts that grow come from the newest. An exact date always stands before an inferred one,
 * whatever its source, and among exact ones of equal trust the earliest first.
 * @param entries one or more
 * @param tag the tagger; gets the united text
 */
export function paperOf(entries: readonly SourcedEntry[], tag: (facts: TextFacts) => readonly Tag[]): Paper {
  const whole =
    (flag: 'title-cut' | 'abstract-cut') =>
    (value: string, source: SourcedEntry): Rank => [
      Number(value !== '' && !source.entry.flags?.includes(flag)),
      ...trusted(value, source),
    ];
  const ids = withEquivalents(entries.flatMap(({ entry }) => entry.ids));
  const titles = said(entries, (e) => e.title.replace(/\s+/g, ' ').trim(), whole('title-cut'));
  const abstracts = said(entries, (e) => e.abstract, whole('abstract-cut'));
  const dates = said(
    entries,
    (e) => e.date,
    (_, { entry, weight }) => [Number(entry.dateInferred !== true), weight],
  );
  const authors = said(
    entries,
    (e) => some(e.authors),
    (value, { weight }) => [weight, value.length],
  );
  const counts = said(
    entries,
    (e) => e.authorCount ?? some(e.authors)?.length,
    (value, { weight }) => [weight, value],
  );
  const categories = unite(said(entries, (e) => e.categories, trusted));
  const keywords = unite(said(entries, (e) => e.tags, trusted));
  const title = titles[0]?.value ?? '';
  const facts: TextFacts = {
    title,
    ...field('abstract', abstracts),
    ...field(
      'remark',
      said(entries, (e) => e.remark, newest),
    ),
    ...(categories.length > 0 ? { categories } : {}),
  };
  return {
    ...facts,
    ids,
    categories,
    otherTitles: [...new Set(titles.map((t) => t.value))].filter((t) => t !== title && t !== ''),
    ...field('authors', authors),
    ...field('authorCount', counts),
    ...field(
      'organisation',
      said(entries, (e) => e.organisation, newest),
    ),
    ...field('date', dates),
    ...(dates[0]?.ranks[0] === 0 ? { dateInferred: true } : {}),
    ...field(
      'venue',
      said(entries, (e) => e.venue, newest),
    ),
    ...field(
      'comments',
      said(entries, (e) => e.comments, newest),
    ),
    ...field(
      'upvotes',
      said(entries, (e) => e.upvotes, newest),
    ),
    links: mergeLinks(entries.flatMap(({ entry }) => entry.links)),
    tags: tag(keywords.length > 0 ? { ...facts, keywords } : facts),
    conflicts: [
      ...idConflicts(ids),
      ...conflict('title', titles, titleChars),
      ...dateConflict(dates),
      ...conflict('authorCount', counts, String),
      ...conflict('abstract', abstracts, (text) => titleChars(text.slice(0, SHOWN))),
    ],
  };
}

/** For counts the number itself, for texts and lists their length: the fuller one wins where all else is equal. */
const sizeOf = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' || Array.isArray(value) ? value.length : 0;

const some = <T>(list: readonly T[] | undefined): readonly T[] | undefined => (list?.length ? list : undefined);

/** The best value as a field of its own, or no field. */
function field<K extends string, T>(name: K, values: readonly Said<T>[]): { readonly [P in K]?: T } {
  const best = values[0];
  return best === undefined ? {} : ({ [name]: best.value } as { readonly [P in K]?: T }); // a computed name widens to string
}

const unite = (lists: readonly Said<readonly string[]>[]): readonly string[] => [
  ...new Set(lists.flatMap(({ value }) => value)),
];

/** The values of a field that differ in what `essence` keeps of them, best first; nothing where they agree. */
function conflict<T extends string | number>(
  name: Conflict['field'],
  values: readonly Said<T>[],
  essence: (value: T & string) => string,
): readonly Conflict[] {
  const kept = new Map<string, string>();
  for (const { value } of values) {
    const text = String(value);
    const key = essence(text as T & string); // numbers are compared by their text
    if (key !== '' && !kept.has(key)) kept.set(key, text.slice(0, SHOWN));
  }
  return kept.size > 1 ? [{ field: name, values: [...kept.values()] }] : [];
}

/**
 * Exact days that differ: a guess disagrees with nothing. Neighbours are one day, since sources cut the day in UTC or in New York
 * (8.9 % of 8,037 records differ by one).
 */
function dateConflict(dates: readonly Said<CalendarDay>[]): readonly Conflict[] {
  const [best, ...others] = dates.filter((date) => date.ranks[0] === 1);
  if (best === undefined) return [];
  const apart = others.filter((other) => Math.abs(dayNumber(other.value) - dayNumber(best.value)) > 1);
  return conflict('date', [best, ...apart], String);
}

const idConflicts = (ids: readonly PaperId[]): readonly Conflict[] =>
  SINGLE.flatMap((kind): Conflict[] => {
    const same = ids.filter((id) => kindOf(id) === kind);
    return same.length > 1 ? [{ field: 'ids', values: same }] : [];
  });
