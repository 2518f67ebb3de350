import { type CalendarDay, dayNumber } from '../../core/calendar-day.ts';
import { withEquivalents } from '../../core/identity/order.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { NoteData, Query, SavedMark } from '../../core/note-data.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { tagsOf } from '../../core/tags/tagger.ts';
import type { SavedRow } from '../library/rows.ts';
import { dayOf } from './paper-row.ts';
import type { PaperFound } from './queries/look-up.ts';
import type { PaperRow } from './rows.ts';

/** What a note shows of a paper that digests told of. Pure. */

const DIGESTS = 5;
const TAGS = 12;
/** Days during which a paper that a digest first told of is new. */
const NEW_DAYS = 3;

/** @param today of the person's calendar */
export function noteOf(
  { row, match, digests }: PaperFound,
  saved: SavedMark | undefined,
  today: CalendarDay,
): NoteData {
  const told = new Map(row.told.map((counts) => [counts.digest, counts]));
  return {
    known: true,
    match,
    ids: row.ids,
    title: row.title,
    otherTitles: row.otherTitles,
    ...pick(row, ['authorCount', 'authors', 'date', 'dateInferred', 'venue']),
    ...(row.organisation === undefined ? {} : { organisation: row.organisation.name }),
    tags: withOwn(saved, row.tagList),
    links: row.links,
    isNew: saved === undefined && isNew(row.firstDay, today),
    ...(saved === undefined ? {} : { saved }),
    digests: digests.slice(0, DIGESTS).map((digest) => {
      const day = dayOf(digest);
      return {
        name: digest.name,
        ...(day === undefined ? {} : { day }),
        ...counts(told.get(digest.id)),
      };
    }),
    conflicts: row.conflicts,
  };
}

/** What a note shows of a saved paper that no digest told of: the library's record, tagged as any text. Pure. */
export function noteOfSaved(query: Query, saved: SavedRow, record: SaveInput | undefined): NoteData {
  const { abstract, categories } = record ?? {};
  const tags = tagsOf({
    title: saved.title,
    ...(abstract === undefined ? {} : { abstract }),
    ...(categories === undefined ? {} : { categories }),
  });
  const mark: SavedMark = { status: saved.status, ownTags: saved.tags, ...pick(saved, ['since']) };
  return {
    known: true,
    match: withEquivalents(query.ids).some((id) => saved.ids.includes(id)) ? 'id' : 'title',
    ids: saved.ids,
    title: saved.title,
    otherTitles: [],
    ...pick(saved, ['authorCount', 'authors', 'date', 'venue']),
    tags: withOwn(mark, tags),
    links: record?.links ?? [],
    isNew: false,
    saved: mark,
    digests: [],
    conflicts: [],
  };
}

/** The person's own tags stand before what the text gave; one tag of a name. */
export function withOwn(saved: SavedMark | undefined, tags: readonly Tag[]): readonly Tag[] {
  const own = (saved?.ownTags ?? []).map((name): Tag => ({ name, kind: 'own' }));
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return [...own, ...tags.filter(({ name }) => !names.has(name.toLowerCase()))].slice(0, TAGS);
}

/** Told of today or at most three days ago; a day in the future (another time zone, a wrong clock) is new as well. */
export const isNew = (first: CalendarDay | undefined, today: CalendarDay): boolean =>
  first !== undefined && dayNumber(today) - dayNumber(first) <= NEW_DAYS;

const counts = (told: PaperRow['told'][number] | undefined) =>
  told === undefined ? {} : pick(told, ['upvotes', 'comments']);

/** The fields that are there. */
function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  const entries = names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]));
  return Object.fromEntries(entries) as Pick<T, K>; // only fields of T under their names
}
