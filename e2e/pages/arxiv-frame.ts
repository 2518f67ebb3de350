import { ARXIV_CSS } from './arxiv-style.ts';
import { type Html, html, raw } from './html.ts';
import { hostileCss, pageScript, type Variant } from './variant.ts';

/** A whole arXiv page around `main`. `nonce` lets the page's own style and script run under a strict policy. */
export function arxivFrame(options: {
  readonly title: string;
  readonly main: Html;
  readonly variant: Variant;
  readonly nonce: string;
  readonly head?: Html;
  readonly bodyClass?: string;
}): Html {
  const { title, main, variant, nonce, head, bodyClass } = options;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
  <script nonce="${nonce}">${raw(pageScript(variant))}</script>
  <style nonce="${nonce}">${raw(ARXIV_CSS)}</style>${head}
</head>
<body${bodyClass ? html` class="${bodyClass}"` : ''}><div class="flex-wrap-footer">
  <a href="#content" class="ds-skip-link" hidden>Skip to main content</a>
  <header class="ds-site-header"><a href="/" class="ds-site-header-logo" aria-label="archive home">ar<i>X</i>iv</a>
    <nav class="ds-site-header-nav" aria-label="Main navigation"><a href="/search/?query=reinforcement">Search</a><a href="#">Submit</a><a href="#">Donate</a><a href="#" class="ds-site-header-login">Log in</a></nav></header>
  <main><div id="content">${main}</div></main>
  <footer class="ds-site-footer">A page of Scholion's own, in the shape of arXiv's. Author names on it are invented.</footer>
</div><style nonce="${nonce}">${raw(hostileCss(variant))}</style></body></html>`;
}

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:)]/g;

/** Text with its addresses as arXiv shows them: "this https URL". */
export function withLinks(text: string): readonly (Html | string)[] {
  const parts: (Html | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [url] = match;
    parts.push(
      text.slice(end, match.index),
      html`<a href="${url}" rel="external noopener nofollow" class="link-external link-https">this https URL</a>`,
    );
    end = match.index + url.length;
  }
  return [...parts, text.slice(end)];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** `2026-11-20` as "Friday, 20 November 2026". */
export function longDay(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `2026-11-20` as "20 November, 2026", "20 Nov 2026", "Fri, 20 Nov 2026" or "November 2026". */
export function dayAs(iso: string, form: 'search' | 'abs' | 'recent' | 'month'): string {
  const date = new Date(`${iso}T00:00:00Z`);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const [day, year] = [date.getUTCDate(), date.getUTCFullYear()];
  if (form === 'search') return `${day} ${month}, ${year}`;
  if (form === 'month') return `${month} ${year}`;
  const short = `${day} ${month.slice(0, 3)} ${year}`;
  return form === 'abs' ? short : `${(DAYS[date.getUTCDay()] ?? '').slice(0, 3)}, ${short}`;
}
