import type { NoteData, Query } from '../core/note-data.ts';
import type { PageText } from '../core/page-text.ts';
import type { NoteSettings } from '../core/settings.ts';
import type { Mark, Out } from '../messaging/calls.ts';
import type { Mention } from '../sites/mention.ts';
import type { Call } from './library-acts.ts';
import { hasText, type PaperView, unknownPaper } from './paper-view.ts';

/** The staged look-up of DESIGN.md 4: who is asked for what, and when. Nothing is asked twice, but after `forget`. */
export interface LookUp {
  /**
   * Step one, one message: the nearest complete, known or saved for all.
   * @param views nearest first
   * @param full so many of them are answered complete
   */
  first(views: readonly PaperView[], full: number): Promise<FirstAnswer | undefined>;
  /** Step two, for papers that come near: complete answers, the page's own text, then hints. @param views nearest first */
  near(views: readonly PaperView[]): void;
  /** The library or the settings changed: what is here is asked again, and stays shown until the answer comes. */
  forget(): void;
}

export type FirstAnswer = Pick<Out<'papers.lookup'>, 'notes' | 'keepListings'>;

/**
 * On a long listing only so many of the nearest papers bring their title along: reading 2,000 titles costs more than all the rest. The
 * others are known by their ids or, once they come near, by their title.
 */
const TITLED = 150;
/** How many of the first message are answered complete. */
export const FULL = 50;
/** Limits of the protocol for one message. */
const MOST = { queries: 2_500, rows: 200, texts: 120, ids: 12 };
const HINTS = 5;
/** Papers come near one by one while a page is scrolled; their questions are sent together. In ms. */
const GATHER = 60;

export function createLookUp(
  call: Call,
  settings: () => NoteSettings,
  answered: (views: readonly PaperView[]) => void,
  signal: AbortSignal,
): LookUp {
  const asked = { rows: new Set<PaperView>(), texts: new Set<PaperView>(), hints: new Set<PaperView>() };
  const due = new Set<PaperView>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  async function first(views: readonly PaperView[], full: number): Promise<FirstAnswer | undefined> {
    const some = views.slice(0, MOST.queries);
    const mine = round;
    const queries = some.map((view, i) =>
      queryOf(view.mention, i < full ? 'whole' : i < full + TITLED ? 'title' : 'ids'),
    );
    const reply = await call('papers.lookup', { queries, full: Math.min(full, queries.length) });
    if (signal.aborted || mine !== round) return undefined;
    some.forEach((view, i) => {
      view.unsure = i >= full + TITLED;
      view.mark = reply.ok ? markAt(reply.value.marks, i) : '-'; // without an answer a note is as if nothing were known
      const row = reply.ok ? reply.value.rows[i] : undefined;
      if (row === undefined) return;
      view.data = merged(row, view);
      asked.rows.add(view);
    });
    return reply.ok ? reply.value : undefined;
  }

  function near(views: readonly PaperView[]): void {
    for (const view of views) if (view.mark !== undefined && wants(view)) due.add(view);
    if (due.size > 0) timer ??= setTimeout(flush, GATHER);
  }

  const wantsRow = (view: PaperView): boolean => (view.mark !== '-' || view.unsure) && !asked.rows.has(view);
  /** Only once it is sure that nobody told of it: a saved paper may be known or not, which its row says. */
  const wantsText = (view: PaperView): boolean =>
    ((view.mark === '-' && !view.unsure) || view.data !== undefined) &&
    !asked.texts.has(view) &&
    !isTold(view) &&
    hasText(view.mention);
  const wantsHints = (view: PaperView): boolean =>
    settings().hints && !asked.hints.has(view) && (isTold(view) || hasText(view.mention));
  const wants = (view: PaperView): boolean => wantsRow(view) || wantsText(view) || wantsHints(view);

  function flush(): void {
    timer = undefined;
    if (signal.aborted) return;
    const views = [...due];
    due.clear();
    const take = (
      kind: keyof typeof asked,
      wanted: (view: PaperView) => boolean,
      most: number,
    ): readonly PaperView[] => {
      const some = views.filter(wanted).slice(0, most);
      for (const view of some) asked[kind].add(view);
      return some;
    };
    const rows = take('rows', wantsRow, MOST.rows);
    const texts = take('texts', wantsText, MOST.texts);
    // Hints are a second answer: on their own way, they delay nothing.
    const hints = take('hints', wantsHints, MOST.texts);
    if (rows.length > 0) void askRows(rows);
    if (texts.length > 0) void describe(texts);
    if (hints.length > 0) void askHints(hints);
    near(views); // what went over a limit
  }

  async function askRows(views: readonly PaperView[]): Promise<void> {
    const mine = round;
    const reply = await call('papers.rows', { queries: views.map((view) => queryOf(view.mention, 'whole')) });
    if (signal.aborted || mine !== round || !reply.ok) return;
    views.forEach((view, i) => {
      const row = reply.value.rows[i];
      if (row === undefined) return;
      view.data = merged(row, view);
      if (row.known && view.mark === '-') view.mark = 'k';
    });
    answered(views);
    near(views); // a saved paper that nobody told of is described from the page
  }

  async function describe(views: readonly PaperView[]): Promise<void> {
    const mine = round;
    const reply = await call('papers.describe', { texts: views.map(({ mention }) => textOf(mention)) });
    if (signal.aborted || mine !== round || !reply.ok) return;
    views.forEach((view, i) => {
      const found = reply.value.found[i];
      if (found !== undefined) view.data = { ...(view.data ?? unknownPaper(view.mention)), ...found };
    });
    answered(views);
  }

  async function askHints(views: readonly PaperView[]): Promise<void> {
    const mine = round;
    const reply = await call('papers.hints', { texts: views.map(({ mention }) => textOf(mention)), limit: HINTS });
    if (signal.aborted || mine !== round || !reply.ok) return;
    views.forEach((view, i) => {
      view.hints = reply.value.hints[i] ?? [];
    });
    answered(views);
  }

  return {
    first,
    near,
    forget() {
      round += 1;
      due.clear();
      asked.rows.clear();
      asked.hints.clear(); // what the page itself says of a paper does not change with the library
    },
  };
}

/** A row of a paper that nobody told of says little: what the page shows of it, and what came from the page's own text, stays. */
function merged(row: NoteData, { data, mention }: PaperView): NoteData {
  if (row.known) return row;
  const own = data === undefined || data.known ? row : data;
  return { ...unknownPaper(mention), ...row, tags: own.tags, links: own.links };
}

/** Somebody told of it: the answer is known to have tags and links of its own. */
const isTold = (view: PaperView): boolean => (view.data === undefined ? view.mark === 'k' : view.data.known);

function markAt(marks: string, i: number): Mark {
  const mark = marks[i];
  return mark === 'k' || mark === 's' || mark === 'i' || mark === 'd' || mark === 'a' ? mark : '-';
}

/** Short titles need an author or a year to decide anything; for the others these wait until the paper comes near. */
const SHORT = 30;
const AUTHORS = 8;

function queryOf(mention: Mention, much: 'whole' | 'title' | 'ids'): Query {
  const { ids } = mention;
  if (much === 'ids' && ids.length > 0) return { ids: ids.slice(0, MOST.ids), title: '' };
  const { title } = mention;
  const query = { ids: ids.slice(0, MOST.ids), title: title.slice(0, 2_000) };
  if (much !== 'whole' && title.length > SHORT) return query;
  const { authors, year } = mention;
  return {
    ...query,
    ...(authors === undefined ? {} : { authors: authors.slice(0, AUTHORS).map((name) => name.slice(0, 300)) }),
    ...(year === undefined ? {} : { year }),
  };
}

/** The page's text of a paper, cut to the protocol's limits. */
export function textOf({ ids, title, abstract, remark, categories, hrefs }: Mention): PageText {
  return {
    ids: ids.slice(0, MOST.ids),
    title: title.slice(0, 2_000),
    ...(abstract === undefined ? {} : { abstract: abstract.slice(0, 20_000) }),
    ...(remark === undefined ? {} : { remark: remark.slice(0, 4_000) }),
    ...(categories === undefined ? {} : { categories: categories.slice(0, 20).map((name) => name.slice(0, 40)) }),
    ...(hrefs === undefined ? {} : { hrefs: hrefs.filter((href) => href.length <= 2_000).slice(0, 40) }),
  };
}
