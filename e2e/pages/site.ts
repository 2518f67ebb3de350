/** From an address to one of our pages: what `https://arxiv.org/…` and `https://huggingface.co/…` answer in tests and in the demo. */
import { arxivAbs } from './arxiv-abs.ts';
import { arxivFrame } from './arxiv-frame.ts';
import { arxivList, type ListRequest } from './arxiv-list.ts';
import { arxivSearch } from './arxiv-search.ts';
import { hfDaily } from './hf-daily.ts';
import { thumbnail } from './hf-frame.ts';
import { hfPaper } from './hf-paper.ts';
import { dailyElement } from './hf-props.ts';
import { hfSearch } from './hf-search.ts';
import { html } from './html.ts';
import { inventedRecords } from './invented.ts';
import type { PageRecord } from './record.ts';
import { type Variant, variantOf } from './variant.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Without it the strict policies of a variant allow the page's own style and script by this word. */
  readonly nonce: string;
  readonly variant: Variant;
}

/** How many invented papers follow the given ones where the address does not say `n`. */
const MORE = 12;

/** Answers for the two sites; undefined for any other host. @param papers the papers that the pages tell of, first ones first */
export function pageAt(url: URL, papers: readonly PageRecord[]): Answer | undefined {
  const variant = variantOf(url);
  const nonce = 'scholion-pages';
  const records = enough(papers, variant);
  const site = /(^|\.)arxiv\.org$/.test(url.hostname)
    ? arxiv
    : /^(huggingface\.co|hf\.co)$/.test(url.hostname)
      ? hf
      : undefined;
  const page = site?.(url, records, variant, nonce);
  if (!site) return undefined;
  if (!page) return { status: 404, type: 'text/html', body: notFound(url), nonce, variant };
  return {
    status: 200,
    type: page.startsWith('<svg') ? 'image/svg+xml' : page.startsWith('[') ? 'application/json' : 'text/html',
    body: page,
    nonce,
    variant,
  };
}

type SiteOf = (url: URL, records: readonly PageRecord[], variant: Variant, nonce: string) => string | undefined;

/** The given papers and invented ones up to `n`. */
function enough(papers: readonly PageRecord[], variant: Variant): readonly PageRecord[] {
  const n = variant.n ?? papers.length + MORE;
  return [...papers.slice(0, n), ...inventedRecords(Math.max(0, n - papers.length), variant.seed)];
}

const arxiv: SiteOf = (url, records, variant, nonce) => {
  const list = /^\/list\/([\w.-]+)\/(new|recent|current|pastweek|\d{4}-\d{2}|\d{4})$/.exec(url.pathname);
  if (list) {
    const named = list[2] ?? 'recent';
    const view: ListRequest['view'] = named === 'new' ? 'new' : /^(recent|pastweek)$/.test(named) ? 'recent' : 'month';
    const number = (name: string, other: number): number => Number(url.searchParams.get(name) ?? other);
    const show = number('show', variant.n ?? (view === 'new' ? 2000 : 50));
    return arxivList(records, { category: list[1] ?? 'cs.LG', view, skip: number('skip', 0), show, variant, nonce })
      .html;
  }
  if (url.pathname === '/search/' || url.pathname === '/search') {
    const number = (name: string, other: number): number => Number(url.searchParams.get(name) ?? other);
    const query = url.searchParams.get('query') ?? '';
    return arxivSearch(records, { query, start: number('start', 0), size: number('size', 50), variant, nonce }).html;
  }
  const abs = /^\/abs\/(.+?)(?:v\d+)?$/.exec(url.pathname);
  const record = abs && records.find((r) => r.id === abs[1]);
  if (record) return arxivAbs(record, { variant, nonce }).html;
  if (url.pathname !== '/') return undefined;
  const main = html`<div id="dlpage"><h1>Pages of Scholion's own</h1><ul><li><a href="/list/cs.LG/new">New submissions</a></li><li><a href="/list/cs.LG/recent">Recent submissions</a></li><li><a href="/search/?query=reinforcement">Search</a></li><li><a href="https://huggingface.co/papers">Hugging Face, daily papers</a></li></ul></div>`;
  return arxivFrame({ title: 'arXiv', main, variant, nonce }).html;
};

const hf: SiteOf = (url, records, variant, nonce) => {
  const thumb = /^\/thumbnails\/(.+)\.svg$/.exec(url.pathname);
  if (thumb) return thumbnail(records.find((r) => r.id === thumb[1])?.title ?? 'A paper').html;
  if (url.pathname === '/api/daily_papers') return JSON.stringify(records.map(dailyElement));
  const query = url.searchParams.get('q');
  if (url.pathname === '/papers' && query !== null) return hfSearch(records, { query, variant, nonce }).html;
  const period = /^\/papers(?:\/(date|week|month|trending)(?:\/([\w-]+))?)?$/.exec(url.pathname);
  if (period) {
    // Another day has other papers: the list turned round, so that a navigation can be told from none.
    const other = period[2] !== undefined && period[2] !== '2026-11-20';
    const day = period[1] === 'date' ? (period[2] ?? '2026-11-20') : '2026-11-20';
    return hfDaily(other ? [...records].reverse() : records, { day, variant, nonce }).html;
  }
  const paper = /^\/papers\/([^/]+)$/.exec(url.pathname);
  const record = paper && records.find((r) => r.id === paper[1]);
  return record ? hfPaper(record, { variant, nonce }).html : undefined;
};

const notFound = (url: URL): string =>
  html`<!doctype html><meta charset="utf-8"><title>Not one of our pages</title><body style="font:16px system-ui;margin:48px;color:#333"><h1>Not one of our pages</h1><p>The demo has no page for <code>${url.href}</code>.</p><p><a href="https://arxiv.org/list/cs.LG/new">arXiv, new</a> · <a href="https://huggingface.co/papers">Hugging Face, daily papers</a></p>`
    .html;
