import type { SaveInput } from '../../core/library/save-input.ts';
import type { Status } from '../../core/library/status.ts';
import type { NoteData } from '../../core/note-data.ts';
import type { CallError, Mark } from '../../messaging/calls.ts';
import type { SiteInfo } from '../../sites/catalogue.ts';
import { keyOf, type RowModel, rowOfPaper } from '../parts/row-model.ts';

/** What the popup knows of the tab it was opened over. */
export type TabState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-a-site'; readonly host: string }
  | { readonly kind: 'off'; readonly site: SiteInfo }
  /** The script is not in the page: it was open before the extension, or before its update. */
  | { readonly kind: 'reload'; readonly site: SiteInfo }
  | { readonly kind: 'empty'; readonly site: SiteInfo }
  /** The page has paper links but the adapter found nothing. */
  | { readonly kind: 'changed'; readonly site: SiteInfo }
  | {
      readonly kind: 'papers';
      readonly site: SiteInfo;
      readonly rows: readonly RowModel[];
      readonly error?: CallError;
    };

/** The papers of a page without repeats: a listing may show one twice (new and cross-listed). */
export function withoutRepeats(papers: readonly SaveInput[]): readonly SaveInput[] {
  const seen = new Set<string>();
  return papers.filter((paper) => {
    const key = keyOf(paper);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rows from the page and the staged answer. @param marks one character a paper, or empty where nothing answered */
export const rowsOf = (papers: readonly SaveInput[], full: readonly NoteData[], marks: string): readonly RowModel[] =>
  papers.map((paper, i) => rowOfPaper(paper, full[i], markAt(marks, i)));

// The background writes only letters of Mark; schemas.ts bounds its length, not ours.
const markAt = (marks: string, i: number): Mark | undefined => marks[i] as Mark | undefined;

export interface Counts {
  readonly papers: number;
  readonly yours: number;
  /** New ones; 0 while not every answer is here, since a part would be a wrong number. */
  readonly fresh: number;
  readonly unsaved: readonly RowModel[];
}

export function countsOf(rows: readonly RowModel[]): Counts {
  const unsaved = rows.filter((row) => row.status === undefined);
  return {
    papers: rows.length,
    yours: rows.length - unsaved.length,
    fresh: rows.every((row) => row.whole) ? rows.filter((row) => row.isNew).length : 0,
    unsaved,
  };
}

/** Rows with their saved state changed: what a save answered, or `undefined` for what was taken back. */
export const withStatus = (
  rows: readonly RowModel[],
  changed: ReadonlyMap<string, Status | undefined>,
): readonly RowModel[] =>
  rows.map((row) => {
    if (!changed.has(row.key)) return row;
    const { status: _before, ...rest } = row;
    const status = changed.get(row.key);
    return status === undefined ? rest : { ...rest, status, isNew: false };
  });
