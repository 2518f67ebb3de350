import { DEFAULT_KEY_PATTERN } from './citation-key.ts';
import type { CitationStyle } from './styles/cite.ts';

/** How the person cites. Apart from the other settings: the scripts in pages know nothing of citations. */

/** What one press on "Cite" copies: a style, or the paper's BibTeX entry. */
export const CITED_AS = ['apa', 'ieee', 'acm', 'chicago', 'bibtex'] as const satisfies readonly (
  | CitationStyle
  | 'bibtex'
)[];

export interface CitationSettings {
  readonly style: (typeof CITED_AS)[number];
  /** Of the keys in BibTeX and its kin (citation-key.ts). */
  readonly keyPattern: string;
}

export const DEFAULT_CITATIONS: CitationSettings = { style: 'apa', keyPattern: DEFAULT_KEY_PATTERN };

/** Longest pattern that is kept, in UTF-16 units. */
export const LONGEST_PATTERN = 200;
