import { arxivFrame, dayAs, longDay, withLinks } from './arxiv-frame.ts';
import { type Html, html, raw } from './html.ts';
import { CATEGORY_NAMES, categoryName, type PageRecord } from './record.ts';
import type { Variant } from './variant.ts';

export interface ListRequest {
  /** `cs.LG`. */
  readonly category: string;
  readonly view: 'new' | 'recent' | 'month';
  readonly skip: number;
  readonly show: number;
  readonly variant: Variant;
  readonly nonce: string;
}

/** The day that our listings are of. */
export const LISTED = '2026-11-20';
const BEFORE = '2026-11-19';

/** `/list/CATEGORY/new`, `/recent` or a month. Abstracts stand on `new` only, as on arXiv. */
export function arxivList(all: readonly PageRecord[], request: ListRequest): Html {
  const { category, view, skip, show, variant, nonce } = request;
  const shown = variant.empty ? [] : all.slice(skip, skip + show);
  const name = CATEGORY_NAMES[category] ?? category;
  const total = variant.empty ? 0 : all.length;
  const lists = variant.empty ? html`<dl><p>No updates for this time period.</p></dl>` : sections(shown, all, request);
  const paging = html`${pager(category, view, total, skip, show)}`;
  const main = variant.redesign
    ? redesigned(shown)
    : html`<div id='content-inner'><div id='dlpage'>
  <h1>${name}</h1>${opening(request)}${paging}${lists}${paging}</div></div>`;
  return arxivFrame({ title: name, main, variant, nonce });
}

function opening({ category, view }: ListRequest): Html {
  if (view === 'month') return html`<h2>Authors and titles for ${dayAs(LISTED, 'month')} </h2>`;
  const here = `/list/${category}`;
  if (view === 'recent')
    return html`<h2>Authors and titles for recent submissions</h2>
  <ul><li><a href="${here}/recent?skip=0&amp;show=50">${dayAs(LISTED, 'recent')}</a></li><li><a href="${here}/recent?skip=2&amp;show=50">${dayAs(BEFORE, 'recent')}</a></li></ul>
  <p>See today's <a id="new-${category}" href="${here}/new">new</a> changes</p>`;
  return html`<ul><li><a href="${here}/new?skip=0&amp;show=2000#item1">New submissions</a></li><li><a href="${here}/new">Cross-lists</a></li><li><a href="${here}/new">Replacements</a></li></ul>
<p>See <a id="recent-${category}" href="${here}/recent">recent</a> articles</p>
<h3>Showing new listings for ${longDay(LISTED)}</h3>`;
}

function pager(category: string, view: string, total: number, skip: number, show: number): Html {
  const to = Math.min(skip + show, total);
  const next =
    to < total
      ? html` <a href=/list/${category}/${view}?skip=${to}&amp;show=${show}>${to + 1}-${Math.min(to + show, total)}</a>`
      : '';
  return html`<div class='paging'>Total of ${total} entries
: <span>${skip + 1}-${to}</span>${next}</div>
<div class='morefewer'>Showing up to ${show} entries per page: <a href=/list/${category}/${view}?skip=0&amp;show=25 rel="nofollow">fewer</a> | <a href=/list/${category}/${view}?skip=0&amp;show=${total} rel="nofollow">all</a></div>`;
}

/** `new`: three lists with the same id, by kind. `recent`: one for each day. Months: one. */
function sections(shown: readonly PageRecord[], all: readonly PageRecord[], request: ListRequest): readonly Html[] {
  const { view, skip } = request;
  const list = (heading: string | undefined, records: readonly PageRecord[], first: number): Html | string =>
    records.length === 0
      ? ''
      : html`<dl id='articles'>${heading ? html`<h3>${heading}</h3>` : ''}${records.map((r, i) => entry(r, first + i, view === 'new'))}</dl>`;
  const pairs: { heading?: string; records: readonly PageRecord[] }[] = [];
  if (view === 'new')
    for (const [kind, label] of KINDS) {
      const records = shown.filter((r) => r.kind === kind);
      const whole = all.filter((r) => r.kind === kind).length;
      pairs.push({ heading: `${label} submissions (showing ${records.length} of ${whole} entries)`, records });
    }
  else if (view === 'recent') {
    const half = Math.ceil(shown.length / 2);
    for (const [day, records] of [
      [LISTED, shown.slice(0, half)],
      [BEFORE, shown.slice(half)],
    ] as const)
      pairs.push({
        heading: `${dayAs(day, 'recent')} (showing ${records.length} of ${records.length} entries )`,
        records,
      });
  } else pairs.push({ records: shown });
  let first = skip + 1;
  return pairs.map(({ heading, records }) => {
    const made = list(heading, records, first);
    first += records.length;
    return typeof made === 'string' ? raw('') : made;
  });
}

const KINDS = [
  ['new', 'New'],
  ['cross', 'Cross'],
  ['replaced', 'Replacement'],
] as const;

function entry(r: PageRecord, number: number, abstract: boolean): Html {
  const subjects = r.categories.slice(1).map((c) => html`; ${categoryName(c)}`);
  return html`
    <dt>
      <a name='item${number}'>[${number}]</a>
      <a href ="/abs/${r.id}" title="Abstract" id="${r.id}">
        arXiv:${r.id}
      </a>
      ${r.kind === 'cross' ? '(cross-list from stat.ML)' : r.kind === 'replaced' ? '(replaced)' : ''}
  [<a href="/pdf/${r.id}" title="Download PDF" id="pdf-${r.id}" aria-labelledby="pdf-${r.id}">pdf</a>, <a href="https://arxiv.org/html/${r.id}v1" title="View HTML" id="html-${r.id}" aria-labelledby="html-${r.id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${r.id}" title="Other formats" id="oth-${r.id}" aria-labelledby="oth-${r.id}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${r.title}
        </div>
        <div class='list-authors'>${authorLinks(r)}</div>
        ${
          r.remark !== undefined
            ? html`<div class='list-comments mathjax'><span class='descriptor'>Comments:</span>
          ${withLinks(r.remark)}
        </div>`
            : ''
        }
        ${r.journal !== undefined ? html`<div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span> ${r.journal}</div>` : ''}
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">${categoryName(r.categories[0] ?? 'cs.LG')}</span>${subjects}
        </div>
        ${
          abstract
            ? html`<p class='mathjax'>
          ${withLinks(r.abstract)}
        </p>`
            : ''
        }
      </div>
    </dd>`;
}

/** Author links, separated by commas; a long list ends in plain text, as on arXiv. */
export const authorLinks = (r: PageRecord): readonly (Html | string)[] => [
  ...r.authors.map(
    (name, i) =>
      html`${i > 0 ? ', ' : ''}<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${name.split(' ').at(-1)},+${name[0]}">${name}</a>`,
  ),
  r.authorCount > r.authors.length ? `, et al. (${r.authorCount - r.authors.length} additional authors not shown)` : '',
];

/** The same papers as a redesign might show them: nothing an adapter of today knows, but the links are there. */
const redesigned = (shown: readonly PageRecord[]): Html =>
  html`<section class="feed">${shown.map((r) => html`<div class="row"><a href="/abs/${r.id}">${r.title}</a><small>${r.authors.join(', ')}</small></div>`)}</section>`;
