import { arxivFrame, dayAs, withLinks } from './arxiv-frame.ts';
import { type Html, html } from './html.ts';
import { CATEGORY_NAMES, type PageRecord } from './record.ts';
import type { Variant } from './variant.ts';

/** `/search/?query=…`: results in a numbered list, the words sought marked in titles. */
export function arxivSearch(
  all: readonly PageRecord[],
  request: {
    readonly query: string;
    readonly start: number;
    readonly size: number;
    readonly variant: Variant;
    readonly nonce: string;
  },
): Html {
  const { query, start, size, variant, nonce } = request;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = variant.empty
    ? []
    : all.filter((r) => words.every((w) => `${r.title} ${r.abstract}`.toLowerCase().includes(w)));
  const shown = found.slice(start, start + size);
  const main = html`<div class="content">
  <h1 class="title is-clearfix">${found.length === 0 ? html`Sorry, your query returned no results` : html`Showing ${start + 1}&ndash;${start + shown.length} of ${found.length} results for all: <span class="mathjax">${query}</span>`}</h1>
  <form><input name="query" value="${query}" aria-label="Search term"><button>Search</button></form>
  <ol class="breathe-horizontal" start="${start + 1}">${shown.map((r) => result(r, words))}</ol></div>`;
  return arxivFrame({ title: 'Search | arXiv e-print repository', main, variant, nonce, bodyClass: 'search' });
}

function result(r: PageRecord, words: readonly string[]): Html {
  const short = r.abstract.length > 260 ? `${r.abstract.slice(0, 258)}…` : r.abstract;
  return html`
  <li class="arxiv-result">
    <div class="is-marginless">
      <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${r.id}">arXiv:${r.id}</a>
        <span>&nbsp;[<a href="https://arxiv.org/pdf/${r.id}">pdf</a>, <a href="https://arxiv.org/format/${r.id}">other</a>]&nbsp;</span>
      </p>
      <div class="tags is-inline-block">${r.categories.map((c, i) => html`<span class="tag is-small ${i === 0 ? 'is-link' : 'is-grey'} tooltip is-tooltip-top" data-tooltip="${CATEGORY_NAMES[c]}">${c}</span>`)}</div>
      ${r.doi ? html`<div class="is-inline-block"><div class="tags has-addons"><span class="tag is-dark is-size-7">doi</span><span class="tag is-light is-size-7"><a class="" href="https://doi.org/${r.doi}">${r.doi} <i class="fa fa-external-link" aria-hidden="true"></i></a></span></div></div>` : ''}
    </div>
    <p class="title is-5 mathjax">
        ${marked(r.title, words)}
    </p>
    <p class="authors">
      <span class="has-text-black-bis has-text-weight-semibold">Authors:</span>
      ${r.authors.map((name, i) => html`${i > 0 ? ', ' : ''}<a href="/search/?searchtype=author&amp;query=${name.split(' ').at(-1)}">${name}</a>`)}${r.authorCount > r.authors.length ? `, et al. (${r.authorCount - r.authors.length} additional authors not shown)` : ''}
    </p>
    <p class="abstract mathjax">
      <span class="has-text-black-bis has-text-weight-semibold">Abstract</span>:
      <span class="abstract-short has-text-grey-dark mathjax" id="${r.id}-abstract-short">
        ${short} <a class="is-size-7">&#9661; More</a>
      </span>
      <span class="abstract-full has-text-grey-dark mathjax" id="${r.id}-abstract-full">
        ${withLinks(r.abstract)} <a class="is-size-7">&#9651; Less</a>
      </span>
    </p>
    <p class="is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Submitted</span> ${dayAs(r.date, 'search')}; <span class="has-text-black-bis has-text-weight-semibold">originally announced</span> ${dayAs(r.date, 'month')}.</p>
    ${r.remark !== undefined ? html`<p class="comments is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Comments:</span> <span class="has-text-grey-dark mathjax">${withLinks(r.remark)}</span></p>` : ''}
  </li>`;
}

/** The title with the words sought in `span.search-hit`. */
function marked(title: string, words: readonly string[]): readonly (Html | string)[] {
  return title
    .split(/(\s+)/)
    .map((piece) =>
      words.some((word) => piece.toLowerCase().includes(word))
        ? html`<span class="search-hit mathjax">${piece}</span>`
        : piece,
    );
}
