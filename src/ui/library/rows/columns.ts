import type { SortBy } from '../../../messaging/library-calls.ts';
import { t } from '../../../platform/i18n.ts';

/** The columns of the table behind the title, and what the person chose of them. */

export const COLUMNS = ['status', 'rating', 'year', 'venue', 'added', 'changed'] as const;
export type Column = (typeof COLUMNS)[number];

/** Widths in px, for the words that stand in them. */
const WIDTHS = { status: 120, rating: 84, year: 52, venue: 120, added: 84, changed: 84 } as const satisfies Record<
  Column,
  number
>;

export type Density = 'cosy' | 'compact';
/** VISUAL.md 3: fixed, so that any place of a list can be drawn without measuring. */
export const ROW_HEIGHT = { cosy: 56, compact: 36 } as const satisfies Record<Density, number>;

export interface Looks {
  readonly density: Density;
  readonly columns: readonly Column[];
}

export const STANDARD_LOOKS: Looks = { density: 'cosy', columns: ['status', 'added'] };

/** `grid-template-columns` of a row: box, title, the chosen columns. */
export const template = (columns: readonly Column[]): string =>
  ['22px', 'minmax(0, 1fr)', ...columns.map((column) => `${WIDTHS[column]}px`)].join(' ');

export const columnWord = (column: SortBy): string =>
  ({
    relevance: t('libraryRelevance'),
    title: t('libraryColTitle'),
    status: t('libraryColStatus'),
    rating: t('libraryColRating'),
    year: t('libraryColYear'),
    venue: t('libraryColVenue'),
    added: t('libraryColAdded'),
    changed: t('libraryColChanged'),
  })[column];

/** Reads what was kept; what is missing or unknown is standard. */
export function looksOf(kept: string | null): Looks {
  try {
    const value: unknown = JSON.parse(kept ?? '');
    if (typeof value !== 'object' || value === null) return STANDARD_LOOKS;
    const columns = 'columns' in value && Array.isArray(value.columns) ? value.columns : undefined;
    return {
      density: 'density' in value && value.density === 'compact' ? 'compact' : 'cosy',
      columns: columns ? COLUMNS.filter((column) => columns.includes(column)) : STANDARD_LOOKS.columns,
    };
  } catch {
    return STANDARD_LOOKS; // nothing was kept yet, or something else wrote there
  }
}
