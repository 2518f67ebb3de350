import { arxivOf } from '../../core/identity/arxiv-id.ts';
import { arxivInUrl } from '../../core/identity/arxiv-url.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { all, collapse, groupIn, rawText, readableText } from '../dom.ts';

/** What arXiv's kinds of pages write in the same way. */

/** `/abs/2511.08567`, `https://arxiv.org/abs/hep-th/9901001v2`: the paper of a link, if its host is arXiv's. */
export function idOfLink(link: Element): PaperId | undefined {
  const href = (link.getAttribute('href') ?? '').trim();
  // Relative links need no URL object: a listing has 2,000 of them.
  if (href.startsWith('/abs/')) return arxivOf(href.slice(5)) ?? inUrl(`https://arxiv.org${href}`);
  return inUrl(href);
}

const inUrl = (href: string): PaperId | undefined =>
  /^https?:\/\/(?:[a-z]+\.)?arxiv\.org\//i.test(href) && URL.canParse(href) ? arxivInUrl(new URL(href)) : undefined;

/** Names from links where the page links them, else from a line of names with commas. */
export function authorsIn(line: Element | undefined): readonly string[] | undefined {
  if (line === undefined) return undefined;
  const linked = all(line, 'a').map(readableText);
  const names =
    linked.length > 0
      ? linked
      : readableText(line)
          .replace(/\bet al\.?.*$/, '')
          .split(/,\s|;\s|\sand\s/);
  const found = names.map(collapse).filter((name) => name !== '');
  return found.length > 0 ? found : undefined;
}

/** "… et al. (12 additional authors not shown)" -> all of them; undefined where the list is whole. */
export function authorCountIn(line: Element | undefined): number | undefined {
  const hidden = line === undefined ? undefined : groupIn(/\((\d{1,5}) additional author/, line.textContent ?? '');
  return hidden === undefined ? undefined : Number(hidden) + (authorsIn(line)?.length ?? 0); // a line without names
}

/** "Machine Learning (cs.LG); Optimization and Control (math.OC)" -> `cs.LG`, `math.OC`. */
export function categoriesIn(line: Element | undefined): readonly string[] | undefined {
  if (line === undefined) return undefined;
  const found = [...readableText(line).matchAll(/\(([a-z-]{2,12}(?:\.[A-Za-z-]{2,12})?)\)/g)].map((m) => m[1] ?? '');
  return found.length > 0 ? found : undefined;
}

/** Abstracts keep no line breaks but those between paragraphs. */
export function abstractIn(element: Element | undefined): string | undefined {
  if (element === undefined) return undefined;
  const paragraphs = rawText(element)
    .split(/\n[ \t]*\n/)
    .map(collapse);
  return paragraphs.filter((p) => p !== '').join('\n\n') || undefined;
}

export const textIn = (element: Element | undefined): string | undefined =>
  element === undefined ? undefined : readableText(element) || undefined;
