import type { Warning } from '../entry.ts';

/** More are of no use to anybody, and a hostile text must not make a million of them. */
const MOST = 20_000;

/**
 * What was not understood, as a sentence of plain English for the command line; `$1` is the text at hand. Pages of the interface have the
 * same sentences in the person's language, by kind.
 */
const SENTENCES = {
  'not-object': 'This line is not a whole JSON object and was left out.',
  'not-json-lines': 'Most of this is not JSON Lines; the rest was not read.',
  'no-title': 'This record has no title and was left out.',
  repeated: 'This line repeats the one before it and was left out.',
  'no-paper': 'This line belongs to no paper and was left out.',
  'title-missing': 'Authors and date without a paper: its title is missing.',
  'not-understood': 'This line was not understood and was left out: “$1”',
  'unsafe-link': "Unsafe link: $1 of this record's links lead to no web page and were dropped.",
  'no-record': 'This member of the list is no record and was left out.',
  'cut-record': 'A record is cut or damaged here and was left out.',
  'cut-list': 'The list is cut or damaged around its records; those that are whole were read.',
  'no-date': '“$1” could not be read as a date; it was kept as it is.',
  'no-year': '“$1” could not be read as a date (which year?); it was kept as it is.',
  'no-comments': 'The comment count in “$1” could not be read.',
  'no-meta': '“$1” has no line with authors and date.',
  'more-lines': '… and $1 more of this kind from here on.',
} as const;

export type WarningKind = keyof typeof SENTENCES;
export const WARNING_KINDS = Object.keys(SENTENCES) as readonly WarningKind[]; // its own keys

/** @param text what `$1` of the sentence stands for */
export const warningOf = (line: number, kind: WarningKind, text?: string): Warning => ({
  line,
  kind,
  ...(text === undefined ? {} : { text }),
  message: SENTENCES[kind].replace('$1', () => text ?? ''),
});

export function warn(warnings: Warning[], line: number, kind: WarningKind, text?: string): void {
  if (warnings.length < MOST) warnings.push(warningOf(line, kind, text));
}
