import { cutAt } from '../digest/clean-text.ts';
import { LIMITS } from '../digest/limits.ts';
import { BibFields } from './bib-fields.ts';

/**
 * A BibTeX or BibLaTeX file taken apart into its entries, each by itself: one that is broken costs only itself. Grammar: T.
 * Hopkins and G. Ward's btparse manual (bt_language), read leniently: braces are counted as BibTeX does, even after a
 * backslash, and only where that does not come out, without those. Linear; nothing of it nests calls.
 */

export interface BibRecord {
  /** Lower case: `article`. */
  readonly type: string;
  readonly key: string;
  /** 1-based line of its `@`. */
  readonly line: number;
  /** The fields asked for that it has, as TeX, macros put in. */
  readonly fields: ReadonlyMap<string, string>;
}

export interface BrokenRecord {
  readonly line: number;
  readonly broken: 'unclosed' | 'too-large';
  /** How it begins. */
  readonly text: string;
}

/** UTF-16 units of one entry: an abstract of the largest size, and as much again. */
const MOST_ENTRY = 2 * LIMITS.abstract;
/** An entry whose braces are not closed may go on past so many lines that look like the head of another. */
const MOST_HEADS = 16;
/** Further definitions are not kept: no style file has so many. */
const MOST_MACROS = 10_000;

// An e-mail address in the text between entries is no entry.
const HEAD = /(?<![\w.@\\])@[ \t]{0,20}([A-Za-z]{1,40})\s{0,100}([({])/g;
const HEAD_HERE = new RegExp(HEAD.source, 'y');
const HEAD_OF_LINE = /(?:^|\n)[ \t]{0,20}(?=@[ \t]{0,20}[A-Za-z]{1,40}\s{0,100}[({])/g;

/** @param wanted lower-case names of the fields to keep */
export function* bibRecords(text: string, wanted: ReadonlySet<string>): Generator<BibRecord | BrokenRecord> {
  const macros = new Map<string, string>();
  let at = 0;
  let line = 1;
  let counted = 0;
  let room = MOST_MACROS_TEXT;
  for (;;) {
    const head = matchFrom(HEAD, text, at);
    if (head === undefined) return;
    const { index } = head;
    for (let end = text.indexOf('\n', counted); end !== -1 && end < index; end = text.indexOf('\n', counted)) {
      line++;
      counted = end + 1;
    }
    const from = index + head[0].length;
    const type = (head[1] ?? '').toLowerCase();
    if (isCommentedOut(text, index)) {
      at = from;
      continue;
    }
    const span = spanOf(text, from, head[2] === '(');
    if (typeof span === 'string') {
      if (type !== 'comment') yield { line, broken: span, text: text.slice(index, index + 400) };
      const next = matchFrom(HEAD_OF_LINE, text, from);
      if (next === undefined) return;
      at = next.index;
      continue;
    }
    at = span.end + 1;
    if (type === 'comment' || type === 'preamble') continue;
    const fields = new BibFields(text, from, span, macros);
    if (type === 'string') {
      for (const [name, value] of fields.read(undefined)) {
        const kept = cutAt(value, Math.min(MOST_MACRO, room));
        room -= kept.length;
        if (macros.size < MOST_MACROS) macros.set(name, kept);
      }
    } else yield { type, key: fields.key(), line, fields: fields.read(wanted) };
  }
}

/** UTF-16 units of one macro, and of all: each may hold the one before it twice. */
const MOST_MACRO = 64 * 1024;
const MOST_MACROS_TEXT = 4 * 1024 * 1024;

export interface Span {
  /** Index of the closing brace or parenthesis. */
  readonly end: number;
  /** A brace after a backslash is text. */
  readonly escapes: boolean;
}

function spanOf(text: string, from: number, isRound: boolean): Span | 'unclosed' | 'too-large' {
  const strict = closing(text, from, isRound, false);
  if (typeof strict.end === 'number' && (!strict.escaped || hasPairedEscapes(text, from, strict.end)))
    return { end: strict.end, escapes: false };
  const loose = strict.escaped ? closing(text, from, isRound, true) : strict;
  if (typeof loose.end === 'number') return { end: loose.end, escapes: true };
  return typeof strict.end === 'number' ? { end: strict.end, escapes: false } : strict.end;
}

/** As many `\{` as `\}`: then both ways of counting come out at the same brace. */
function hasPairedEscapes(text: string, from: number, end: number): boolean {
  let open = 0;
  for (let at = text.indexOf('\\', from); at !== -1 && at < end; at = text.indexOf('\\', at + 2)) {
    if (text[at + 1] === '{') open++;
    else if (text[at + 1] === '}') open--;
  }
  return open === 0;
}

/** `escaped`: a brace stood after a backslash. */
interface Closing {
  readonly end: number | 'unclosed' | 'too-large';
  readonly escaped: boolean;
}

function closing(text: string, from: number, isRound: boolean, escapes: boolean): Closing {
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let heads = 0;
  const stop = Math.min(text.length, from + MOST_ENTRY);
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) depth++;
    else if (code === 0x7d) {
      if (depth === 0 && !isRound) return { end: at, escaped };
      depth = Math.max(0, depth - 1);
    } else if (code === 0x5c) {
      escaped ||= text[at + 1] === '{' || text[at + 1] === '}';
      if (escapes) at++;
    } else if (isRound && depth === 0 && code === 0x22) quoted = !quoted;
    else if (isRound && depth === 0 && code === 0x29 && !quoted) return { end: at, escaped };
    else if (code === 0x40 && isHead(text, at)) {
      // between its fields nothing can begin but the next entry
      if (depth === 0 || ++heads > MOST_HEADS) return { end: 'unclosed', escaped };
    }
  }
  return { end: stop < text.length ? 'too-large' : 'unclosed', escaped };
}

/** Does a line begin with the head of an entry here? */
function isHead(text: string, at: number): boolean {
  let before = at - 1;
  while (before > at - 20 && (text[before] === ' ' || text[before] === '\t')) before--;
  if (before >= 0 && text[before] !== '\n') return false;
  HEAD_HERE.lastIndex = at;
  return HEAD_HERE.test(text);
}

const isCommentedOut = (text: string, at: number): boolean =>
  /(?:^|\n)[ \t]*%[^\n]*$/.test(text.slice(Math.max(0, at - 200), at));

function matchFrom(form: RegExp, text: string, at: number): RegExpExecArray | undefined {
  form.lastIndex = at;
  return form.exec(text) ?? undefined;
}
