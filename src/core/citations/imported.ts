import { cleanField, cutAt } from '../digest/clean-text.ts';
import { LIMITS } from '../digest/limits.ts';
import { err, ok, type Result } from '../result.ts';
import type { CitedWork } from './citation.ts';
import { type Draft, type WorkFlag, workOfDraft } from './draft.ts';

/** What reading a reference file gives. Every record is accounted for: `works.length` + the counts of `skipped` = `total`. */

export interface ImportedWork {
  readonly work: CitedWork;
  /** 1-based line (or record number, for JSON) where it begins. */
  readonly line: number;
  /** What of it was left out. */
  readonly flags: readonly WorkFlag[];
}

export type SkipReason =
  /** It has no title, so nothing could be shown or cited. */
  | 'no-title'
  /** It is no record: a number in a JSON list, a row with more cells than there are columns. */
  | 'not-a-record'
  /** A quotation mark is never closed; the rest of the file is in it. */
  | 'open-quote'
  /** Its braces or tags are never closed. */
  | 'unclosed'
  /** It is larger than any record of a paper. */
  | 'too-large'
  /** It is a web page's snapshot, a note that stands alone, a patent's file: nothing that a library of papers holds. */
  | 'not-a-paper'
  /** More records than one file may hold. */
  | 'too-many';

export interface SkippedRecord {
  readonly line: number;
  readonly reason: SkipReason;
  /** How it begins, at most 80 characters; text, never HTML. */
  readonly text: string;
  /** More than one where many skipped records are told in one line. */
  readonly count: number;
}

export interface ImportedFile {
  readonly works: readonly ImportedWork[];
  readonly skipped: readonly SkippedRecord[];
  readonly total: number;
}

export type ImportError = 'empty' | 'too-large' | 'unknown-format';

/** Skipped records told one by one; further ones are counted by reason. */
const MOST_SKIPPED = 1000;

/** Counts while a file is read. Not exported beyond this folder's readers. */
export class Tally {
  readonly #works: ImportedWork[] = [];
  readonly #skipped: SkippedRecord[] = [];
  readonly #more = new Map<SkipReason, SkippedRecord>();
  #total = 0;

  /** Takes a record, or skips it where it has no title or there are too many. */
  add(draft: Draft, line: number): void {
    const made = workOfDraft(draft);
    const name = draft.title ?? draft.authors?.[0] ?? draft.venue ?? draft.urls?.[0] ?? draft.ids?.[0] ?? '';
    if (made === undefined) this.skip(line, 'no-title', name);
    else if (this.#works.length >= LIMITS.entries) this.skip(line, 'too-many', name);
    else {
      this.#total++;
      this.#works.push({ ...made, line });
    }
  }

  skip(line: number, reason: SkipReason, text: string): void {
    this.#total++;
    if (this.#skipped.length < MOST_SKIPPED) {
      this.#skipped.push({ line, reason, text: cutAt(cleanField(cutAt(text, 400)), 80), count: 1 });
      return;
    }
    const before = this.#more.get(reason);
    this.#more.set(reason, { line: before?.line ?? line, reason, text: '', count: (before?.count ?? 0) + 1 });
  }

  file(): ImportedFile {
    return { works: this.#works, skipped: [...this.#skipped, ...this.#more.values()], total: this.#total };
  }
}

/** The checks that every reader begins with. */
export function checkedText(text: string): Result<string, 'empty' | 'too-large'> {
  if (text.length > LIMITS.text) return err('too-large', 'Split the file; one may hold 64 MiB of text.');
  return text.trim() === '' ? err('empty', 'The file has no text.') : ok(text);
}
