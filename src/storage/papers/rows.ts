import type { CalendarDay } from '../../core/calendar-day.ts';
import type { DigestFormat, Entry, Warning } from '../../core/entry.ts';
import type { PaperId } from '../../core/identity/paper-id.ts';
import type { Link } from '../../core/links/link.ts';
import type { Conflict } from '../../core/paper.ts';
import type { Tag } from '../../core/tags/tag.ts';

/** Rows of `scholion-papers` (DESIGN.md 3): what digests and pages told us. Replaceable; written by the engine alone. */

/** `digests(++id)` */
export interface DigestRow {
  readonly id: number;
  readonly name: string;
  readonly format: DigestFormat;
  /** `added` by the person; `listing`: a page that was opened. */
  readonly kind: 'added' | 'listing';
  /** Same key, same listing: a later visit replaces it. */
  readonly key?: string;
  /** Day that the digest itself states. */
  readonly captured?: CalendarDay;
  /** Day it was added; absent for listings: the time of a visit is not kept. */
  readonly added?: CalendarDay;
  readonly entries: number;
  /** UTF-16 units of text it came from. */
  readonly size: number;
  /** At most 200; the rest is counted. */
  readonly warnings: readonly Warning[];
  readonly warningCount: number;
  /** 53-bit hash of the text it came from: the same listing seen again writes nothing. */
  readonly hash?: number;
  /** `reading`: being ingested; its entries count from the first batch on. */
  readonly state: 'reading' | 'ready' | 'forgetting';
}

/** `entries(++id, digest, pid)` */
export interface EntryRow {
  readonly id: number;
  readonly digest: number;
  readonly pid: number;
  readonly entry: Entry;
}

/** `papers(++pid)`: small; the abstract is apart. Tags and dates are searched in `lines`; an index on them costs a third of the ingest. */
export interface PaperRow {
  readonly pid: number;
  readonly ids: readonly PaperId[];
  readonly title: string;
  readonly otherTitles: readonly string[];
  readonly authors?: readonly string[];
  readonly authorCount?: number;
  readonly organisation?: { readonly slug: string; readonly name: string };
  readonly date?: CalendarDay;
  readonly dateInferred?: boolean;
  readonly remark?: string;
  readonly categories: readonly string[];
  readonly venue?: string;
  readonly comments?: number;
  readonly upvotes?: number;
  readonly links: readonly Link[];
  /** Names, for the index; whole tags beside them. */
  readonly tags: readonly string[];
  readonly tagList: readonly Tag[];
  readonly conflicts: readonly Conflict[];
  /** Digests that told of it, newest first, at most 20. */
  readonly digests: readonly number[];
  /** What the newest of them, at most 5, counted. */
  readonly told: readonly { readonly digest: number; readonly upvotes?: number; readonly comments?: number }[];
  /** Earliest day on which a digest told of it (captured, else added): decides "New". */
  readonly firstDay?: CalendarDay;
}

/** `aliases(alias)`: an id or title key leads to a paper; `others` where a title key is shared. */
export interface AliasRow {
  readonly alias: string;
  /** The smallest number where several share it. */
  readonly pid: number;
  readonly others?: readonly number[];
  /** On title keys: every paper of this title has an arXiv id, so one with another arXiv id is none of them. */
  readonly sealed?: true;
}

/** `merged(pid)`: two papers turned out to be one. */
export interface MergedRow {
  readonly pid: number;
  readonly into: number;
}

/** `abstracts(pid)` */
export interface AbstractRow {
  readonly pid: number;
  readonly text: string;
}

/** `lines(chunk)`: normalised titles, authors and tags of 256 papers, for search; one line a pid, see line.ts. */
export interface LinesRow {
  readonly chunk: number;
  readonly text: string;
}

/**
 * `prints(segment)`: 53-bit fingerprints of aliases, sorted; an alias in no segment is unknown without a read. A later segment
 * overrules earlier ones. Numbers are never used twice, so a reader fetches only segments it has not seen.
 */
export interface PrintsRow {
  readonly segment: number;
  readonly prints: Float64Array;
  /** Fingerprints of aliases that led somewhere in earlier segments and lead nowhere now, sorted. */
  readonly gone: Float64Array;
}

/** `jobs(++id)`: long work with its cursor, resumed by whatever starts next. */
export interface JobRow {
  readonly id: number;
  readonly request: string;
  readonly kind: 'ingest' | 'forget';
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly name: string;
  readonly digest?: number;
  /** Digests still to forget. */
  readonly digests?: readonly number[];
  /** File in OPFS folder `staged`. */
  readonly staged?: string;
  readonly format?: DigestFormat;
  readonly captured?: CalendarDay;
  readonly key?: string;
  readonly digestKind?: 'added' | 'listing';
  /** Entries done, and in all where known. */
  readonly done: number;
  readonly total?: number;
  readonly error?: string;
  readonly detail?: string;
  readonly warningCount?: number;
  /** 53-bit hash of the text. */
  readonly hash?: number;
  /** How often it was begun since it last got further: a digest that kills its reader is given up. */
  readonly tries?: number;
  /** Time of the last step, ms since the epoch: tells a dead job from a living one. */
  readonly beat: number;
}

/** `caches(key)`: what can be computed again, e.g. the index of saved papers. */
export interface CacheRow {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly about: string;
}

/**
 * `meta(key)`: `epoch` counts every change; `paper`, `entry`, `segment` are the next free numbers, never used twice; `count` is the
 * number of papers.
 */
export interface MetaRow {
  readonly key: string;
  readonly value: number | string;
}
