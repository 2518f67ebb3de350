import type { CitedWork } from './citation.ts';
import { type LatexOptions, latexText } from './latex.ts';
import { isGroup, type Name, parseName } from './names.ts';

/** What BibTeX and BibLaTeX files have in common: entries, names, keywords. */

export interface BibOptions extends LatexOptions {
  /** See citation-key.ts. */
  readonly keyPattern?: string;
  /** The keys themselves, where the works are part of a longer file. */
  readonly keys?: readonly string[];
  /** False leaves abstracts out. */
  readonly abstracts?: boolean;
}

/** A field and its value, already LaTeX; `bare` values are macros (`nov`) and stand without braces. */
export type BibField = readonly [name: string, value: string | undefined, bare?: 'bare'];

export function bibEntry(type: string, key: string, fields: readonly BibField[]): string {
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value, bare]) => `  ${name} = ${bare ? value : `{${value}}`},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** `Lovelace, Ada and {OpenAI} and others`. */
export function bibAuthors(work: CitedWork, options: LatexOptions): string | undefined {
  const names = work.authors?.map((author) => bibName(parseName(author), options));
  return names === undefined ? undefined : [...names, ...(work.moreAuthors ? ['others'] : [])].join(' and ');
}

function bibName(name: Name, options: LatexOptions): string {
  // " and " parts names, a comma parts one; in braces both are plain words
  const part = (text: string): string =>
    /(?:^|\s)and(?:\s|$)|,/i.test(text) ? `{${latexText(text, options)}}` : latexText(text, options);
  if (isGroup(name)) return `{${latexText(name.literal, options)}}`;
  const family = [name.particle, name.family]
    .filter((text) => text !== undefined)
    .map(part)
    .join(' ');
  return [family, ...[name.suffix, name.given].filter((text) => text !== undefined).map(part)].join(', ');
}

/** Tags as keywords: commas part them, so those inside become blanks. */
export const bibKeywords = (work: CitedWork, options: LatexOptions): string | undefined =>
  work.tags?.map((tag) => latexText(tag.replace(/[,;]+\s*/g, ' ').trim(), options)).join(', ');

/** `12–34` as TeX writes a range. */
export const bibPages = (work: CitedWork, options: LatexOptions): string | undefined =>
  work.pages === undefined ? undefined : latexText(work.pages.replace(/–/g, '--'), options);

/** arXiv's main class, if the first category is one: `cs.LG`, `hep-th`. */
export const primaryClass = (work: CitedWork): string | undefined =>
  work.categories?.[0] !== undefined && /^[a-z-]{2,12}(?:\.[A-Za-z-]{2,8})?$/.test(work.categories[0])
    ? work.categories[0]
    : undefined;
