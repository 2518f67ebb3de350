import { type CalendarDay, calendarDay } from '../../core/calendar-day.ts';
import { all, first, groupIn, readableText } from '../dom.ts';
import type { Mention } from '../mention.ts';
import { recordOf, toLines } from '../page-record.ts';
import type { PageDigest } from '../site.ts';
import { kindOfItem, listMentions } from './list.ts';

/** Announcements (new, recent, catch-up) as a digest. Months, authors, searches and single papers are no digests. */

/** Papers read in one step. */
const STEP = 100;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** "Friday, 20 November 2026" or "Fri, 20 Nov 2026", anywhere in a heading. */
export function dayIn(text: string): CalendarDay | undefined {
  const [, day = '', month = '', year = ''] = /\b(\d{1,2}) ([A-Z][a-z]{2,8}),? (\d{4})\b/.exec(text) ?? [];
  const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return month === '' || at % 3 !== 0 ? undefined : calendarDay(Number(year), at / 3 + 1, Number(day));
}

/**
 * @returns undefined for pages that are no announcement, are empty, or do not say their day.
 * Each step reads a hundred papers: 2,000 with abstracts take some 50 ms in all.
 * An item's date is the day of its announcement, given only to new papers and as inferred: they were submitted a little before.
 */
export function* listDigestSteps(doc: Document, url: URL): Generator<undefined, PageDigest | undefined> {
  const [, kind, subject = '', page = ''] =
    /^\/(list|catchup)\/([\w.-]{2,30})\/(new|recent|pastweek|current|\d{4}-\d{2}-\d{2})$/.exec(url.pathname) ?? [];
  if (kind === undefined) return undefined;
  const mentions = listMentions(doc);
  const days = new Map(all(doc, '#dlpage dl').map((dl) => [dl, dayIn(headingOf(dl))]));
  const captured =
    dayIn(all(doc, '#dlpage > h1, #dlpage > h3').map(readableText).join(' ')) ?? [...days.values()].find(Boolean);
  if (mentions.length === 0 || captured === undefined) return undefined;
  let text = '';
  for (let at = 0; at < mentions.length; at += STEP) {
    text += toLines(mentions.slice(at, at + STEP).map((m) => recordOf(m, dateOf(m, days, captured))));
    yield;
  }
  const isCatchup = kind === 'catchup';
  const part = isCatchup ? ` page ${url.searchParams.get('page') ?? '1'}` : partOf(doc, url, mentions.length);
  return {
    key: isCatchup
      ? `arxiv:/catchup/${subject} ${captured}${part}`
      : `arxiv:/list/${subject}/${page} ${captured}${part}`,
    name: isCatchup ? `arXiv ${subject}, catch-up` : `arXiv ${subject}, ${page}`,
    format: 'jsonl',
    captured,
    text,
  };
}

const headingOf = (dl: Element): string => {
  const heading = first(dl, 'h3');
  return heading === undefined ? '' : readableText(heading);
};

function dateOf(mention: Mention, days: ReadonlyMap<Element, CalendarDay | undefined>, captured: CalendarDay) {
  if (kindOfItem(mention.item) !== 'new') return {};
  const list = mention.item.parentElement;
  return { date: (list === null ? undefined : days.get(list)) ?? captured, dateInferred: true };
}

/** " 51-100 of 132" where the page shows a part, so that turning pages does not replace what the first one gave. */
function partOf(doc: Document, url: URL, count: number): string {
  const paging = first(doc, '#dlpage .paging');
  const total = Number(groupIn(/Total of (\d{1,6})/, paging === undefined ? '' : readableText(paging)) ?? count);
  const skip = Number(groupIn(/^(\d{1,6})$/, url.searchParams.get('skip') ?? '') ?? 0);
  return count >= total ? '' : ` ${skip + 1}-${skip + count} of ${total}`;
}
