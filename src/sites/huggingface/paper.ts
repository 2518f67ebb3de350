import type { PaperId } from '../../core/identity/paper-id.ts';
import { all, first, readableText } from '../dom.ts';
import { LazyMention } from '../lazy-mention.ts';
import type { ItemReader, Mention } from '../mention.ts';
import { type PropsPaper, propsOf } from './props.ts';

/** The page of one paper, `/papers/2407.21783`. */

const ISLAND = '[data-target="PaperContent"]';

export function paperMentions(doc: Document, id: PaperId): readonly Mention[] {
  const item = first(doc, ISLAND) ?? first(doc, 'main');
  // No heading: the page is still empty, or the paper is unknown there
  if (item === undefined || first(item, 'h1') === undefined) return [];
  // After a move inside the page the server's JSON is that of another paper: asked by id, it then has nothing
  const props = (): PropsPaper | undefined => propsOf(item).papers.get(id);
  const reader: ItemReader = {
    place: 'after',
    anchor: headingOf,
    title: (page) => readableText(headingOf(page)),
    authors: () => props()?.authors, // see above
    abstract: (page) => props()?.summary ?? abstractIn(page), // see above
    hrefs: () => props()?.hrefs, // see above
  };
  return [new LazyMention([id], item, reader)];
}

const headingOf = (page: Element): Element => first(page, 'h1') ?? page;

/** The last paragraph after the heading "Abstract": a machine's summary may stand before it. */
function abstractIn(page: Element): string | undefined {
  const heading = all(page, 'h2').find((h2) => readableText(h2) === 'Abstract');
  let text: string | undefined;
  let next = heading === undefined ? null : heading.nextElementSibling;
  for (; next !== null && next.localName !== 'h2'; next = next.nextElementSibling)
    if (next.localName === 'p') text = readableText(next) || text;
  return text;
}
