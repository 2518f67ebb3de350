import type { CalendarDay } from '../calendar-day.ts';
import { yearOfArxiv } from '../identity/arxiv-id.ts';
import { kindOf as kindOfId } from '../identity/order.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { urlOf } from '../identity/urls-of.ts';
import type { SaveInput } from '../library/save-input.ts';
import type { Status } from '../library/status.ts';
import { linkOfUrl } from '../links/of-url.ts';
import { safeUrl } from '../links/safe-url.ts';
import { workOfDraft } from './draft.ts';
import { workKind } from './work-kind.ts';

/** A work as citations and reference files speak of it, and how a saved record becomes one. */

export type WorkKind = 'journal' | 'conference' | 'preprint' | 'book' | 'chapter' | 'thesis' | 'report' | 'other';

/** Made by `workOf` (from the library) and by the importers; texts are clean, ids canonical, nothing is empty. */
export interface CitedWork {
  /** Strongest first. */
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly kind: WorkKind;
  /** One name each, in the form of `nameLine` (names.ts): "Ada Lovelace", where that is unclear "García Márquez, Gabriel". */
  readonly authors?: readonly string[];
  /** There are more authors than are named. */
  readonly moreAuthors?: true;
  readonly year?: number;
  readonly date?: CalendarDay;
  /** Journal, proceedings or book; never arXiv, which the id already says. */
  readonly venue?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** One page or article number, or a range with an en dash: `12–34`. */
  readonly pages?: string;
  readonly publisher?: string;
  readonly categories?: readonly string[];
  readonly abstract?: string;
  /** Safe, https; only where it says more than the ids do. */
  readonly url?: string;
  readonly tags?: readonly string[];
  /** The person's own, Markdown, may have lines. Left out by callers who export for others. */
  readonly note?: string;
  readonly status?: Status;
  /** The person's own; each a path from the outermost collection in: `['Thesis', 'Related work']`. */
  readonly collections?: readonly (readonly string[])[];
  /** The day the person put it into a library, here or elsewhere. */
  readonly added?: CalendarDay;
  /** Where the person keeps or found its code; safe, https. */
  readonly code?: string;
}

/** What the person put on a saved paper, as far as files can carry it. */
export interface OwnMarks {
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly status?: Status;
  readonly collections?: readonly (readonly string[])[];
  readonly added?: CalendarDay;
}

/**
 * A saved record as a citable work. The year is the record's, else its date's, else that of the arXiv number; the address
 * is asked of the links only where no id leads to the paper.
 * @returns undefined where the record has no title: it cannot be cited
 */
export function workOf(record: SaveInput, own: OwnMarks = {}): CitedWork | undefined {
  const arxiv = record.ids.find((id) => kindOfId(id) === 'arxiv');
  const page = record.ids.length > 0 ? undefined : pageOf(record);
  return workOfDraft({
    ids: record.ids,
    title: record.title,
    authors: record.authors,
    moreAuthors: (record.authorCount ?? 0) > (record.authors?.length ?? 0),
    year: record.year ?? (record.date === undefined && arxiv !== undefined ? yearOfArxiv(arxiv) : undefined),
    date: record.date,
    venue: record.venue,
    categories: record.categories,
    abstract: record.abstract,
    kind: record.kind,
    volume: record.volume,
    issue: record.issue,
    pages: record.pages,
    publisher: record.publisher,
    urls: page === undefined ? [] : [page],
    tags: own.tags,
    note: own.note,
    status: own.status,
    collections: own.collections,
    added: own.added,
    code: record.links?.find((link) => link.kind === 'code')?.url,
  })?.work;
}

function pageOf(record: SaveInput): string | undefined {
  const of = (kind: string): string | undefined => record.links?.find((link) => link.kind === kind)?.url;
  return of('paper') ?? of('web') ?? of('project');
}

/** What an imported work saves. Tags, note and status are the person's and go their own ways. */
export function recordOfWork(work: CitedWork): SaveInput {
  const { ids, title, kind, authors, year, date, venue, categories, abstract } = work;
  const { volume, issue, pages, publisher } = work;
  const links = [work.url, work.code]
    .filter((url) => url !== undefined)
    .map((url) => linkOfUrl(url, { source: 'digest', text: '' }))
    .filter((link) => link !== undefined);
  return {
    ids,
    title,
    ...(authors === undefined ? {} : { authors }),
    ...(authors !== undefined && work.moreAuthors ? { authorCount: authors.length + 1 } : {}),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(venue === undefined ? {} : { venue }),
    ...(categories === undefined ? {} : { categories }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(links.length === 0 ? {} : { links }),
    // A kind that ids and venue tell by themselves is not kept: what they tell may be better later.
    ...(kind === workKind(work) ? {} : { kind }),
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

/** The value of the first id of a kind: `2511.08567` of `arxiv:2511.08567`. */
export function idValue(work: CitedWork, kind: ReturnType<typeof kindOfId>): string | undefined {
  const id = work.ids.find((candidate) => kindOfId(candidate) === kind);
  return id?.slice(kind.length + 1);
}

/** The page to open for a work, https; undefined where nothing leads to it. */
export function pageUrl(work: CitedWork): string | undefined {
  const [id] = work.ids;
  return safeUrl(id === undefined ? (work.url ?? '') : urlOf(id)) ?? work.url;
}

/** The address that citations give: the publisher's DOI, else arXiv's own DOI (every arXiv paper has one), else a page. */
export function citedUrl(work: CitedWork): string | undefined {
  const doi = work.ids.find((id) => kindOfId(id) === 'doi');
  if (doi !== undefined) return urlOf(doi);
  const arxiv = idValue(work, 'arxiv');
  return arxiv === undefined ? pageUrl(work) : `https://doi.org/10.48550/arXiv.${arxiv}`;
}
