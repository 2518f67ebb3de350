import { safeUrl } from '../links/safe-url.ts';
import { type CitedWork, pageUrl } from './citation.ts';
import { nameText, parseName } from './names.ts';
import { escapeHtml } from './styles/runs.ts';

/**
 * Works as one HTML page to read, print or share: no script, no image, no request (its own policy forbids them), all text escaped,
 * links only to https. Lost: ids beside the one linked to, publisher.
 */

export interface HtmlOptions {
  /** Heading and title of the page, in the person's language; so are the words. */
  readonly title: string;
  /** BCP 47: `en`, `de`. */
  readonly language: string;
  readonly words: { readonly abstract: string; readonly note: string };
}

const STYLE =
  ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}' +
  'li{margin:0 0 1.25rem}h2{font-size:1.05rem;margin:0}p{margin:.25rem 0}.meta{opacity:.8}.note{white-space:pre-wrap}' +
  '.tag{border:1px solid;border-radius:.75rem;padding:0 .5rem;margin-inline-end:.25rem;font-size:.85rem}';

export function toHtml(works: readonly CitedWork[], options: HtmlOptions): string {
  const title = escapeHtml(options.title);
  return `<!doctype html>
<html lang="${escapeHtml(options.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<ol>
${works.map((work) => itemOf(work, options)).join('')}</ol>
</body>
</html>
`;
}

function itemOf(work: CitedWork, options: HtmlOptions): string {
  // checked again here: this is the file's only door to an href
  const href = safeUrl(pageUrl(work) ?? '');
  const title = escapeHtml(work.title);
  const authors = work.authors?.map((author) => nameText(parseName(author))).join(', ');
  const numbers = [work.volume, work.issue && `(${work.issue})`, work.pages]
    .filter((part) => part !== undefined)
    .join(' ');
  const place = [
    work.venue,
    numbers === '' ? undefined : numbers,
    work.year === undefined ? undefined : String(work.year),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  return [
    '<li>\n<h2>',
    href === undefined ? title : `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${title}</a>`,
    '</h2>\n',
    paragraph('meta', authors === undefined ? undefined : `${authors}${work.moreAuthors ? ' …' : ''}`),
    paragraph('meta', place === '' ? undefined : place),
    work.tags === undefined
      ? ''
      : `<p>${work.tags.map((tag) => `<span class="tag" dir="auto">${escapeHtml(tag)}</span>`).join(' ')}</p>\n`,
    details(options.words.abstract, work.abstract),
    details(options.words.note, work.note),
    '</li>\n',
  ].join('');
}

const paragraph = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<p class="${name}" dir="auto">${escapeHtml(text)}</p>\n`;

const details = (word: string, text: string | undefined): string =>
  text === undefined ? '' : `<details>\n<summary>${escapeHtml(word)}</summary>\n${paragraph('note', text)}</details>\n`;
