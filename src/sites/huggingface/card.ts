import { arxivAtStart } from '../../core/identity/arxiv-id.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { all, first, groupIn, readableText } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { type PropsPaper, propsOf } from './props.ts';

/**
 * The cards of all listings: day, week, month, trending, and search results, which show abstracts. Their class names change
 * every year; the link in the heading never did, so it leads to the rest. The page may be rendered anew at any time.
 */

/** The card's heading link. The other links of a card repeat it. */
const LINK = 'h3 a[href*="/papers/"]';
const ISLAND = '[data-target="DailyPapers"]';

/** `/papers/2407.21783`; undefined for listings (`/papers/date/…`, `/papers/trending`) and the rest of the site. */
export const idOfPath = (path: string): PaperId | undefined =>
  path.startsWith('/papers/') ? arxivAtStart(path.slice('/papers/'.length).replace(/[?#].*$/s, '')) : undefined;

/** The paper of a link; the same path on another host proves nothing. */
export const idOfLink = (link: Element): PaperId | undefined =>
  idOfPath((link.getAttribute('href') ?? '').trim().replace(/^https:\/\/huggingface\.co(?=\/)/, ''));

const linkOf = (card: Element): Element | undefined => first(card, LINK);

/** The column of text: the heading's parent. Content's reserve rule makes room at its end (content/reserve/huggingface.css). */
function columnOf(card: Element): Element {
  const heading = first(card, 'h3');
  const column = heading === undefined ? null : heading.parentElement;
  // A note never goes into a form: its inputs can hide every method of it
  return heading === undefined || column === null || column === heading.closest('form') ? card : column;
}

const fromProps = (card: Element): PropsPaper | undefined => {
  const link = linkOf(card);
  const id = link === undefined ? undefined : idOfLink(link);
  return id === undefined ? undefined : propsOf(card.closest(ISLAND) ?? undefined).papers.get(id);
};

const reader: ItemReader = {
  place: 'last-child',
  anchor: columnOf,
  title: (card) => {
    const link = linkOf(card);
    return link === undefined ? '' : readableText(link);
  },
  authors: (card) => fromProps(card)?.authors, // the page may have moved on from what the server knew
  authorCount: authorCountIn,
  abstract: (card) => abstractIn(card) ?? fromProps(card)?.summary, // day cards show none, and see above
  hrefs: (card) => {
    const shown = all(card, 'a[href^="https://github.com/"]').map((a) => a.getAttribute('href') ?? '');
    const hrefs = [...new Set([...(fromProps(card)?.hrefs ?? []), ...shown])]; // as above
    return hrefs.length > 0 ? hrefs : undefined;
  },
};

export function cardMentions(doc: Document): readonly Mention[] {
  const found = new Map<Element, Mention>();
  for (const link of all(doc, LINK)) {
    const id = idOfLink(link);
    const card = link.closest('article') ?? link.closest('h3')?.parentElement; // the selector proves the h3, but it may be the root
    // No form is a card, for the same reason
    if (id === undefined || !card || card === link.closest('form') || found.has(card)) continue;
    found.set(card, new LazyMention([id], card, reader));
  }
  return [...found.values()];
}

/** "· 533 authors" -> 533, from the smallest elements that say just that. */
function authorCountIn(card: Element): number | undefined {
  for (const part of all(card, 'li, span, div, a')) {
    const text = part.textContent ?? '';
    const count = text.length > 200 ? undefined : groupIn(/^[·•\s]{0,80}(\d{1,6})\s{1,80}authors?\s{0,80}$/, text);
    if (count !== undefined) return Number(count);
  }
  return undefined;
}

/** Search results wrap the abstract in a link to the paper; the thumbnail, the authors and the discussion have such links too. */
function abstractIn(card: Element): string | undefined {
  const texts = all(card, 'a[href*="/papers/"]')
    .filter(
      (a) =>
        a.closest('h3') === null && first(a, 'img, ul') === undefined && !(a.getAttribute('href') ?? '').includes('#'),
    )
    .map(readableText)
    .filter((text) => text.length > 80);
  return texts.sort((a, b) => b.length - a.length)[0];
}
