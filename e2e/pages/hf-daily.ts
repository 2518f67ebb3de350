import { hfFrame, voteBox } from './hf-frame.ts';
import { dailyProps } from './hf-props.ts';
import { type Html, html } from './html.ts';
import type { PageRecord } from './record.ts';
import type { Variant } from './variant.ts';

export interface DailyRequest {
  /** ISO day of the listing; shown in the heading and in the props. */
  readonly day: string;
  readonly variant: Variant;
  readonly nonce: string;
}

/** `/papers`, `/papers/date/DAY`, week, month, trending: cards in a grid. */
export function hfDaily(records: readonly PageRecord[], { day, variant, nonce }: DailyRequest): Html {
  const shown = variant.empty ? [] : records;
  const content = html`<main class="container">
	<h1>Daily Papers</h1><p class="by">by AK and the research community, <time datetime="${day}T00:00:00.000Z">${day}</time></p>
	<div class="periods"><button type="button" data-go="/papers/date/2026-11-20">Daily</button><button type="button" data-go="/papers/week/2026-W47">Weekly</button><button type="button" data-go="/papers/month/2026-11">Monthly</button><button type="button" data-go="/papers/date/2026-11-19">Previous day</button></div>
	<div class="relative grid grid-cols-1 gap-5 lg:grid-cols-2 xl:grid-cols-3">${shown.map((r) => (variant.redesign ? otherCard(r) : card(r)))}</div></main>`;
  return hfFrame({
    title: 'Daily Papers - Hugging Face',
    target: 'DailyPapers',
    props: dailyProps(shown, day),
    content,
    variant,
    nonce,
  });
}

const card = (r: PageRecord): Html => html`
	<div><article class="relative flex flex-col overflow-hidden rounded-xl border"><a href="/papers/${r.id}" class="thumb shadow-alternate-sm peer relative block h-56 w-full cursor-pointer"><img src="/thumbnails/${r.id}.svg" alt="" class="h-full w-full object-cover object-top"></a>
		<div class="chip pointer-events-none absolute right-2 top-56 -mt-8 flex h-6 items-center gap-1">Submitted by pnorvane</div>
		<div class="body from-gray-50-to-white -mt-2 flex bg-gradient-to-b px-6 pb-6 pt-8"><div class="flex w-full gap-6"><div class="flex flex-wrap items-center gap-2.5 pt-1 ">${voteBox(r.id, r.upvotes)}</div>
			<div class="w-full"><h3 class="mb-1 text-lg/6 font-semibold hover:underline peer-hover:underline 2xl:text-[1.2rem]/6"><a href="/papers/${r.id}" class="line-clamp-3 cursor-pointer text-balance">${r.title}</a></h3>
				<div class="meta-row flex items-center justify-between"><a href="/papers/${r.id}" class="flex">${r.organisation ? html`<div class="flex truncate">· ${r.organisation.name}</div>` : faces(r)}</a>${discussion(r)}</div></div></div>
		</div></article></div>`;

export const faces = (r: PageRecord): Html =>
  html`<ul class="faces flex items-center flex-row-reverse text-sm">${r.authors.slice(0, 4).map((name) => html`<li class="-mr-2 block flex-none rounded-full" title="${name.toLowerCase().replace(/\W+/g, '')}"></li>`)}<li class="count text-gray-600 order-first ml-3"><div class="flex truncate">· ${r.authorCount} author${r.authorCount === 1 ? '' : 's'}</div></li></ul>`;

export const discussion = (r: PageRecord): Html | '' =>
  r.comments > 0
    ? html`<a href="/papers/${r.id}#community" class="text-md flex items-center gap-2 text-gray-400"><svg role="img" aria-hidden="true" width="1em" height="1em" viewBox="0 0 24 24"><path fill="none" stroke="currentColor" stroke-width="2" d="M4 4h16v12H8l-4 4z"></path></svg>
			${r.comments}
		</a>`
    : '';

/** The same papers in markup that no adapter knows, links kept. */
const otherCard = (r: PageRecord): Html =>
  html`<section><a href="/papers/${r.id}"><strong>${r.title}</strong></a><em>${r.authorCount}</em></section>`;
