import type { CalendarDay } from '../core/calendar-day.ts';
import type { Mention } from './mention.ts';

/** One paper of a listing in our public JSON Lines form (core/digest/jsonl.ts reads it). */
export interface PageRecord {
  readonly title: string;
  readonly abstract?: string | undefined;
  readonly ids: readonly string[];
  readonly authors?: readonly string[] | undefined;
  readonly authorCount?: number | undefined;
  readonly date?: CalendarDay | undefined;
  readonly dateInferred?: boolean | undefined;
  readonly remark?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly comments?: number | undefined;
  readonly upvotes?: number | undefined;
  readonly organisation?: { readonly slug: string; readonly name: string } | undefined;
  readonly links?: readonly { readonly url: string }[] | undefined;
}

/** Reads all fields of a mention. `more` is what only the site's own listing knows. A whole author list needs no count. */
export const recordOf = (m: Mention, more: Partial<PageRecord>): PageRecord => ({
  title: m.title,
  abstract: m.abstract,
  ids: m.ids,
  ...(m.authorCount === undefined ? { authors: m.authors } : { authorCount: m.authorCount }),
  remark: m.remark,
  categories: m.categories,
  links: m.hrefs?.map((url) => ({ url })), // few listings state links
  ...more,
});

/** JSON leaves out what is undefined. */
export const toLines = (records: readonly PageRecord[]): string =>
  records
    .filter((r) => r.title !== '')
    .map((r) => `${JSON.stringify(r)}\n`)
    .join('');
