import { dayOfIso } from '../../core/calendar-day.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { all, first, groupIn, readableText } from '../dom.ts';
import type { Mention } from '../mention.ts';
import { type PageRecord, recordOf, toLines } from '../page-record.ts';
import type { PageDigest } from '../site.ts';
import { cardMentions, idOfPath } from './card.ts';
import { idOf, type Props, propsOf, textOf } from './props.ts';

/**
 * A listing as a digest: the server's own JSON where it is about the papers shown, else what the cards say. (Period tabs
 * change the page in place; the JSON then is still that of the page first opened.)
 */
export function listingDigest(doc: Document, url: URL): PageDigest | undefined {
  if (idOfPath(url.pathname) !== undefined) return undefined;
  const mentions = cardMentions(doc);
  if (mentions.length === 0) return undefined;
  const props = propsOf(first(doc, '[data-target="DailyPapers"]'));
  const fresh = isAbout(props, mentions);
  const listing = listingOf(url, fresh ? props : undefined);
  return fresh
    ? { ...listing, format: 'hf-json', text: JSON.stringify(props.list) }
    : { ...listing, format: 'jsonl', text: toLines(mentions.map((m) => recordOf(m, cardFacts(m.item)))) };
}

function isAbout(props: Props, mentions: readonly Mention[]): boolean {
  const listed = new Set<PaperId | undefined>(props.list.map(idOf));
  return props.list.length > 0 && mentions.every(({ ids }) => listed.has(ids[0]));
}

function listingOf(url: URL, props: Props | undefined): Pick<PageDigest, 'key' | 'name' | 'captured'> {
  const query = url.searchParams.get('q')?.trim(); // most listings are no searches
  if (query) return { key: `huggingface:/papers?q=${query}`, name: `Hugging Face Papers, “${query}”` };
  const [, period = '', which = ''] = /^\/papers\/(week|month|trending)(?:\/([\w-]{4,10}))?$/.exec(url.pathname) ?? [];
  if (period !== '')
    return {
      key: `huggingface:${url.pathname}`,
      name: `Hugging Face Papers, ${which === '' ? period : `${period} ${which}`}`,
    };
  // A day in the future shows the latest one: what the server says it shows is the truth
  const stated = textOf(props?.value, 'dateString') ?? textOf(props?.value, 'date'); // no JSON after a move inside the page
  const asked = groupIn(/^\/papers\/date\/(\d{4}-\d{2}-\d{2})$/, url.pathname) ?? url.searchParams.get('date') ?? '';
  const captured = dayOfIso(stated ?? asked);
  return captured === undefined
    ? { key: 'huggingface:/papers', name: 'Hugging Face Papers' }
    : { key: `huggingface:/papers/date/${captured}`, name: `Hugging Face Daily Papers, ${captured}`, captured };
}

/** What only the cards say. Their dates mostly have no year, and no clock here knows it: the id tells the month. */
const cardFacts = (card: Element): Partial<PageRecord> => ({
  comments: numberIn(first(card, 'a[href$="#community"]')),
  upvotes: numberIn(first(card, '.leading-none')),
  organisation: organisationIn(card),
});

const numberIn = (element: Element | undefined): number | undefined => {
  const digits = groupIn(/^(\d{1,7})$/, element === undefined ? '' : readableText(element));
  return digits === undefined ? undefined : Number(digits);
};

/** A link with one segment and a name: `<a href="/some-lab"><img> Some Lab</a>`. */
function organisationIn(card: Element): { readonly slug: string; readonly name: string } | undefined {
  for (const link of all(card, 'a[href^="/"]')) {
    const slug = groupIn(/^\/([\w.-]{1,96})$/, link.getAttribute('href') ?? '');
    const name = readableText(link);
    if (slug !== undefined && name !== '' && first(link, 'img, svg') !== undefined) return { slug, name };
  }
  return undefined;
}
