import type { Warning } from '../entry.ts';
import { readPageDate } from './page-date.ts';
import { warn } from './warn.ts';

/**
 * First pass over a copied page: lines become texts (titles, abstracts, anything unknown) and metas (who · date). Blank
 * lines part blocks, but a lost or doubled line must not cost more than its own paper, so lines are told by their shape:
 *
 *   meta = who NL "·" NL date      who = "•" INT "author" ["s"] | slug SP display      (see page-date.ts for date)
 */
export interface PageText {
  readonly kind: 'text';
  readonly text: string;
  readonly line: number;
}

export interface PageMeta {
  readonly kind: 'meta';
  /** Of its first part. */
  readonly line: number;
  who?: string;
  organisation?: string;
  dot?: true;
  date?: { readonly text: string; readonly line: number };
}

export type PageItem = PageText | PageMeta;

const WHO = /^•\s*(?:\S{1,24}\s+)?authors?$/;
/** A slug is the alt text of an image and has no blanks; the name after it is what the page shows. */
const ORGANISATION = /^\S{1,100}(?: \S.{0,150})?$/;
const RAW_DATE_MOST = 40;

type Shape = 'who' | 'dot' | 'date' | 'other';

function shapeOf(text: string): Shape {
  if (text === '·') return 'dot';
  if (text.length <= 60 && WHO.test(text)) return 'who';
  return text.length <= 60 && readPageDate(text) !== undefined ? 'date' : 'other';
}

/** @param text a whole copied page with `\n` line ends @returns its items in page order; a line that repeats the one above is left out */
export function pageItems(text: string, warnings: Warning[]): readonly PageItem[] {
  const items: PageItem[] = [];
  let block: PageText[] = [];
  let line = 0;
  for (const row of text.split('\n')) {
    line++;
    const trimmed = row.trim();
    if (trimmed !== '' && trimmed === block.at(-1)?.text) warn(warnings, line, 'repeated');
    else if (trimmed !== '') block.push({ kind: 'text', text: trimmed, line });
    else if (block.length > 0) {
      readBlock(block, items);
      block = [];
    }
  }
  if (block.length > 0) readBlock(block, items);
  return items;
}

function readBlock(block: readonly PageText[], items: PageItem[]): void {
  let meta = openMeta(items);
  block.forEach((part, i) => {
    const shape = shapeOf(part.text);
    if (shape === 'other') {
      // the line after the dot is a date or too short for a text; else this dot came from elsewhere
      const beforeDot = block[i + 1]?.text === '·' && (block[i + 2]?.text.length ?? 0) <= RAW_DATE_MOST;
      if (
        meta?.dot === true &&
        meta.date === undefined &&
        block[i - 1]?.text === '·' &&
        part.text.length <= RAW_DATE_MOST
      )
        meta.date = part;
      else if (beforeDot && ORGANISATION.test(part.text) && (meta === undefined || complete(meta)))
        meta = begin(items, part.line, { organisation: part.text });
      else {
        items.push(part);
        meta = undefined;
      }
      return;
    }
    if (meta === undefined || (complete(meta) && shape === 'who')) meta = begin(items, part.line, {});
    if (shape === 'who') meta.who ??= part.text;
    else if (shape === 'dot') meta.dot = true;
    else meta.date ??= part;
  });
}

function begin(items: PageItem[], line: number, parts: { organisation?: string }): PageMeta {
  const meta: PageMeta = { kind: 'meta', line, ...parts };
  items.push(meta);
  return meta;
}

/** The last item where it is a meta whose date has not come yet: a blank line may have split it. */
function openMeta(items: readonly PageItem[]): PageMeta | undefined {
  const last = items.at(-1);
  return last?.kind === 'meta' && last.date === undefined ? last : undefined;
}

const complete = (meta: PageMeta): boolean => meta.date !== undefined;
