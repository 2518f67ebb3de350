import { arxiv } from './arxiv.ts';
import { huggingface } from './huggingface.ts';
import type { Site } from './site.ts';

/** Every site that has an adapter. Order does not matter: their match patterns do not overlap. */
export const sites: readonly Site[] = [arxiv, huggingface];

/** The site whose match patterns take this address; undefined for all other pages. */
export const siteFor = (url: URL): Site | undefined =>
  sites.find((site) => site.info.matches.some((pattern) => matchesPattern(pattern, url)));

/** As browsers take match patterns with a whole origin: `*` stands for anything, the query counts, the fragment does not. */
export const matchesPattern = (pattern: string, { origin, pathname, search }: URL): boolean =>
  new RegExp(`^${pattern.replace(/[.?+]/g, '\\$&').replaceAll('*', '.*')}$`).test(origin + pathname + search);
