import { first } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { abstractIn, authorCountIn, authorsIn, categoriesIn, doiLinks, idOfPath, textIn } from './read.ts';

/** The page of one paper (arXiv/arxiv-browse, templates/abs/base.html). */

const reader: ItemReader = {
  place: 'after',
  anchor: (abs) => first(abs, 'blockquote.abstract') ?? abs,
  title: (abs) => textIn(first(abs, 'h1.title')) ?? '',
  authors: (abs) => authorsIn(first(abs, '.authors')),
  authorCount: (abs) => authorCountIn(first(abs, '.authors')),
  abstract: (abs) => abstractIn(first(abs, 'blockquote.abstract')),
  remark: (abs) => textIn(first(abs, '.metatable td.comments')),
  categories: (abs) => categoriesIn(first(abs, '.metatable td.subjects')),
  hrefs: (abs) => doiLinks(abs, '.metatable td.doi a'),
};

export function absMentions(doc: Document, url: URL): readonly Mention[] {
  // A page "Paper not found" has neither title nor abstract
  const abs = first(doc, '#abs');
  if (abs === undefined || first(abs, 'h1.title') === undefined || first(abs, 'blockquote.abstract') === undefined)
    return [];
  // The address, not the page's own meta, says whose page it is: both name the same paper
  const id = idOfPath(url.pathname);
  return id === undefined ? [] : [new LazyMention([id], abs, reader)];
}
