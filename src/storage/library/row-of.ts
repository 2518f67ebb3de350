import { yearOfArxiv } from '../../core/identity/arxiv-id.ts';
import { recordOf } from '../../core/library/bib.ts';
import { stampMs } from '../../core/library/clock.ts';
import { textsOf } from '../../core/library/notes.ts';
import type { SaveInput } from '../../core/library/save-input.ts';
import type { SavedRow, Topic } from '../../core/library/saved-row.ts';
import type { BibState, NoteState, PaperState } from '../../core/library/state.ts';
import {
  addedOf,
  autoTags,
  deletedAt,
  namesOn,
  newest,
  ownTags,
  placeOf,
  ratingOf,
  sinceOf,
  statusOf,
  unwanted,
  visible,
} from '../../core/library/view.ts';
import type { TrashRow } from './rows.ts';

/** Version of this computation: `device.rows` says which one made the rows that are stored (refresh-rows.ts). */
export const ROWS_VERSION = 2;

/** The states of one paper. */
export interface PaperStates {
  readonly paper: PaperState | undefined;
  readonly bib: BibState | undefined;
  readonly note: NoteState | undefined;
}

/** The row of a paper and the shelf it stands on; nothing where it is on none. */
export type Shelved =
  | { readonly shelf: 'library'; readonly row: SavedRow }
  | { readonly shelf: 'trash'; readonly row: TrashRow }
  | undefined;

/**
 * The row that lists show, computed from the states alone.
 * @param stays a merged paper that is shown all the same: the one it went into leads back to it, or is not there
 */
export function shelved(key: string, states: PaperStates, stays = false): Shelved {
  const shelf = shelfOf(states.paper, stays);
  if (states.paper === undefined || shelf === undefined) return undefined;
  const row = rowOf(key, states.paper, states);
  return shelf === 'library' ? { shelf, row } : { shelf, row: { ...row, deletedAt: deletedAt(states.paper) } };
}

/** On which shelf a paper stands. @param stays as above */
export function shelfOf(paper: PaperState | undefined, stays: boolean): 'library' | 'trash' | undefined {
  const place = placeOf(paper);
  if (place === 'library' || place === 'trash') return place;
  if (place === 'gone' || !stays || paper === undefined) return undefined;
  return visible(paper) ? 'library' : 'trash';
}

function rowOf(key: string, paper: PaperState, { bib, note }: PaperStates): SavedRow {
  const record = recordOf(bib);
  const since = sinceOf(paper);
  const stamp = newest(paper);
  const rating = ratingOf(paper);
  const { authors, authorCount, date, venue, categories } = record;
  const year = yearOf(record);
  const names = namesOf(paper, record.topics ?? []);
  const collections = namesOn(paper.c);
  return {
    key,
    ids: record.ids,
    title: record.title === '' ? key : record.title,
    ...(authors === undefined ? {} : { authors }),
    ...(authorCount === undefined ? {} : { authorCount }),
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(venue === undefined ? {} : { venue }),
    ...(categories === undefined ? {} : { categories }),
    status: statusOf(paper),
    ...names,
    ...(collections.length === 0 ? {} : { collections }),
    ...(rating === 0 ? {} : { rating }),
    hasCode: (record.links ?? []).some((link) => link.kind === 'code' && link.status !== 'promised'),
    ...(textsOf(note).length === 0 ? {} : { hasNote: true }),
    ...(since === undefined ? {} : { since }),
    added: addedOf(paper),
    changed: stamp === undefined ? 0 : stampMs(stamp),
  };
}

/** The year that the record says; else that of its day; else that of the arXiv number, which is the year of submission. */
function yearOf({ year, date, ids }: SaveInput): number | undefined {
  if (year !== undefined || date !== undefined) return year ?? Number(date?.slice(0, 4));
  return ids.map(yearOfArxiv).find((found) => found !== undefined);
}

/** Own tags, automatic ones and topics; a name that stands in several, in whatever case, is shown as the first of them. */
function namesOf(paper: PaperState, known: readonly Topic[]): Pick<SavedRow, 'tags' | 'auto' | 'topics'> {
  const tags = ownTags(paper);
  const shown = new Set(tags.map((name) => name.toLowerCase()));
  const fresh = (name: string): boolean => shown.size < shown.add(name.toLowerCase()).size;
  const auto = autoTags(paper).filter(fresh);
  const topics = known.filter(({ name }) => !unwanted(paper, name) && fresh(name));
  return { tags, ...(auto.length === 0 ? {} : { auto }), ...(topics.length === 0 ? {} : { topics }) };
}
