import type { SaveInput } from '../core/library/save-input.ts';
import type { PaperView } from './paper-view.ts';

/** Limits of the protocol (messaging/schemas.ts): a page's text is cut to them here, so that a save is never refused for its length. */
const MOST = {
  ids: 12,
  title: 2_000,
  authors: 5_000,
  name: 300,
  categories: 40,
  category: 40,
  abstract: 20_000,
  links: 40,
};

/**
 * What a save carries: what was told of the paper first, what the page shows where nobody told. Of a paper that is only
 * probably this one nothing is taken, and an inferred day is left out: the library keeps no guesses.
 */
export function saveInputOf({ mention, data }: Pick<PaperView, 'mention' | 'data'>): SaveInput {
  const told = data?.match === 'probably' ? undefined : data;
  const authors = told?.authors ?? mention.authors;
  const authorCount = told?.authorCount ?? mention.authorCount;
  const title = told?.known === true ? told.title : mention.title;
  const ids = [...new Set([...mention.ids, ...(told?.ids ?? [])])];
  const links = told?.links.slice(0, MOST.links);
  return {
    ids: ids.slice(0, MOST.ids),
    title: title.slice(0, MOST.title),
    ...(authors === undefined ? {} : { authors: cut(authors, MOST.authors, MOST.name) }),
    ...(authorCount === undefined ? {} : { authorCount }),
    ...(mention.year === undefined ? {} : { year: mention.year }),
    ...(told?.date === undefined || told.dateInferred ? {} : { date: told.date }),
    ...(told?.venue === undefined ? {} : { venue: told.venue }),
    ...(mention.categories === undefined
      ? {}
      : { categories: cut(mention.categories, MOST.categories, MOST.category) }),
    ...(mention.abstract === undefined ? {} : { abstract: mention.abstract.slice(0, MOST.abstract) }),
    ...(links === undefined || links.length === 0 ? {} : { links }),
  };
}

const cut = (list: readonly string[], items: number, length: number): readonly string[] =>
  list.slice(0, items).map((item) => item.slice(0, length));
