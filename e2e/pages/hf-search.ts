import { discussion, faces } from './hf-daily.ts';
import { hfFrame, voteBox } from './hf-frame.ts';
import { dailyProps } from './hf-props.ts';
import { type Html, html } from './html.ts';
import type { PageRecord } from './record.ts';
import type { Variant } from './variant.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "May 29" in the year shown, "Feb 27, 2025" before it: the search page leaves the current year out. */
function shortDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const text = `${MONTHS[(month ?? 1) - 1]} ${day}`;
  return year === 2026 ? text : `${text}, ${year}`;
}

/** `/papers?q=…`: results under one another, each with its abstract and the line of authors, date and discussion. */
export function hfSearch(
  all: readonly PageRecord[],
  request: { readonly query: string; readonly variant: Variant; readonly nonce: string },
): Html {
  const { query, variant, nonce } = request;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = variant.empty
    ? []
    : all.filter((r) => words.every((w) => `${r.title} ${r.abstract}`.toLowerCase().includes(w))).slice(0, 50);
  const content = html`<main class="narrow container"><h1>Daily Papers</h1><p class="by">by AK and the research community</p>
	<div>${found.map(result)}</div></main>`;
  const props = dailyProps(found, '2026-11-20', query);
  return hfFrame({ title: 'Papers - Hugging Face', target: 'DailyPapers', props, content, variant, nonce, query });
}

const result = (r: PageRecord): Html => html`
	<article class="result flex">${voteBox(r.id, r.upvotes)}<div class="w-full"><h3><a href="/papers/${r.id}">${r.title}</a></h3>
		<a href="/papers/${r.id}"><p class="line-clamp-2">${r.abstract}</p></a>
		<div class="meta-row flex flex-wrap items-center gap-2">${r.organisation ? html`<a href="/${r.organisation.slug}">${r.organisation.name}</a>` : html`<a href="/papers/${r.id}">${faces(r)}</a>`}<span>·</span><span>${shortDay(r.date)}</span>${discussion(r)}</div></div></article>`;
