import type { ListQuery, SortBy } from '../../messaging/library-calls.ts';

/** Where the person is in the library, as the address holds it: reload, back and a kept link lead to the same view. */

export const VIEWS = ['table', 'cards', 'look'] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly query: ListQuery;
  readonly view: View;
  /** Key of the paper whose pane is open. */
  readonly paper?: string;
}

const SORTS: readonly SortBy[] = ['relevance', 'added', 'changed', 'title', 'year', 'status', 'rating', 'venue'];
/** Longer texts are cut by the protocol too. */
const LONGEST_TEXT = 1_000;
const LONGEST_KEY = 400;

/** What each order begins with: names from A, numbers and days from the newest. */
export const beginsDescending = (sort: SortBy): boolean => sort !== 'title' && sort !== 'venue' && sort !== 'status';

/** Best matches first; without words the papers added last. */
export const START: Place = {
  query: { text: '', shelf: 'library', sort: 'relevance', descending: true },
  view: 'table',
};

/** Reads the fragment of an address. Whatever is missing or malformed is as at the start. @param hash with or without its "#" */
export function placeOf(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const sort = SORTS.find((one) => one === fields.get('sort')) ?? START.query.sort;
  const order = fields.get('order');
  const paper = fields.get('paper')?.slice(0, LONGEST_KEY);
  return {
    query: {
      text: (fields.get('q') ?? '').slice(0, LONGEST_TEXT),
      shelf: fields.get('shelf') === 'trash' ? 'trash' : 'library',
      sort,
      descending: order === 'up' ? false : order === 'down' ? true : beginsDescending(sort),
    },
    view: VIEWS.find((one) => one === fields.get('view')) ?? START.view,
    ...(paper ? { paper } : {}),
  };
}

/** The fragment that leads here, with its "#"; empty at the start. */
export function hashOf({ query, view, paper }: Place): string {
  const fields = new URLSearchParams();
  if (query.text !== '') fields.set('q', query.text);
  if (query.shelf === 'trash') fields.set('shelf', 'trash');
  if (query.sort !== START.query.sort) fields.set('sort', query.sort);
  if (query.descending !== beginsDescending(query.sort)) fields.set('order', query.descending ? 'down' : 'up');
  if (view !== START.view) fields.set('view', view);
  if (paper !== undefined) fields.set('paper', paper);
  const text = fields.toString();
  return text === '' ? '' : `#${text}`;
}

/** Do both name the same list in the same order? */
export const sameQuery = (a: ListQuery, b: ListQuery): boolean =>
  a.text === b.text && a.shelf === b.shelf && a.sort === b.sort && a.descending === b.descending;
