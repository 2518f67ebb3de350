import type { Warning } from '../entry.ts';
import type { PageItem, PageMeta, PageText } from './page-items.ts';
import { warn } from './warn.ts';

/** A paper as a copied page shows it, its fields not yet read. */
export interface PageRecord {
  readonly title: PageText;
  readonly abstract?: PageText;
  readonly meta?: PageMeta;
  readonly votes?: string;
}

/** Measured on 8,037 records: titles have at most 206 characters, abstracts at least 165 (median 1,328). */
const TITLE_MOST = 206;
const looksLong = (text: string): boolean =>
  text.length > TITLE_MOST || (text.length >= 150 && /[.!?]["')]?$/.test(text) && /[.!?] /.test(text));
const VOTES = /^(?:\d{1,6}|-|\[-\](?: (?:\d{1,6}|-))?)$/;

/**
 * Second pass: between two metas stand title, abstract, title, abstract …; the last pair owns the meta that follows, a
 * pair before it has lost its own. A text without its partner is told by its length, reported, and costs nothing else.
 */
export function pageRecords(items: readonly PageItem[], warnings: Warning[]): readonly PageRecord[] {
  const records: PageRecord[] = [];
  let group: PageText[] = [];
  let opened = false; // a header or a meta came before: the page's own words are behind us
  const body = withoutPreamble(items);
  if (body.length < items.length) opened = true;
  body.forEach((item, i) => {
    if (item.kind === 'text') {
      if (group.at(-1)?.text === item.text) warn(warnings, item.line, 'repeated');
      else group.push(item);
      return;
    }
    if (isStray(item) && i < body.length - 1) {
      warn(warnings, item.line, 'no-paper');
      return;
    }
    records.push(...recordsOf(group, item, warnings));
    group = [];
    opened = true;
  });
  if (group.length > 0) records.push(...recordsOf(group, opened ? 'end' : 'unopened', warnings));
  return records;
}

/** One of who, dot and date alone amid the page: a lost line costs one of the three, so this one came from elsewhere. */
function isStray({ who, organisation, dot, date }: PageMeta): boolean {
  return [who ?? organisation, dot, date].filter((part) => part !== undefined).length === 1;
}

/** Words of the page itself: the first never are a title, the second only before the first paper. */
const PAGE_WORDS =
  /^(?:Get trending papers in your email inbox(?: once a day)?!|Subscribe|by ?AK ?and the research community)$/;
const OPENING_WORDS = /^(?:new|Daily Papers|by|AK|and the research community|Daily|Weekly|Monthly|Trending Papers)$/;

/** Drops everything up to the page's own date (a date that stands alone before any paper), and the page's own words. */
function withoutPreamble(items: readonly PageItem[]): readonly PageItem[] {
  const isHeader = (item: PageItem): boolean =>
    item.kind === 'meta' && item.who === undefined && item.organisation === undefined && item.dot !== true;
  const isPaper = (item: PageItem): boolean =>
    item.kind === 'meta' ? !isHeader(item) && item.date !== undefined : looksLong(item.text);
  const found = items.findIndex(isPaper);
  const firstPaper = found < 0 ? items.length : found;
  const header = items.slice(0, firstPaper).findLastIndex(isHeader);
  return items.filter((item, i) => {
    if (i <= header) return false;
    if (item.kind === 'meta') return true;
    return !PAGE_WORDS.test(item.text) && (i >= firstPaper || !OPENING_WORDS.test(item.text));
  });
}

type Next = PageMeta | 'end' | 'unopened';

function recordsOf(group: readonly PageText[], next: Next, warnings: Warning[]): readonly PageRecord[] {
  const meta = typeof next === 'string' ? undefined : next;
  const { texts, votes } = withoutVotes(group);
  const pairs = inOrder(texts, next) ?? byShape(texts, meta, warnings);
  // an abstract that has lost its title still owns the authors and date after it
  const last = texts.at(-1);
  const owner = last === undefined || pairs.at(-1)?.includes(last) || !looksLong(last.text) ? pairs.length - 1 : -1;
  if (meta !== undefined && owner < 0) warn(warnings, meta.line, 'title-missing');
  return pairs.map(([title, abstract], i) => {
    const own = i === owner ? meta : undefined;
    if (own === undefined) warn(warnings, title.line, 'no-meta', shortened(title.text));
    const vote = votes.get(title.line);
    return {
      title,
      ...(abstract === undefined ? {} : { abstract }),
      ...(own === undefined ? {} : { meta: own }),
      ...(vote === undefined ? {} : { votes: vote }),
    };
  });
}

/** Vote counts stand alone before a title; a number that would leave a title without its abstract is a title itself. */
function withoutVotes(group: readonly PageText[]): { texts: readonly PageText[]; votes: ReadonlyMap<number, string> } {
  const texts = group.filter((item) => !VOTES.test(item.text));
  if (texts.length === group.length || texts.length % 2 !== 0) return { texts: group, votes: new Map() };
  const votes = new Map<number, string>();
  group.forEach((item, i) => {
    const following = group[i + 1];
    if (VOTES.test(item.text) && following !== undefined) votes.set(following.line, item.text);
  });
  return { texts, votes };
}

type Pair = readonly [title: PageText, abstract: PageText | undefined];

/** The texts two by two, where nothing speaks against it. */
function inOrder(texts: readonly PageText[], next: Next): readonly Pair[] | undefined {
  if (texts.length === 0) return [];
  if (texts.length % 2 !== 0 || next === 'unopened') return undefined;
  const pairs: Pair[] = [];
  const noneLong = !texts.some((item) => looksLong(item.text)); // a digest of one-line summaries
  for (let i = 0; i + 1 < texts.length; i += 2) {
    const [title, abstract] = [texts[i], texts[i + 1]];
    if (title === undefined || abstract === undefined) return undefined;
    const last = i + 2 === texts.length;
    const cutOff = last && next === 'end'; // the copy ends within this abstract
    const alone = texts.length === 2 && !(looksLong(title.text) && !looksLong(abstract.text));
    const asMeasured = !looksLong(title.text) && looksLong(abstract.text);
    if (!cutOff && !alone && !asMeasured && !noneLong) return undefined;
    pairs.push([title, abstract]);
  }
  return pairs;
}

/** A text is missing or out of place: short ones are titles, long ones abstracts, and what finds no partner is reported. */
function byShape(texts: readonly PageText[], meta: PageMeta | undefined, warnings: Warning[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let title: PageText | undefined;
  const leave = (item: PageText): void => {
    warn(warnings, item.line, 'not-understood', shortened(item.text));
  };
  for (const item of texts) {
    if (!looksLong(item.text)) {
      if (title !== undefined) leave(title);
      title = item;
    } else if (title !== undefined) {
      pairs.push([title, item]);
      title = undefined;
    } else leave(item);
  }
  if (title === undefined) return pairs;
  // A title before its authors and date has only lost its abstract. Without authors it may as well be the organisation
  // line of the pair before it.
  if (meta !== undefined && (meta.who !== undefined || meta.organisation !== undefined || pairs.length === 0))
    pairs.push([title, undefined]);
  else leave(title);
  return pairs;
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 57)}…`);
