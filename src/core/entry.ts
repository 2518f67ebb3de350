import type { CalendarDay } from './calendar-day.ts';
import type { WarningKind } from './digest/warn.ts';
import type { PaperId } from './identity/paper-id.ts';
import type { Link } from './links/link.ts';

/** One paper as one digest describes it. A field the digest does not give is absent; an empty string is data. */
export interface Entry {
  readonly title: string;
  readonly abstract?: string;
  /** Canonical, no duplicates, strongest first (order of SITES.md 1: arxiv, doi, acl, openreview, pmid, s2 …). */
  readonly ids: readonly PaperId[];
  readonly authors?: readonly string[];
  /** Only where the digest counts authors without naming them. */
  readonly authorCount?: number;
  readonly organisation?: { readonly slug: string; readonly name: string };
  readonly date?: CalendarDay;
  /** True where the year was worked out from the capture date. Never replaces an exact date. */
  readonly dateInferred?: boolean;
  /** The date as the digest wrote it, kept where it could not be read. */
  readonly dateRaw?: string;
  /** Discussion count, >= 0. */
  readonly comments?: number;
  readonly upvotes?: number;
  /** arXiv's Comments field or its like: "12 pages, code at …". */
  readonly remark?: string;
  readonly categories?: readonly string[];
  readonly venue?: string;
  /** Links the digest states itself (API fields) together with those found in its text. */
  readonly links: readonly Link[];
  /** Keywords the digest states itself; not the tagger's. */
  readonly tags: readonly string[];
  /** What had to be cut or is missing, e.g. an abstract over 1 MiB. */
  readonly flags?: readonly EntryFlag[];
  /** 1-based line (or record number, for JSON) where the entry begins. */
  readonly line: number;
}

export type EntryFlag = 'abstract-cut' | 'title-cut' | 'no-meta' | 'link-dropped';

/** Something in a digest that was not understood, or was repaired. */
export interface Warning {
  /** 1-based. */
  readonly line: number;
  /** What it is, for a sentence in the person's language; digests that were read by an older version have only `message`. */
  readonly kind?: WarningKind;
  /** The text at hand, which `$1` of the sentence stands for. */
  readonly text?: string;
  /** The same as a sentence of plain English. */
  readonly message: string;
}

export interface ParsedDigest {
  readonly format: DigestFormat;
  readonly entries: readonly Entry[];
  readonly warnings: readonly Warning[];
}

/** `hf-page`: text copy of a Hugging Face papers page. `hf-json`: /api/daily_papers or the JSON embedded in pages. `jsonl`: our own. */
export type DigestFormat = 'hf-page' | 'hf-json' | 'jsonl';
