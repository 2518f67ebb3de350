import { arxivAtStart, arxivOf } from '../../core/identity/arxiv-id.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import { all, collapse, groupIn, rawText, readableText } from '../dom.ts';

/** What arXiv's kinds of pages write in the same way. */

/** `/abs/2511.08567v2?context=cs` -> the paper. */
export const idOfPath = (path: string): PaperId | undefined =>
  path.startsWith('/abs/') ? arxivAtStart(path.slice('/abs/'.length).replace(/[?#].*$/s, '')) : undefined;

/**
 * The paper of a link; the same path on a host that is not arXiv's proves nothing. The plain form, which nearly all two thousand links of
 * a page have, is tried first.
 */
export function idOfLink(link: Element): PaperId | undefined {
  const href = link.getAttribute('href') ?? '';
  const plain = href.startsWith('/abs/') ? arxivOf(href.slice('/abs/'.length)) : undefined;
  return plain ?? idOfPath(href.trim().replace(/^https?:\/\/(?:www\.|export\.)?arxiv\.org(?=\/)/i, ''));
}

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

/** Links to the DOI of the published version, as the authors gave it; several may be of other things. */
export function doiLinks(root: Element, selector: string): readonly string[] | undefined {
  const found = all(root, `${selector}[href^="https://doi.org/10."]`).map((link) => link.getAttribute('href') ?? '');
  return found.length === 1 ? found : undefined;
}
