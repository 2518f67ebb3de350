import { type CitedWork, pageUrl } from '../../core/citations/citation.ts';
import { markdownText } from '../../core/citations/markdown-text.ts';
import { type CitationStyle, cite, STYLE_NAMES } from '../../core/citations/styles/cite.ts';
import { escapeHtml } from '../../core/citations/styles/runs.ts';
import { toBibtex } from '../../core/citations/to-bibtex.ts';

/** A citation ready for the clipboard, as plain and as rich text. */

export const CITE_FORMS = ['apa', 'ieee', 'acm', 'chicago', 'bibtex', 'markdown'] as const satisfies readonly (
  | CitationStyle
  | 'bibtex'
  | 'markdown'
)[];
export type CiteForm = (typeof CITE_FORMS)[number];

/** Names of styles and formats; the last one is a sentence of the interface. */
export const FORM_NAMES: Readonly<Record<Exclude<CiteForm, 'markdown'>, string>> = { ...STYLE_NAMES, bibtex: 'BibTeX' };

export interface Cited {
  readonly text: string;
  /** Absent where a format is plain text only. */
  readonly html?: string;
}

export function citedAs(work: CitedWork, form: CiteForm): Cited {
  if (form === 'bibtex') return { text: toBibtex([work]) };
  if (form !== 'markdown') return cite(work, form);
  const url = pageUrl(work);
  if (url === undefined) return { text: markdownText(work.title), html: escapeHtml(work.title) };
  return {
    text: `[${markdownText(work.title)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
    html: `<a href="${escapeHtml(url)}">${escapeHtml(work.title)}</a>`,
  };
}

/** Puts both forms on the clipboard. @returns false where the browser refuses */
export async function copy({ text, html }: Cited): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
    return true;
  } catch {
    return false; // no focus, or a policy: the text is shown instead
  }
}
