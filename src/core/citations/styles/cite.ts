import type { CitedWork } from '../citation.ts';
import { acm } from './acm.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { ieee } from './ieee.ts';
import { htmlOf, type Run, textOf } from './runs.ts';

/** Citations ready to paste. */

export type CitationStyle = 'apa' | 'ieee' | 'acm' | 'chicago';

/** Names that need no translation. */
export const STYLE_NAMES: Readonly<Record<CitationStyle, string>> = {
  apa: 'APA 7',
  ieee: 'IEEE',
  acm: 'ACM',
  chicago: 'Chicago',
};

const STYLES: Readonly<Record<CitationStyle, (work: CitedWork) => readonly Run[]>> = { apa, ieee, acm, chicago };

/** For a clipboard: the same citation as `text/plain` and as `text/html` (escaped, `<i>` only). */
export function cite(work: CitedWork, style: CitationStyle): { readonly text: string; readonly html: string } {
  const parts = STYLES[style](work);
  return { text: textOf(parts), html: htmlOf(parts) };
}
