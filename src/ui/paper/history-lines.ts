import { type PaperEdit, RATINGS, type Rating } from '../../core/library/edits.ts';
import { STATUSES, type Status } from '../../core/library/status.ts';
import type { Collection } from '../../core/library/things.ts';
import { t, tn } from '../../platform/i18n.ts';
import type { PaperChange } from '../../storage/library/queries/paper-history.ts';
import { standWord } from './status-words.ts';

/** What was done to a paper, in words, with what was before and a way back to it. */

export interface Line {
  readonly id: string;
  readonly words: string;
  /** ms since the epoch. */
  readonly at: number;
  /** Done in another copy of the library. */
  readonly elsewhere?: true;
  /** What held before, where that says more than the line: a note is Markdown, all else plain words. */
  readonly before?: { readonly text: string; readonly note: boolean };
  /** Brings it back. */
  readonly back?: PaperEdit | { readonly note: string };
}

/** Fields of the record that people know by name; the others change without anybody asking. */
const RECORD: Readonly<Record<string, string>> = {
  title: 'paperFieldTitle',
  venue: 'paperFieldVenue',
  year: 'paperFieldYear',
  date: 'paperFieldDate',
  abstract: 'paperFieldAbstract',
};

const statusOf = (value: unknown): Status => STATUSES.find((status) => status === value) ?? 'to-read';
const ratingOf = (value: unknown): Rating => RATINGS.find((rating) => rating === value) ?? 0;
const stars = (rating: Rating): string => (rating === 0 ? t('paperNotRated') : tn('paperStars', rating));

/** @returns in the order of the changes; what a newer version did is left out */
export const historyLines = (changes: readonly PaperChange[], collections: readonly Collection[]): readonly Line[] =>
  changes.flatMap((change, i): readonly Line[] => {
    const said = sayings(change, collections);
    return said === undefined
      ? []
      : [
          {
            id: `${change.at} ${change.field} ${change.name ?? ''} ${i}`,
            at: change.at,
            ...(change.elsewhere && { elsewhere: true }),
            ...said,
          },
        ];
  });

function sayings(
  change: PaperChange,
  collections: readonly Collection[],
): Omit<Line, 'id' | 'at' | 'elsewhere'> | undefined {
  const { field, name = '', before, after } = change;
  const on = after === 1;
  switch (field) {
    case 'addedAt':
      return { words: t('paperDidSave') };
    case 'status': {
      const status = statusOf(before);
      return {
        words: t('paperDidStatus', standWord(statusOf(after))),
        before: { text: standWord(status), note: false },
        back: { do: 'status', status },
      };
    }
    case 'rating': {
      const rating = ratingOf(before);
      return {
        words: t('paperDidRate', stars(ratingOf(after))),
        before: { text: stars(rating), note: false },
        back: { do: 'rating', rating },
      };
    }
    case 'deleted':
      return { words: t(on ? 'paperDidDelete' : 'paperDidRestore') };
    case 'mergedInto':
      return { words: t(typeof after === 'string' && after !== '' ? 'paperDidMerge' : 'paperDidPart') };
    case 'mergedFrom':
      return { words: t(on ? 'paperDidTakeIn' : 'paperDidPart') };
    case 'tag':
      return { words: t(on ? 'paperDidTag' : 'paperDidUntag', name) };
    case 'auto':
      return { words: t(on ? 'paperDidRule' : 'paperDidNotWant', name) };
    case 'collection': {
      const known = collections.find((one) => one.id === name)?.name ?? t('paperGoneCollection');
      return { words: t(on ? 'paperDidPutIn' : 'paperDidTakeOut', known) };
    }
    case 'note':
      return noteLine(before, after);
    default: {
      const known = Object.hasOwn(RECORD, field) ? RECORD[field] : undefined;
      const old = typeof before === 'string' || typeof before === 'number' ? String(before) : '';
      if (known === undefined || old === '') return undefined;
      return { words: t('paperDidField', t(known)), before: { text: old, note: false } };
    }
  }
}

function noteLine(before: unknown, after: unknown): Omit<Line, 'id' | 'at' | 'elsewhere'> {
  if (typeof before !== 'string' || before === '') return { words: t('paperDidNote') };
  const gone = typeof after !== 'string' || after === '';
  return {
    words: t(gone ? 'paperDidDropNote' : 'paperDidChangeNote'),
    before: { text: before, note: true },
    back: { note: before },
  };
}
