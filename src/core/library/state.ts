import type { Stamp } from './clock.ts';

/**
 * What is synced of one saved thing: registers with clocks. Every kind is an open record: fields and whole parts that a
 * newer version added are kept, merged and sent on (merge.ts).
 */

/** A value and when it was set; the later one wins. A value of `null` is "not set". */
export type Reg<T> = readonly [value: T, stamp: Stamp];
export type Regs<T> = Readonly<Record<string, Reg<T>>>;

/**
 * What the person does with a paper. `f`: addedAt, status, rating, deleted, purged, unsaved, mergedInto …; `t`: own tags;
 * `c`: collections (1 in, 0 out); `a`: automatic tags: 1 set by a rule, 0 the person does not want this one or this topic here;
 * `m`: keys of papers that were merged into it.
 */
export interface PaperState {
  readonly v: 1;
  readonly f: Regs<unknown>;
  readonly t: Regs<0 | 1>;
  readonly c: Regs<0 | 1>;
  readonly a?: Regs<0 | 1 | null>;
  readonly m?: Regs<0 | 1>;
  readonly [newer: string]: unknown;
}

/** The record as it was saved. `f`: title, authors, year …; `i`: ids (taken out only where a merge of two papers is taken back). */
export interface BibState {
  readonly v: 1;
  readonly f: Regs<unknown>;
  readonly i: Regs<0 | 1>;
  readonly [newer: string]: unknown;
}

/** A free note on a paper: concurrent texts are all kept until an edit that has seen them replaces them. */
export interface NoteState {
  readonly v: 1;
  readonly paper: string;
  readonly sib: readonly (readonly [text: string, stamp: Stamp])[];
  /** Stamps of texts that were replaced. */
  readonly seen: Readonly<Record<string, 1>>;
  readonly [newer: string]: unknown;
}

export const newPaperState = (): PaperState => ({ v: 1, f: {}, t: {}, c: {} });
export const newBibState = (): BibState => ({ v: 1, f: {}, i: {} });
export const newNoteState = (paper: string): NoteState => ({ v: 1, paper, sib: [], seen: {} });

/** An own entry of a record; names like `__proto__` are ordinary keys. */
export const entryOf = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** A copy with one entry set. A computed key defines an own property, also for `__proto__`. */
export const withEntry = <T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> => ({ ...record, [key]: value });
