import { BLANKS, DRESS, FORMULA_SIGN, MARK_OF, SIGN_OF } from './tex-signs.ts';

/**
 * TeX of BibTeX values as text: accents, signs, quotes and dashes read, braces and dressing commands dropped. Formulas stay as
 * they are between their dollars, which the library, its search keys and its exports know; one of a single sign becomes it.
 * Commands that are not in the tables of tex-signs.ts are left to the full parser (tex-parser.ts).
 */

/** Depth of braces; deeper ones are read by `plainTex`. */
const MOST_DEPTH = 32;
/** A formula in text, with the same limit as latex.ts. */
const FORMULA = /\$((?:\\[\s\S]|[^$\\]){1,400}?)\$/y;
const WORD = /\\([A-Za-z]+)\*?[ \t]*\n?[ \t]*/y;
const RUN = /[^\\{}$~`'-]+/y;
const SYMBOL = /\s*(?:\{\s*"([0-9A-Fa-f]{1,6})\s*\}|"([0-9A-Fa-f]{1,6}))/y;

/** @returns undefined where a command is unknown or braces nest too deep */
export function texText(tex: string): string | undefined {
  if (!/[\\{}$~`'-]/.test(tex)) return tex;
  const reader = new TexReader(tex);
  return reader.read();
}

class TexReader {
  readonly #tex: string;
  #at = 0;
  #isKnown = true;

  constructor(tex: string) {
    this.#tex = tex;
  }

  read(): string | undefined {
    let text = '';
    // a closing brace too many is dropped
    while (this.#at < this.#tex.length && this.#isKnown) text += this.#group(0);
    return this.#isKnown ? text : undefined;
  }

  /** Up to and with the closing brace, or to the end. */
  #group(depth: number): string {
    let text = '';
    if (depth > MOST_DEPTH) this.#isKnown = false;
    while (this.#at < this.#tex.length && this.#isKnown) {
      const run = this.#match(RUN);
      if (run !== undefined) text += run[0];
      else if (this.#tex[this.#at] === '}') {
        this.#at++;
        return text;
      } else text += this.#sign(depth);
    }
    return text;
  }

  #sign(depth: number): string {
    const sign = this.#tex[this.#at];
    if (sign === '\\') return this.#command(depth);
    if (sign === '$') return this.#formula();
    for (const [written, read] of LIGATURES)
      if (this.#tex.startsWith(written, this.#at)) {
        this.#at += written.length;
        return read;
      }
    this.#at++;
    return sign === '{' ? this.#group(depth + 1) : sign === '~' ? ' ' : (sign ?? '');
  }

  #formula(): string {
    const found = this.#match(FORMULA);
    if (found !== undefined) return FORMULA_SIGN.get((found[1] ?? '').trim()) ?? found[0];
    this.#at++;
    return '$';
  }

  #command(depth: number): string {
    const word = this.#match(WORD);
    const name = word?.[1] ?? this.#tex[this.#at + 1] ?? '';
    if (word === undefined) this.#at += 1 + name.length;
    const mark = MARK_OF.get(name);
    if (mark !== undefined) return this.#accented(mark, depth);
    if (word === undefined) return BLANKS.has(name) ? ' ' : /[-/@]/.test(name) ? '' : this.#escaped(name);
    if (name === 'symbol') return this.#symbol();
    if (name === 'href') {
      this.#argument(depth);
      return this.#argument(depth);
    }
    if (BLANKS.has(name)) return ' ';
    if (DRESS.has(name)) return '';
    const sign = SIGN_OF.get(name);
    if (sign === undefined) this.#isKnown = false;
    return sign ?? '';
  }

  #escaped(name: string): string {
    if (!/[&%$#_{}"'`|!?.<>=+*()[\]]/.test(name)) this.#isKnown = false;
    if (name === '(' || name === ')' || name === '[' || name === ']') this.#isKnown = false;
    return name;
  }

  /** The letter after an accent command: `\'e`, `\'{e}`, `\v c`, `\'{\i}`, `\'{\^a}`. */
  #accented(mark: string, depth: number): string {
    const base = this.#argument(depth);
    const [letter = '', ...rest] = base.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
    const marks = rest.findIndex((character) => !/\p{M}/u.test(character));
    const end = marks === -1 ? rest.length : marks;
    return `${letter}${rest.slice(0, end).join('')}${mark}`.normalize('NFC') + rest.slice(end).join('');
  }

  #symbol(): string {
    const found = this.#match(SYMBOL);
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
    if (!(code <= 0x10ffff)) this.#isKnown = false;
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }

  /** A group, a command with what it prints, or one character. */
  #argument(depth: number): string {
    while (/\s/.test(this.#tex[this.#at] ?? '')) this.#at++;
    const sign = this.#tex[this.#at];
    if (depth > MOST_DEPTH) this.#isKnown = false;
    if (sign === undefined || sign === '}' || !this.#isKnown) return '';
    if (sign === '{') {
      this.#at++;
      return this.#group(depth + 1);
    }
    if (sign === '\\') return this.#command(depth + 1);
    const character = String.fromCodePoint(this.#tex.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #match(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#tex);
    if (found !== null) this.#at += found[0].length;
    return found ?? undefined;
  }
}

/** Longest first. */
const LIGATURES = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
] as const;

/** The words of TeX that nothing else could read: commands, braces and math signs dropped. Linear. */
export const plainTex = (tex: string): string =>
  tex
    .replace(/\\([A-Za-z]+)\*?\s?/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/[{}$]/g, '')
    .replace(/~/g, ' ');
