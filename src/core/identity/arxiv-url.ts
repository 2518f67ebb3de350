import { arxivAtStart, arxivOf } from './arxiv-id.ts';
import type { PaperId } from './paper-id.ts';

/** arXiv ids in the addresses of arXiv, its mirrors, and sites that name papers by arXiv id (SITES.md 1). */

const ARXIV = /^\/(?:(?:abs|pdf|html|format|src|e-print|ps|dvi|tb)\/)?(.+)$/;
const NAMED = /^\/(?:abs|pdf|html|overview|resources|papers?|arxiv|p)\/(.+)$/;

/** Parent domain -> where its paths keep the id. Any subdomain counts: mirrors are `de.arxiv.org` and the like. */
const DOMAINS: ReadonlyMap<string, RegExp> = new Map([
  ['arxiv.org', ARXIV],
  ['xxx.lanl.gov', ARXIV],
  ['xxx.itp.ac.cn', ARXIV],
  ['ar5iv.org', ARXIV],
  ...[
    'alphaxiv.org',
    'huggingface.co',
    'hf.co',
    'scirate.com',
    'papers.cool',
    'arxiv-vanity.com',
    'emergentmind.com',
    'tldr.takara.ai',
    'semanticscholar.org',
  ].map((domain): [string, RegExp] => [domain, NAMED]),
]);

/** The entry of `table` for this host or a parent domain of it, label by label: `notarxiv.org` is not `arxiv.org`. */
export function ofHost<T>(table: ReadonlyMap<string, T>, host: string): T | undefined {
  for (let h = host; h !== ''; h = h.includes('.') ? h.slice(h.indexOf('.') + 1) : '') {
    const found = table.get(h);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param url http or https, not longer than a few thousand characters @returns the arXiv paper that it shows */
export function arxivInUrl(url: URL): PaperId | undefined {
  const form = ofHost(DOMAINS, url.hostname);
  if (form === undefined) return undefined;
  // arXiv itself collapses doubled slashes; old ids come with %2F
  const path = url.pathname
    .slice(0, 300)
    .replace(/%2f/gi, '/')
    .replace(/\/{2,}/g, '/');
  const rest = form.exec(path)?.[1];
  return rest === undefined ? undefined : (arxivAtStart(rest.replace(/^arxiv:/i, '')) ?? arxivOf(rest));
}
