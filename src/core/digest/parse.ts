import type { CalendarDay } from '../calendar-day.ts';
import type { DigestFormat, Entry, ParsedDigest, Warning } from '../entry.ts';
import { err, ok, type Result } from '../result.ts';
import { cleanDigest } from './clean-text.ts';
import { detectFormat, HEAD } from './detect.ts';
import { readHfJson } from './hf-json.ts';
import { readHfPage } from './hf-page.ts';
import { readJsonl } from './jsonl.ts';
import { LIMITS } from './limits.ts';
import { warningOf } from './warn.ts';

export interface ParseOptions {
  /** The day the digest was copied or saved; it decides the year of dates without one. Never taken from a clock here. */
  readonly captured?: CalendarDay;
  /** Where the caller knows it; else it is detected. */
  readonly format?: DigestFormat;
}

export type ParseFailure = 'unknown-format' | 'too-large' | 'empty';

/** What every reader of a format gives; undefined where the text has not that format after all. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly warnings: readonly Warning[];
}

const READERS: Readonly<Record<DigestFormat, (text: string, options: ParseOptions) => Reading | undefined>> = {
  'hf-page': readHfPage,
  'hf-json': readHfJson,
  jsonl: readJsonl,
};

/**
 * A digest of any known format as entries in their order, with a warning and its line for everything not understood.
 * Never throws. Refused with a sentence for people: empty text, an unknown format, more than 64 MiB or 200,000 papers.
 */
export function parseDigest(text: string, options: ParseOptions): Result<ParsedDigest, ParseFailure> {
  if (text.length > LIMITS.text)
    return err('too-large', 'This digest is larger than 64 MiB. Split it and add the parts one by one.');
  const clean = cleanDigest(text);
  if (clean.trim() === '') return err('empty', 'There is no text in this digest.');
  const format = options.format ?? detectFormat(clean.slice(0, HEAD));
  if (format === undefined) return err('unknown-format', UNKNOWN);
  const reading = READERS[format](clean, options);
  if (reading === undefined) return err('unknown-format', UNKNOWN);
  const { entries, warnings } = reading;
  if (entries.length > LIMITS.entries)
    return err('too-large', 'This digest holds more than 200,000 papers. Split it and add the parts one by one.');
  return ok({ format, entries, warnings: capped(warnings) });
}

const UNKNOWN =
  'This is no digest Scholion can read. It reads the text copied from a Hugging Face papers page, the JSON of /api/daily_papers, a saved Hugging Face papers page, and its own JSON Lines.';

function capped(warnings: readonly Warning[]): readonly Warning[] {
  const sorted = [...warnings].sort((a, b) => a.line - b.line);
  const rest = sorted.slice(LIMITS.warnings);
  const first = rest[0];
  return first === undefined
    ? sorted
    : [...sorted.slice(0, LIMITS.warnings), warningOf(first.line, 'more-lines', String(rest.length))];
}
