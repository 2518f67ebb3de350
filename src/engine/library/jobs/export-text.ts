import type { CitedWork } from '../../../core/citations/citation.ts';
import { toBiblatex } from '../../../core/citations/to-biblatex.ts';
import { toBibtex } from '../../../core/citations/to-bibtex.ts';
import { toCslJson } from '../../../core/citations/to-csl-json.ts';
import { toCsv } from '../../../core/citations/to-csv.ts';
import { type HtmlOptions, toHtml } from '../../../core/citations/to-html.ts';
import { toRis } from '../../../core/citations/to-ris.ts';
import type { ExportFormat } from '../../../messaging/library-calls.ts';

/** The texts of an export, piece by piece: the pieces in their order are what the writer of the format gives for all works at once. */

/** Ending of the file's name, and its type. */
export const FILES: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  biblatex: { ending: 'bib', type: 'application/x-bibtex' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  'csl-json': { ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
  markdown: { ending: 'zip', type: 'application/zip' },
  csv: { ending: 'csv', type: 'text/csv' },
  html: { ending: 'html', type: 'text/html' },
};

export interface Piece {
  readonly works: readonly CitedWork[];
  /** Citation keys of these works. */
  readonly keys: readonly string[];
  readonly first: boolean;
  readonly last: boolean;
}

/** @param html words of the page, in the person's language */
export function pieceText(format: Exclude<ExportFormat, 'markdown'>, piece: Piece, html: HtmlOptions): string {
  const { works, keys, first, last } = piece;
  switch (format) {
    case 'bibtex':
      return `${joint(piece, '\n')}${toBibtex(works, { keys })}`;
    case 'biblatex':
      return `${joint(piece, '\n')}${toBiblatex(works, { keys })}`;
    case 'ris':
      return `${joint(piece, '\r\n')}${toRis(works)}`;
    case 'csv':
      return first ? toCsv(works) : toCsv(works, { mark: false }).slice(toCsv([], { mark: false }).length);
    case 'csl-json':
      return between(toCslJson(works, { keys }), toCslJson([]), piece, '[', ',');
    case 'html': {
      const [head = '', tail = ''] = toHtml([], html).split('<ol>\n');
      const items = toHtml(works, html).slice(head.length + '<ol>\n'.length, -tail.length);
      return `${first ? `${head}<ol>\n` : ''}${items}${last ? tail : ''}`;
    }
  }
}

/** What stands between two pieces. */
const joint = ({ first, works }: Piece, text: string): string => (first || works.length === 0 ? '' : text);

/** A piece of a JSON list: its brackets at the ends of the whole alone. */
function between(text: string, none: string, { first, last, works }: Piece, open: string, comma: string): string {
  if (first && last) return works.length === 0 ? none : text;
  const items = text.trimEnd().slice(open.length, -1).replace(/\s+$/, '');
  return `${first ? open : works.length === 0 ? '' : comma}${items}${last ? '\n]\n' : ''}`;
}
