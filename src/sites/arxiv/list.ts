import { all, first } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { abstractIn, authorCountIn, authorsIn, categoriesIn, idOfLink, textIn } from './read.ts';

/**
 * Listings: /list (new, recent, month), /catchup and author pages share one markup, `dt` with the id and `dd` with the rest
 * (arXiv/arxiv-browse, templates/list/base.html). `/new` has three `dl` of the same id, `/recent` one a day.
 */

/** One query for the whole page: its two thousand links lead to the rest. */
const LINK = '#dlpage dl > dt > a[title="Abstract"]';

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

/** The `dd` of a link's `dt`, which a broken page may lack. */
function itemOf(link: Element): Element | undefined {
  const item = link.parentElement?.nextElementSibling; // a link that matched has a `dt` around it, perhaps without `dd`
  return item && item.localName === 'dd' ? item : undefined;
}

/** For very long listings: even ids and items are read when first asked for, since most are never looked at. */
const lateReader: ItemReader = {
  ...reader,
  ids: (link) => [idOfLink(link) ?? []].flat(),
  item: (link) => itemOf(link) ?? link,
};
/** Longer listings are read late. */
const LONG = 300;

export function listMentions(doc: Document): readonly Mention[] {
  const links = all(doc, LINK);
  if (links.length > LONG) return links.map((link) => new LazyMention(undefined, link, lateReader));
  const found: Mention[] = [];
  for (const link of links) {
    const item = itemOf(link);
    const id = idOfLink(link);
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
