import { arxiv } from './arxiv.ts';
import { huggingface } from './huggingface.ts';
import type { Site } from './site.ts';

/** Every site that has an adapter. Order does not matter: their match patterns do not overlap. */
export const sites: readonly Site[] = [arxiv, huggingface];

/** The site whose match patterns take this address; undefined for all other pages. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find((site) => site.info.matches.some((pattern) => matchesPattern(pattern, url)));

/** https match patterns with a whole host name, as the catalogue has them: `*` in the path stands for anything. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const path = url.pathname + url.search;
  const origin = `${url.protocol}//${url.host}`;
  if (!pattern.startsWith(`${origin}/`)) return false;
  const [head = '', ...parts] = pattern.slice(origin.length).split('*');
  if (parts.length === 0) return path === head;
  if (!path.startsWith(head)) return false;
  let at = head.length;
  const last = parts.pop() ?? '';
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
