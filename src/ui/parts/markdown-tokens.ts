import { Lexer, type MarkedToken, type Token } from 'marked';
import { safeUrl } from '../../core/links/safe-url.ts';

/**
 * Text with signs of Markdown, for drawing. marked only cuts the text into tokens; no HTML of its ever exists, so that a note can hold
 * anything.
 */

/** What the tree is made of. Every other kind of token is drawn as the text that it was written as. */
export type Piece = MarkedToken;

/**
 * marked needs time with the square of a paragraph's length where it is full of signs (200 kB of `_a_`: 29 s). This bounds the sum of
 * the squares, so that the worst note takes about 0.3 s.
 */
const WORST = 20_000 ** 2;

/** @returns undefined where the text would take too long or nests too deep: then it is shown as it was written */
export function piecesOf(text: string): readonly Piece[] | undefined {
  let cost = 0;
  for (const block of text.split(/\n[^\S\n]*\n/)) cost += block.length ** 2;
  if (cost > WORST) return undefined;
  try {
    return known(new Lexer({ gfm: true, breaks: true }).lex(text));
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested deeper than the stack, for instance ten thousand `>`
    throw error;
  }
}

/** Without extensions marked makes no other tokens than its own. */
export const known = (tokens: readonly Token[] | undefined): readonly Piece[] => (tokens ?? []) as readonly Piece[];

/**
 * Where a link of a note leads: an address of the web through the one gate, else nowhere. A note's own text may hold `javascript:`,
 * `data:` or `file:`; they are shown as text.
 */
export const hrefOf = (href: string): string | undefined => safeUrl(href);

/** A character reference or an escape as marked leaves it in a text token: it does not resolve what it does not know. */
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|copy|ndash|mdash|hellip));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** The text that a person sees for a token's text. */
export const plain = (text: string): string =>
  text.replace(ENTITY, (whole, ten: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = ten === undefined ? Number.parseInt(hex ?? '', 16) : Number(ten);
    const fit = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return fit ? String.fromCodePoint(code) : whole;
  });
