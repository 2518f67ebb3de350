import type { SavedRow } from '../../../core/library/saved-row.ts';
import { number, t, tn } from '../../../platform/i18n.ts';
import { dayWords, statusWord } from '../../parts/words.ts';

/** Papers that may be one, side by side. */

export interface Line {
  readonly id: string;
  readonly name: string;
  /** One value for each paper; empty where it has none. */
  readonly values: readonly string[];
  /** Do they differ, besides space? */
  readonly differs: boolean;
}

/** @param collectionName of an id; undefined where it is gone */
export function linesOf(
  rows: readonly SavedRow[],
  collectionName: (id: string) => string | undefined,
): readonly Line[] {
  const all: readonly (readonly [string, string, (row: SavedRow) => string])[] = [
    ['authors', t('manageAuthors'), authors],
    [
      'year',
      t('manageYear'),
      (row) => (row.date ? dayWords(row.date) : row.year === undefined ? '' : String(row.year)),
    ],
    ['venue', t('manageVenue'), (row) => row.venue ?? ''],
    ['ids', t('manageIds'), (row) => row.ids.join('\n')],
    ['status', t('commonStatus'), (row) => statusWord(row.status)],
    ['rating', t('manageRating'), (row) => (row.rating ? tn('manageStars', row.rating) : '')],
    ['tags', t('manageTags'), (row) => [...row.tags, ...(row.auto ?? [])].join(', ')],
    [
      'collections',
      t('manageCollections'),
      (row) => (row.collections ?? []).flatMap((id) => collectionName(id) ?? []).join(', '),
    ],
    ['note', t('manageNote'), (row) => (row.hasNote ? t('manageYes') : '')],
    ['code', t('commonCode'), (row) => (row.hasCode ? t('manageYes') : '')],
    ['since', t('manageSince'), (row) => (row.since ? dayWords(row.since) : '')],
  ];
  return all.flatMap(([id, name, read]): readonly Line[] => {
    const values = rows.map(read);
    if (values.every((value) => value === '')) return [];
    return [{ id, name, values, differs: new Set(values.map((value) => value.replace(/\s+/g, ' '))).size > 1 }];
  });
}

/** "Anya Sims, Cong Lu and 3 more" */
function authors({ authors: names = [], authorCount }: SavedRow): string {
  const count = authorCount ?? names.length;
  if (names.length === 0) return count > 0 ? tn('commonAuthors', count) : '';
  return count > names.length
    ? t('manageAuthorsMore', names.join(', '), number(count - names.length))
    : names.join(', ');
}

/** The one to keep where the person has not chosen: what they did most with, else the oldest. */
export function bestOf(rows: readonly SavedRow[]): string {
  const worth = (row: SavedRow): number =>
    (row.hasNote ? 8 : 0) +
    (row.status === 'to-read' ? 0 : 4) +
    (row.rating ? 2 : 0) +
    Math.min(3, row.tags.length) +
    (row.ids.length > 0 ? 1 : 0);
  const [best] = [...rows].sort((a, b) => worth(b) - worth(a) || (a.added ?? 0) - (b.added ?? 0));
  return best?.key ?? '';
}
