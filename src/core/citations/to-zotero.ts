import { primaryClass } from './bib-entry.ts';
import { type CitedWork, citedUrl, idValue, pageUrl, type WorkKind } from './citation.ts';
import { isGroup, type Name, parseName } from './names.ts';
import { escapeHtml } from './styles/runs.ts';

/**
 * Works as Zotero's "editable JSON" (https://www.zotero.org/support/dev/web_api/v3/write_requests; item types and fields of
 * zotero-schema 41). Only fields that every Zotero since 7 has for the type are used: its API refuses others. What has no field
 * stands in Extra, one `variable: value` a line, which Zotero reads for citations. Lost: status, "et al.", categories after the first.
 */

export type ZoteroType =
  | 'preprint'
  | 'journalArticle'
  | 'conferencePaper'
  | 'book'
  | 'bookSection'
  | 'thesis'
  | 'report'
  | 'document';

/** People in two fields, groups in one. */
export type ZoteroCreator =
  | { readonly creatorType: 'author'; readonly firstName: string; readonly lastName: string }
  | { readonly creatorType: 'author'; readonly name: string };

/** Every field that an item of ours may have, whatever its type. */
export const ZOTERO_FIELDS = [
  'title',
  'abstractNote',
  'date',
  'url',
  'DOI',
  'extra',
  'volume',
  'issue',
  'pages',
  'publisher',
  'publicationTitle',
  'proceedingsTitle',
  'bookTitle',
  'series',
  'university',
  'institution',
  'repository',
  'archiveID',
] as const;
export type ZoteroField = (typeof ZOTERO_FIELDS)[number];

/** A field that is absent has no value; none is empty. */
export type ZoteroItem = {
  readonly itemType: ZoteroType;
  readonly title: string;
  readonly creators: readonly ZoteroCreator[];
  readonly tags: readonly { readonly tag: string }[];
} & { readonly [F in Exclude<ZoteroField, 'title'>]?: string };

export interface ZoteroWork {
  readonly item: ZoteroItem;
  /** The person's note as the HTML of a child note; absent without one. */
  readonly note?: string;
}

export const ZOTERO_TYPES = {
  journal: 'journalArticle',
  conference: 'conferencePaper',
  preprint: 'preprint',
  book: 'book',
  chapter: 'bookSection',
  thesis: 'thesis',
  report: 'report',
  other: 'document',
} as const satisfies Record<WorkKind, ZoteroType>;

/** The fields beside title, abstract, date, url and Extra, by type. */
export const TYPE_FIELDS: Readonly<Record<ZoteroType, readonly ZoteroField[]>> = {
  journalArticle: ['publicationTitle', 'volume', 'issue', 'pages', 'DOI'],
  conferencePaper: ['proceedingsTitle', 'publisher', 'volume', 'pages', 'DOI'],
  preprint: ['repository', 'archiveID', 'DOI'],
  book: ['series', 'publisher', 'volume'],
  bookSection: ['bookTitle', 'publisher', 'volume', 'pages'],
  thesis: ['university'],
  report: ['institution', 'pages'],
  document: ['publisher'],
};

/** The one field that says where a work appeared, and the one that says who published it. */
const VENUE = new Set<ZoteroField>(['publicationTitle', 'proceedingsTitle', 'bookTitle', 'series']);
const HOUSE = new Set<ZoteroField>(['publisher', 'university', 'institution', 'repository']);

export function toZotero(work: CitedWork): ZoteroWork {
  const itemType = ZOTERO_TYPES[work.kind];
  const { fields, extra } = placed(work, TYPE_FIELDS[itemType]);
  const given = {
    ...fields,
    abstractNote: work.abstract,
    date: dateOf(work),
    url: work.url ?? pageUrl(work) ?? citedUrl(work),
    extra: extra.length === 0 ? undefined : extra.join('\n'),
  } satisfies { [F in ZoteroField]?: string | undefined };
  const item = {
    itemType,
    title: work.title,
    creators: (work.authors ?? []).map((author) => creatorOf(parseName(author))),
    tags: (work.tags ?? []).map((tag) => ({ tag })),
    // `as`: the fields above without those that are undefined; `satisfies` has checked each
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
      Record<Exclude<ZoteroField, 'title'>, string>
    >),
  };
  return work.note === undefined ? { item } : { item, note: noteHtml(work.note) };
}

interface Placed {
  readonly fields: { readonly [F in ZoteroField]?: string | undefined };
  /** Lines for what found no field. */
  readonly extra: readonly string[];
}

function placed(work: CitedWork, allowed: readonly ZoteroField[]): Placed {
  const arxiv = idValue(work, 'arxiv');
  const onArxiv = work.kind === 'preprint' && arxiv !== undefined;
  const doi = idValue(work, 'doi') ?? (onArxiv ? `10.48550/arXiv.${arxiv}` : undefined);
  const venueField = allowed.find((field) => VENUE.has(field));
  const houseField = allowed.find((field) => HOUSE.has(field));
  // where a type has no field for the venue, the house is what a file calls so: the university of a thesis, a preprint's archive
  const house = onArxiv ? 'arXiv' : (work.publisher ?? (venueField === undefined ? work.venue : undefined));
  const wanted: readonly (readonly [field: ZoteroField | undefined, variable: string, value: string | undefined])[] = [
    [venueField, 'container-title', work.venue === house && venueField === undefined ? undefined : work.venue],
    [houseField, 'publisher', house],
    ['volume', 'volume', work.volume],
    ['issue', 'issue', work.issue],
    ['pages', 'page', work.pages?.replace(/^([^–]+)–([^–]+)$/, '$1-$2')],
    ['DOI', 'DOI', doi],
  ];
  const fields: { [F in ZoteroField]?: string } = onArxiv ? { archiveID: `arXiv:${arxiv}` } : {};
  const extra: string[] = [];
  if (arxiv !== undefined) {
    const main = primaryClass(work);
    // as Zotero's own arXiv translator writes it, and as Better BibTeX reads it
    extra.push(`arXiv:${arxiv}${main === undefined ? '' : ` [${main}]`}`);
  }
  for (const [field, variable, value] of wanted) {
    if (value === undefined) continue;
    if (field !== undefined && allowed.includes(field)) fields[field] = value;
    else extra.push(`${variable}: ${value}`);
  }
  // an archive is no publisher that a citation names twice
  if (onArxiv && work.publisher !== undefined) extra.push(`publisher: ${work.publisher}`);
  const code = work.code === undefined ? [] : [`Code: ${work.code}`];
  return { fields, extra: [...extra, ...otherIds(work), ...code] };
}

const LABELS = {
  acl: 'ACL',
  openreview: 'OpenReview',
  pmid: 'PMID',
  pmcid: 'PMCID',
  s2: 'Semantic Scholar',
  s2corpus: 'CorpusID',
  dblp: 'dblp',
} as const;

/** Zotero knows PMID and PMCID in Extra; the others are for people, and for coming back. */
function otherIds(work: CitedWork): readonly string[] {
  const kinds = Object.keys(LABELS) as (keyof typeof LABELS)[]; // its own keys
  return kinds.flatMap((kind) => {
    const value = idValue(work, kind);
    return value === undefined ? [] : [`${LABELS[kind]}: ${value}`];
  });
}

const dateOf = ({ date, year }: CitedWork): string | undefined =>
  date !== undefined && (year === undefined || Number(date.slice(0, 4)) === year) ? date : year?.toString();

/** The particle stays with the family name and a suffix follows the given names, as Zotero's manual asks. */
function creatorOf(name: Name): ZoteroCreator {
  if (isGroup(name)) return { creatorType: 'author', name: name.literal };
  const lastName = name.particle === undefined ? name.family : `${name.particle} ${name.family}`;
  const firstName = [name.given, name.suffix].filter((part) => part !== undefined).join(', ');
  return { creatorType: 'author', firstName, lastName };
}

/** Text as it was typed: paragraphs and line ends, nothing that would be markup. */
const noteHtml = (note: string): string =>
  note
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
