import type { CalendarDay } from '../calendar-day.ts';
import { cleanDigest, cleanField, cutAt } from '../digest/clean-text.ts';
import { LIMITS } from '../digest/limits.ts';
import { sortIds } from '../identity/order.ts';
import type { PaperId } from '../identity/paper-id.ts';
import { idsInUrl } from '../identity/urls.ts';
import type { Status } from '../library/status.ts';
import { safeUrl } from '../links/safe-url.ts';
import type { CitedWork, WorkKind } from './citation.ts';
import { nameLine, nameText, parseName } from './names.ts';
import { isArxivName, workKind } from './work-kind.ts';

/** From what a file or a record says to a clean, bounded work. The only maker of `CitedWork`. */

/** What was read, as it was written. */
export interface Draft {
  readonly ids?: readonly PaperId[] | undefined;
  readonly title?: string | undefined;
  readonly kind?: WorkKind | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly moreAuthors?: boolean | undefined;
  readonly year?: number | undefined;
  readonly date?: CalendarDay | undefined;
  readonly venue?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly publisher?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly abstract?: string | undefined;
  /** Addresses; those that name the work by an id become ids, the first other one is its url. */
  readonly urls?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly status?: Status | undefined;
  /** Each from the outermost in. */
  readonly collections?: readonly (readonly string[])[] | undefined;
  readonly added?: CalendarDay | undefined;
  /** Address of the code. */
  readonly code?: string | undefined;
}

/** What was left out of a work that was taken. */
export type WorkFlag =
  | 'title-cut'
  | 'abstract-cut'
  | 'note-cut'
  | 'authors-cut'
  | 'tags-cut'
  | 'collections-cut'
  | 'url-dropped';

/** Not in digests, hence not in their limits. UTF-16 units, and counts. */
const MOST = { short: 500, name: 300, categories: 64, collections: 64, depth: 16, collectionName: 200 } as const;
const NOBODY = /^(?:\{?(?:and )?others\}?|et al\.?|\.\.\.|…)$/i;

/** @returns undefined where there is no title */
export function workOfDraft(
  draft: Draft,
): { readonly work: CitedWork; readonly flags: readonly WorkFlag[] } | undefined {
  const flags = new Set<WorkFlag>();
  const title = bounded(draft.title, LIMITS.title, () => flags.add('title-cut'));
  if (title === undefined) return undefined;
  const { ids, url } = addressesOf(draft, () => flags.add('url-dropped'));
  const written = (draft.authors ?? [])
    .slice(0, LIMITS.authors + 1)

    .map((name) => cleanField(cutAt(name, 4 * MOST.name)))
    .filter((name) => name !== '');
  const people = written.filter((name) => !NOBODY.test(name));
  const authors = listed(
    people.map(boundedName).filter((name) => name !== '' && name !== '{}'),
    LIMITS.authors,
    () => flags.add('authors-cut'),
  );
  const venue = bounded(draft.venue, MOST.short);
  const publisher = bounded(draft.publisher, MOST.short);
  // the id says it already
  const isArchive = (name: string | undefined): boolean =>
    name !== undefined && isArxivName(name) && ids.some((id) => id.startsWith('arxiv:'));
  const fields = {
    authors,
    moreAuthors:
      authors !== undefined && (draft.moreAuthors === true || people.length < written.length) ? true : undefined,
    year: yearIn(draft.year) ?? (draft.date === undefined ? undefined : Number(draft.date.slice(0, 4))),
    date: draft.date,
    venue: isArchive(venue) ? undefined : venue,
    volume: bounded(draft.volume, MOST.short),
    issue: bounded(draft.issue, MOST.short),
    pages: pagesOf(bounded(draft.pages, MOST.short)),
    publisher: isArchive(publisher) ? undefined : publisher,
    categories: listed(distinct(draft.categories, MOST.short, MOST.categories), MOST.categories),
    abstract: bounded(draft.abstract, LIMITS.abstract, () => flags.add('abstract-cut')),
    url,
    tags: listed(distinct(draft.tags, LIMITS.tagLength, LIMITS.tags), LIMITS.tags, () => flags.add('tags-cut')),
    note: noteOf(draft.note, () => flags.add('note-cut')),
    status: draft.status,
    collections: listed(pathsOf(draft.collections), MOST.collections, () => flags.add('collections-cut')),
    added: draft.added,
    code: codeOf(draft.code, () => flags.add('url-dropped')),
  } satisfies { [K in Exclude<keyof CitedWork, 'ids' | 'title' | 'kind'>]: CitedWork[K] | undefined };
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // `as`: the fields above without those that are undefined; `satisfies` has checked each
  const facts = { ids, title, ...(Object.fromEntries(kept) as Partial<CitedWork>) };
  return { work: { ...facts, kind: draft.kind ?? workKind(facts) }, flags: [...flags] };
}

function addressesOf(draft: Draft, onDrop: () => void): { ids: readonly PaperId[]; url: string | undefined } {
  const ids = [...(draft.ids ?? [])];
  let url: string | undefined;
  for (const text of draft.urls ?? []) {
    const found = idsInUrl(text.trim());
    ids.push(...found);
    if (found.length > 0 || text.trim() === '') continue;
    const safe = safeUrl(text.trim());
    if (safe === undefined) onDrop();
    // an upgrade to https or a punycode host may show an id that the text did not
    else if (idsInUrl(safe).length > 0) ids.push(...idsInUrl(safe));
    else url ??= safe;
  }
  return { ids: sortIds(ids).slice(0, LIMITS.ids), url };
}

function bounded(text: string | undefined, units: number, onCut: () => void = () => undefined): string | undefined {
  if (text === undefined) return undefined;
  // cleaning only shortens, so what lies far beyond the limit need not be cleaned
  const clean = cleanField(cutAt(text, 4 * units));
  if (clean.length > units || text.length > 4 * units) onCut();
  const cut = cutAt(clean, units).trimEnd();
  return cut === '' ? undefined : cut;
}

/** A longer name is no person's; it is cut and stays one piece. */
function boundedName(written: string): string {
  const name = parseName(written);
  const line = nameLine(name);
  return line.length <= MOST.name ? line : nameLine({ literal: cutAt(nameText(name), MOST.name - 2).trim() });
}

function noteOf(text: string | undefined, onCut: () => void): string | undefined {
  if (text === undefined) return undefined;
  const clean = cleanDigest(cutAt(text, LIMITS.abstract)).trim();
  if (text.length > LIMITS.abstract) onCut();
  return clean === '' ? undefined : clean;
}

/** Different texts, at most one more than `most`, which tells `listed` that some are left out. */
function distinct(texts: readonly string[] | undefined, units: number, most: number): readonly string[] {
  const found = new Set<string>();
  for (const text of texts ?? []) {
    const clean = bounded(text, units);
    if (clean !== undefined) found.add(clean);
    if (found.size > most) break;
  }
  return [...found];
}

function listed<T>(texts: readonly T[], most: number, onCut: () => void = () => undefined): readonly T[] | undefined {
  if (texts.length > most) onCut();
  return texts.length === 0 ? undefined : texts.slice(0, most);
}

/** Different paths without empty names, at most one more than are kept. */
function pathsOf(paths: Draft['collections']): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const path of paths ?? []) {
    const names = path.slice(0, MOST.depth).map((name) => bounded(name, MOST.collectionName));
    const clean = names.filter((name) => name !== undefined);
    if (clean.length > 0) found.set(clean.join('\n'), clean);
    if (found.size > MOST.collections) break;
  }
  return [...found.values()];
}

function codeOf(text: string | undefined, onDrop: () => void): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const safe = safeUrl(text.trim());
  if (safe === undefined) onDrop();
  return safe;
}

const yearIn = (year: number | undefined): number | undefined =>
  year !== undefined && Number.isInteger(year) && year >= 1000 && year <= 9999 ? year : undefined;

/** Ranges in one form: `12-34`, `12--34` and `12 — 34` are `12–34`. */
const pagesOf = (pages: string | undefined): string | undefined =>
  pages?.replace(/^([\p{L}\p{N}.:]+)\s*[-‐‑‒–—−]+\s*([\p{L}\p{N}.:]+)$/u, '$1–$2');
