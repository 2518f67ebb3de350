import { all, first } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { abstractIn, authorCountIn, authorsIn, doiLinks, idOfLink, textIn } from './read.ts';

/** Search results (arXiv/arxiv-search, templates/search/search-macros.html). The whole abstract is there, hidden. */

const reader: ItemReader = {
  place: 'after',
  anchor: (li) => first(li, 'p.authors') ?? first(li, 'p.title') ?? li,
  title: (li) => textIn(first(li, 'p.title')) ?? '',
  authors: (li) => authorsIn(first(li, 'p.authors')),
  authorCount: (li) => authorCountIn(first(li, 'p.authors')),
  abstract: (li) => abstractIn(first(li, '.abstract-full') ?? first(li, '.abstract-short')),
  remark: (li) => textIn(first(li, 'p.comments')),
  categories: (li) => {
    const found = all(li, '.tags .tag[data-tooltip]').map((tag) => textIn(tag) ?? '');
    return found.length > 0 ? found : undefined;
  },
  hrefs: (li) => doiLinks(li, '.tags a'),
};

export function searchMentions(doc: Document): readonly Mention[] {
  return all(doc, 'li.arxiv-result').flatMap((li) => {
    const link = first(li, 'p.list-title > a[href*="/abs/"]');
    const id = link === undefined ? undefined : idOfLink(link);
    return id === undefined ? [] : [new LazyMention([id], li, reader)];
  });
}
