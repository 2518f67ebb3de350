import { hfFrame } from './hf-frame.ts';
import { paperProps } from './hf-props.ts';
import { type Html, html } from './html.ts';
import type { PageRecord } from './record.ts';
import type { Variant } from './variant.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `/papers/ID`: one paper. */
export function hfPaper(r: PageRecord, request: { readonly variant: Variant; readonly nonce: string }): Html {
  const [year, month, day] = r.date.split('-').map(Number);
  const content = html`<main class="container"><section class="paper"><h1 class="mb-2 text-2xl font-semibold sm:text-3xl lg:pr-6 lg:text-3xl xl:pr-10 2xl:text-4xl">${r.title}</h1>
	<div class="dim mb-6 text-base text-gray-500"><div>Published on ${MONTHS[(month ?? 1) - 1]} ${day}, ${year}</div></div>
	<div class="dim relative mb-8">${r.authors.map((name, i) => html`${i > 0 ? ', ' : ''}<span class="author">${name}</span>`)}${r.authorCount > r.authors.length ? ` +${r.authorCount - r.authors.length} authors` : ''}</div>
	<div class="pb-8 pr-4 md:pr-16"><h2 class="mb-2 text-xl font-semibold">Abstract</h2>
	<p class="text text-gray-600">${r.abstract}</p>
	<div class="buttons mt-4 flex flex-wrap items-center gap-2"><a href="https://arxiv.org/abs/${r.id}" class="btn">View arXiv page</a><a href="https://arxiv.org/pdf/${r.id}" class="btn">View PDF</a>${r.github ? html`<a href="${r.github}" class="btn">GitHub <span>${r.stars ?? 0}</span></a>` : ''}</div></div>
	<h2>Community</h2><p class="dim">${r.comments} comments</p><h2>Models citing this paper</h2><p class="dim">No model linking this paper</p></section></main>`;
  return hfFrame({
    title: `Paper page - ${r.title}`,
    target: 'PaperContent',
    props: paperProps(r),
    content,
    ...request,
  });
}
