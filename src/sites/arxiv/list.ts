import type { PaperId } from '../../core/identity/paper-id.ts';
import { all, first } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { abstractIn, authorCountIn, authorsIn, categoriesIn, idOfLink, textIn } from './read.ts';

/**
 * Listings: /list (new, recent, month), /catchup and author pages share one markup, `dt` with the id and `dd` with the rest
 * (arXiv/arxiv-browse, templates/list/base.html). `/new` has three `dl` of the same id, `/recent` one a day.
 */

/** One query for the whole page: its two thousand terms lead to the rest. To ask for their links takes three times as long. */
const TERM = '#dlpage dl > dt';
const LINK = ':scope > a[title="Abstract"]';

const reader: ItemReader = {
  place: 'after',
  // Room is reserved under the subjects (content/reserve/arxiv.css); a withdrawn paper may have none
  anchor: (dd) => first(dd, '.list-subjects') ?? first(dd, '.meta > :last-child') ?? dd,
  title: (dd) => textIn(first(dd, '.list-title')) ?? '',
  authors: (dd) => authorsIn(first(dd, '.list-authors')),
  authorCount: (dd) => authorCountIn(first(dd, '.list-authors')),
  abstract: (dd) => abstractIn(first(dd, '.meta > p.mathjax')),
  remark: (dd) => textIn(first(dd, '.list-comments')),
  categories: (dd) => categoriesIn(first(dd, '.list-subjects')),
};

/** The `dd` of a `dt`, which a broken page may lack. */
function itemOf(term: Element): Element | undefined {
  const item = term.nextElementSibling;
  return item && item.localName === 'dd' ? item : undefined;
}

const idOf = (term: Element): PaperId | undefined => {
  const link = first(term, LINK);
  return link && idOfLink(link);
};

/** For very long listings: even ids and items are read when first asked for, since most are never looked at. */
const lateReader: ItemReader = {
  ...reader,
  ids: (term) => [idOf(term) ?? []].flat(),
  item: (term) => itemOf(term) ?? term,
};
/** Longer listings are read late, if they are listings of papers: then both ends have an id. */
const LONG = 300;

export function listMentions(doc: Document): readonly Mention[] {
  const terms = all(doc, TERM);
  const ends = terms.length > LONG ? [terms[0], terms.at(-1)] : [];
  if (ends.length > 0 && ends.every((term) => term && idOf(term)))
    return terms.map((term) => new LazyMention(undefined, term, lateReader));
  const found: Mention[] = [];
  for (const term of terms) {
    const item = itemOf(term);
    const id = item && idOf(term);
    if (item !== undefined && id !== undefined) found.push(new LazyMention([id], item, reader));
  }
  return found;
}

/** How the listing shows this item: as new here, from another archive, or as a new version of an old paper. */
export function kindOfItem(dd: Element): 'new' | 'cross-list' | 'replaced' {
  const dt = dd.previousElementSibling;
  const note = dt === null ? '' : (dt.textContent ?? '');
  return note.includes('(replaced') ? 'replaced' : note.includes('(cross-list') ? 'cross-list' : 'new';
}
