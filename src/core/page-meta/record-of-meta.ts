import { type CalendarDay, calendarDay } from '../calendar-day.ts';
import { cleanField, cutAt } from '../digest/clean-text.ts';
import { parseId } from '../identity/ids.ts';
import { sortIds } from '../identity/order.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { idsInUrl } from '../identity/urls.ts';
import type { SaveInput } from '../library/save-input.ts';

/**
 * A paper from the `<meta>` tags of its own page: Highwire Press tags as Google Scholar asks publishers to write them
 * (https://scholar.google.com/intl/en/scholar/inclusion.html), then PRISM, Dublin Core and Open Graph for what is missing.
 */

export type Meta = readonly [name: string, content: string];

/** What is read of a page that may be hostile. */
const MOST = { metas: 6_000, authors: 5_000, name: 300, title: 2_000, abstract: 20_000, venue: 500 };

/**
 * @param metas name (or property) and content of each tag, in page order
 * @param url of the page; the ids that it names count
 * @param heading the tab's title, for pages without tags
 * @returns undefined where neither address nor tags say that this is the page of a paper
 */
export function recordOfMeta(metas: readonly Meta[], url: string, heading: string): SaveInput | undefined {
  const tags = new Map<string, string[]>();
  for (const [name, content] of metas.slice(0, MOST.metas)) {
    const key = name
      .trim()
      .toLowerCase()
      .replace(/^dcterms\./, 'dc.');
    const text = cleanField(cutAt(content, MOST.abstract));
    if (text !== '') tags.set(key, [...(tags.get(key) ?? []), text]);
  }
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => tags.get(name)?.[0]).find(Boolean);
  const stated = [
    ...(tags.get('citation_arxiv_id') ?? []).map((id) => `arXiv:${id}`),
    ...['citation_doi', 'prism.doi', 'bepress_citation_doi', 'dc.identifier', 'dc.identifier.doi'].flatMap(
      (name) => tags.get(name) ?? [],
    ),
    ...(tags.get('citation_pmid') ?? []).map((id) => `PMID:${id}`),
  ].flatMap((text) => parseId(text.replace(/^doi:\s*/i, '')) ?? []);
  const ids = sortIds([...stated, ...idsInUrl(url)]);
  const title = first('citation_title', 'bepress_citation_title', 'prism.title', 'dc.title');
  if (ids.length === 0 && title === undefined) return undefined;
  const authors = authorsOf(tags);
  const date = first(
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'prism.publicationdate',
    'dc.date',
    'dc.issued',
  );
  const day = date === undefined ? undefined : dayOf(date);
  const year = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(date ?? '')?.[1];
  const venue = first(
    'citation_journal_title',
    'citation_conference_title',
    'citation_inbook_title',
    'prism.publicationname',
  );
  const abstract = first('citation_abstract', 'dc.description', 'dc.abstract');
  return {
    ids: ids.slice(0, 12),
    title: cutAt(title ?? titleOfTab(heading, ids), MOST.title),
    ...(authors.length > 0 ? { authors } : {}),
    ...(day === undefined ? {} : { date: day }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(venue === undefined || /^arxiv/i.test(venue) ? {} : { venue: cutAt(venue, MOST.venue) }),
    ...(abstract === undefined ? {} : { abstract: stripTags(abstract) }),
  };
}

function authorsOf(tags: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const named = tags.get('citation_author') ?? tags.get('bepress_citation_author');
  // Some publishers write all of them into one tag, parted by semicolons.
  const together = tags.get('citation_authors')?.[0]?.split(';');
  const all = named ?? together ?? tags.get('dc.creator') ?? [];
  const clean = all.map((name) => cutAt(cleanField(name), MOST.name)).filter((name) => name !== '');
  return [...new Set(clean)].slice(0, MOST.authors);
}

/** `2024/05/30`, `2024-5-30`, `2024-05-30T…`; a month alone is no day. */
function dayOf(text: string): CalendarDay | undefined {
  const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(text) ?? [];
  return calendarDay(Number(year), Number(month), Number(day));
}

/** "[2405.19909] A title" and "A title | OpenReview" without what the site adds; nothing where it is no title. */
function titleOfTab(heading: string, ids: readonly PaperId[]): string {
  const text = cleanField(heading)
    .replace(/^\[[\w./-]{4,24}\]\s*/, '')
    .replace(/\s+[|–—-]\s+(?:[\w.]+\s?){1,3}$/, '');
  return ids.length > 0 && parseId(text) !== undefined ? '' : text;
}

/** Some publishers write a paragraph tag into the attribute. Text it stays: this is for reading only. */
const stripTags = (text: string): string => cleanField(text.replace(/<\/?(?:p|jats:p|b|i|em|strong|sup|sub)>/gi, ' '));
