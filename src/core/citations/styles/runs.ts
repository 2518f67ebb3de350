/** A citation as runs of text, some italic: ready for plain text, and for rich text on a clipboard. */

export interface Run {
  readonly text: string;
  readonly italic?: true;
}

/** A piece of a citation: a run, plain text, or nothing. */
export type Part = Run | string | undefined;

export const italic = (text: string | undefined): Run | undefined =>
  text === undefined ? undefined : { text, italic: true };

/** Pieces one after the other; a piece that is missing leaves no trace. */
export const runs = (...parts: readonly (Part | readonly Run[])[]): readonly Run[] =>
  parts.flatMap((part) => {
    if (part === undefined || part === '') return [];
    return typeof part === 'string' ? [{ text: part }] : 'text' in part ? [part] : part;
  });

/** Pieces with a separator between those that are there. */
export function joined(separator: string, ...parts: readonly (Part | readonly Run[])[]): readonly Run[] {
  const there = parts.map((part) => runs(part)).filter((part) => part.length > 0);
  return there.flatMap((part, i) => (i === 0 ? part : [{ text: separator }, ...part]));
}

/** Sentences, each with a full stop, unless it ends in one (also within quotes) or in `?` or `!`. */
export function sentences(...parts: readonly (Part | readonly Run[])[]): readonly Run[] {
  const there = parts.map((part) => runs(part)).filter((part) => part.length > 0);
  return there.flatMap((part, i) => {
    const isLast = i === there.length - 1;
    const ended = /[.?!…][”’]?$/.test(textOf(part)) ? part : [...part, { text: '.' }];
    return isLast ? ended : [...ended, { text: ' ' }];
  });
}

export const textOf = (parts: readonly Run[]): string => parts.map((run) => run.text).join('');

/** For a clipboard's `text/html`: escaped text, `<i>` where a style asks for it. */
export const htmlOf = (parts: readonly Run[]): string =>
  parts.map((run) => (run.italic ? `<i>${escapeHtml(run.text)}</i>` : escapeHtml(run.text))).join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or attribute value. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A title in double quotes, with the quotes inside it single; `mark` goes before the closing quote where no sign ends the title. */
export function quoted(title: string, mark: '.' | ',' | ''): string {
  const inner = title.replace(/[“”]/g, (sign) => (sign === '“' ? '‘' : '’')).replace(/"([^"]*)"/g, '‘$1’');
  return `“${inner}${/[.?!…]$/.test(inner) && mark !== '' ? '' : mark}”`;
}
