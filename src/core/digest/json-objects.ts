import type { Warning } from '../entry.ts';
import { asRecord, field, type JsonRecord, listField } from './json-value.ts';
import { LIMITS } from './limits.ts';
import { warn } from './warn.ts';

/**
 * The records of a JSON text: a list, an object with `dailyPapers`, one record, or one a line. Where the text is cut or
 * damaged, every record that is whole is still read and the others are reported.
 */
export function jsonObjects(text: string, most: number, warnings: Warning[]): readonly JsonRecord[] {
  const whole = parsed(text);
  if (whole.ok) return recordsIn(whole.value, most, warnings);
  return salvaged(text, most, warnings);
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false }; // the caller goes on record by record
  }
}

function recordsIn(value: unknown, most: number, warnings: Warning[]): readonly JsonRecord[] {
  const record = asRecord(value);
  const list = Array.isArray(value)
    ? value
    : (listField(record, 'dailyPapers') ?? listField(record, 'papers') ?? [value]);
  const records: JsonRecord[] = [];
  list.slice(0, most).forEach((item, i) => {
    const one = asRecord(item);
    if (one === undefined) warn(warnings, i + 1, 'no-record');
    else records.push(one);
  });
  return records;
}

/**
 * Record by record: each begins at `{"paper":` (inside a JSON string the quotes would be escaped, so this cannot be text),
 * or, in lists of another form, at each outermost `{`.
 */
function salvaged(text: string, most: number, warnings: Warning[]): readonly JsonRecord[] {
  const starts = [...text.matchAll(/\{\s{0,64}"paper"\s{0,64}:/g)].slice(0, most).map((m) => m.index);
  const from = starts.length > 0 ? starts : outermost(text, most);
  const lineAt = lineCounter(text);
  const records: JsonRecord[] = [];
  let read = 0; // everything before is in a record or was looked at
  let between = ''; // the first characters that stand outside all records
  let unreadable = 0;
  for (const [i, start] of from.entries()) {
    const end = endOfObject(text, start, from[i + 1] ?? text.length);
    const one = end === undefined ? undefined : parsed(text.slice(start, end));
    const record = one?.ok === true ? asRecord(one.value) : undefined;
    between ||= text.slice(read, start).trim().slice(0, 1);
    read = end ?? start;
    if (record === undefined) {
      warn(warnings, lineAt(start), 'cut-record');
      if (++unreadable > LIMITS.unreadable) break;
    } else if (field(record, 'paper') !== undefined || field(record, 'title') !== undefined) records.push(record);
  }
  // nothing but blanks between whole records: one a line, as it should be
  if (between !== '' && warnings.length === 0) warn(warnings, lineAt(text.length), 'cut-list');
  return records;
}

/** Line numbers of growing positions, in one pass over the text. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
}

/** The index after the bracket that closes the object, strings respected; undefined where it does not close before `limit`. */
function endOfObject(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = start; i < limit; i++) {
    const ch = text.charCodeAt(i);
    if (inString) {
      if (ch === 92) i++;
      else if (ch === 34) inString = false;
    } else if (ch === 34) inString = true;
    else if (ch === 123) depth++;
    else if (ch === 125 && --depth === 0) return i + 1;
  }
  return undefined;
}

/** Starts of the objects that stand outside any other. One that never closes is skipped by its bracket alone. */
function outermost(text: string, most: number): readonly number[] {
  const starts: number[] = [];
  for (let i = text.indexOf('{'); i >= 0 && starts.length < most; i = text.indexOf('{', i)) {
    starts.push(i);
    const end = endOfObject(text, i, text.length);
    if (end === undefined) break;
    i = end;
  }
  return starts;
}
