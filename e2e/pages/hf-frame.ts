import { hfScript } from './hf-script.ts';
import { HF_CSS } from './hf-style.ts';
import { type Html, html, raw } from './html.ts';
import { hostileCss, pageScript, type Variant } from './variant.ts';

/** A whole Hugging Face page around `content`, which stands in the island named `target` with its JSON props. */
export function hfFrame(options: {
  readonly title: string;
  readonly target: 'DailyPapers' | 'PaperContent';
  readonly props: Readonly<Record<string, unknown>>;
  readonly content: Html;
  readonly variant: Variant;
  readonly nonce: string;
  readonly query?: string;
}): Html {
  const { title, target, props, content, variant, nonce, query } = options;
  return html`<!doctype html>
<html class="${variant.dark ? 'dark' : ''}">
	<head>
		<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1.0" />
		<script nonce="${nonce}">${raw(pageScript(variant))}</script>
		<style nonce="${nonce}">${raw(HF_CSS)}</style>
		<title>${title}</title>
	</head>
	<body class="flex flex-col min-h-screen bg-white dark:bg-gray-950 text-black DailyPapersPage"><div class="flex min-h-screen flex-col">
	<div class="SVELTE_HYDRATER contents" data-target="MainHeader" data-props="{}"><header class="border-b border-gray-100 "><div class="w-full px-4 container flex h-16 items-center"><b><i></i><a href="/papers">Hugging Face</a></b>
		<input autocomplete="off" placeholder="Search models, datasets, users..." aria-label="Search" value="${query ?? ''}"><nav aria-label="Main"><a href="/models">Models</a><a href="/datasets">Datasets</a><a href="/spaces">Spaces</a><a href="/login">Log In</a></nav></div></header></div>
	<div class="SVELTE_HYDRATER contents" data-target="${target}" data-props="${JSON.stringify(props)}">${content}</div>
	<div class="footer">A page of Scholion's own, in the shape of Hugging Face's. People and numbers on it are invented.</div>
	</div><style nonce="${nonce}">${raw(hostileCss(variant))}</style><script nonce="${nonce}">${raw(hfScript(variant.hydrate))}</script></body>
</html>`;
}

/** The upvote box; "-" where there are none, as the real page writes it. It holds the id a second time, URL-encoded. */
export const voteBox = (
  id: string,
  upvotes: number,
): Html => html`<a href="/login?next=%2Fpapers%2F${id}" class="self-start">
<div class="vote shadow-alternate flex h-14 w-12 gap-1 rounded-xl flex-none cursor-pointer"><svg class="text-sm" width="12" height="12" role="img" aria-hidden="true" viewBox="0 0 12 12"><path fill="currentColor" d="M6 2.5 10 9H2Z"></path></svg>
<div class="leading-none">${upvotes > 0 ? upvotes : '-'}</div></div></a>`;

/** A first page of a paper, drawn: the thumbnail that our server answers for `/thumbnails/ID.svg`. */
export function thumbnail(title: string): Html {
  const words = title.split(' ');
  const half = Math.ceil(words.length / 2);
  const line = (i: number): Html =>
    html`<rect x="${i % 2 ? 210 : 40}" y="${96 + Math.floor(i / 2) * 9}" width="${i % 5 === 4 ? 90 : 150}" height="3.5" fill="#c7ccd1"/>`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 190"><rect width="400" height="190" fill="#fff"/><g text-anchor="middle" font-family="Times,serif" font-weight="700" font-size="14" fill="#222"><text x="200" y="38">${words.slice(0, half).join(' ').slice(0, 52)}</text><text x="200" y="56">${words.slice(half).join(' ').slice(0, 52)}</text></g><rect x="120" y="70" width="160" height="4" fill="#aab0b6"/>${Array.from({ length: 20 }, (_, i) => line(i))}</svg>`;
}
