import { arxivOf } from '../../core/identity/arxiv-id.ts';
import { arxivInUrl } from '../../core/identity/arxiv-url.ts';
import { doiOf } from '../../core/identity/doi.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { first, metaContent } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { abstractIn, authorCountIn, authorsIn, categoriesIn, textIn } from './read.ts';

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
};

export function absMentions(doc: Document, url: URL): readonly Mention[] {
  // A page "Paper not found" has neither title nor abstract
  const abs = first(doc, '#abs');
  if (abs === undefined || first(abs, 'h1.title') === undefined || first(abs, 'blockquote.abstract') === undefined)
    return [];
  const id = arxivOf(metaContent(doc, 'citation_arxiv_id') ?? '') ?? arxivInUrl(url);
  return id === undefined ? [] : [new LazyMention([id, ...relatedDoi(abs)], abs, reader)];
}

/** "Related DOI": one is the published version; several may be of other things. Its cell also holds a tooltip. */
function relatedDoi(abs: Element): readonly PaperId[] {
  const cell = first(abs, '.metatable td.doi');
  const found = cell === undefined ? [] : ((cell.textContent ?? '').match(/10\.\d{4,9}\/\S{1,300}/g) ?? []);
  const doi = found.length === 1 ? doiOf(found[0] ?? '') : undefined;
  return doi === undefined || !doi.startsWith('doi:') ? [] : [doi];
}
