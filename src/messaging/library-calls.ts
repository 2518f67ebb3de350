import type { CalendarDay } from '../core/calendar-day.ts';
import type { PaperEdit } from '../core/library/edits.ts';
import type { SavedRow } from '../core/library/saved-row.ts';
import type { Status } from '../core/library/status.ts';
import type { RefusedTag } from '../core/library/tag-name.ts';
import type { Colour, Rule, ThingFields } from '../core/library/things.ts';
import type { TagKind } from '../core/tags/tag.ts';

/** The calls about the library page, panel, import and export. Pages alone may make them; calls.ts has those of every context. */

export type Shelf = 'library' | 'trash';
export type SortBy = 'relevance' | 'added' | 'changed' | 'title' | 'year' | 'status' | 'rating' | 'venue';

/** A list: words, operators and facets are one text (core/search/query.ts), so that it can be typed, shared and saved. */
export interface ListQuery {
  readonly text: string;
  readonly shelf: Shelf;
  /** `relevance` without words is `added`. */
  readonly sort: SortBy;
  readonly descending: boolean;
}

/** Which papers an action is about. The engine writes a query's keys down when the job begins. */
export type Choice =
  | { readonly keys: readonly string[] }
  | { readonly query: ListQuery; readonly except: readonly string[] };

export interface ListRow {
  readonly row: SavedRow;
  /** Ranges of the title that matched. */
  readonly marks: readonly (readonly [number, number])[];
  /** Where it matched but not in the title: a few words around the hit. */
  readonly snippet?: { readonly field: 'abstract' | 'notes'; readonly text: string };
}

export interface Facets {
  /** Of the whole shelf. */
  readonly all: number;
  readonly status: Readonly<Record<Status, number>>;
  readonly trash: number;
  /** Papers in each collection and below it, of the whole shelf. */
  readonly collections: Readonly<Record<string, number>>;
  /** Of the papers found, most first, at most 200. */
  readonly tags: readonly {
    readonly name: string;
    readonly kind: TagKind;
    readonly count: number;
    readonly colour?: Colour;
  }[];
  readonly tagCount: number;
  readonly years: readonly (readonly [year: number, count: number])[];
  readonly venues: readonly (readonly [venue: string, count: number])[];
  readonly code: number;
  readonly notes: number;
}

export const REFERENCE_FORMATS = ['bibtex', 'ris', 'csl-json', 'csv', 'zotero-rdf', 'papermemory', 'scholion'] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];
export const EXPORT_FORMATS = ['bibtex', 'biblatex', 'ris', 'csl-json', 'markdown', 'csv', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Citation-key pattern (core/citations/citation-key.ts). */
  readonly keyPattern?: string;
  readonly abstracts: boolean;
  /** The person's own notes. */
  readonly notes: boolean;
}

/** Words of a page and of notes, in the person's language; `language` is its BCP 47 tag. */
export interface ExportWords {
  readonly title: string;
  readonly language: string;
  readonly abstract: string;
  readonly note: string;
}

export interface ImportPreview {
  readonly format: ReferenceFormat;
  readonly total: number;
  /** Not in the library yet; and already there (they would be filled in, never overwritten). */
  readonly fresh: number;
  readonly known: number;
  /** In the trash: stay there. */
  readonly trashed: number;
  readonly skipped: readonly {
    readonly line: number;
    readonly reason: string;
    readonly text: string;
    readonly count: number;
  }[];
  readonly skippedCount: number;
  readonly sample: readonly {
    readonly title: string;
    readonly authors: string;
    readonly year?: number;
    readonly state: 'fresh' | 'known' | 'trashed';
  }[];
  readonly tags: readonly string[];
}

export interface ImportOptions {
  readonly tags: readonly string[];
  readonly collection?: string;
  readonly status?: Status;
  /** Bring tags, notes and status of the file too. */
  readonly marks: boolean;
}

export interface GraphNode {
  readonly key: string;
  readonly title: string;
  readonly label: string;
  readonly status: Status;
}
export interface GraphEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  /** Shared terms, strongest first. */
  readonly terms: readonly string[];
}

export interface LibraryPageCalls {
  /** One window of a list. */
  'library.list': {
    in: { query: ListQuery; from: number; count: number; facets: boolean };
    out: {
      rows: readonly ListRow[];
      total: number;
      of: number;
      /** The library's number of changes that this answer knows. */
      seq: number;
      ms: number;
      facets?: Facets;
      /** Full-text index is still being made: titles, authors and tags alone were searched. */
      indexing?: boolean;
    };
  };
  /** Keys of a stretch of a list, for range selection. At most 50,000. */
  'library.keys': { in: { query: ListQuery; from: number; count: number }; out: { keys: readonly string[] } };
  /** Where a paper stands in a list; -1 where it is not in it. */
  'library.place': { in: { query: ListQuery; key: string }; out: { at: number } };
  /** Edits of few papers (at most 200), at once. */
  'library.edit': {
    in: { request: string; keys: readonly string[]; edits: readonly PaperEdit[] };
    out: { changed: number; refused?: readonly RefusedTag[] };
  };
  /** The same for any number, as a job. */
  'library.bulk': { in: { request: string; choice: Choice; edits: readonly PaperEdit[] }; out: { job: number } };
  /** Writes the free note of a paper; empty text takes it away. */
  'library.note': { in: { request: string; key: string; text: string }; out: Record<string, never> };
  /** Makes or changes a collection, tag, rule or saved search. The caller makes the id of a new one. */
  'library.thing': { in: { request: string; id: string; fields: ThingFields }; out: Record<string, never> };
  /** Renames, merges (`to`), or takes away (`to` null) tags everywhere. */
  'library.retag': { in: { request: string; from: readonly string[]; to: string | null }; out: { job: number } };
  'library.runRules': { in: { request: string; rules: readonly string[] | 'all' }; out: { job: number } };
  /** What a rule would change, before it is kept. */
  'library.previewRule': {
    in: { when: Rule['when']; adds: Rule['adds'] };
    out: { matches: number; changes: number; sample: readonly { readonly key: string; readonly title: string }[] };
  };
  /** Puts `drop` into `keep`. */
  'library.mergePapers': {
    in: { request: string; keep: string; drop: string };
    out: { changed: number; refused?: readonly RefusedTag[] };
  };
  /** Papers that look like one work, strongest reason first. */
  'library.duplicates': {
    in: Record<string, never>;
    out: { groups: readonly { readonly reason: 'id' | 'title' | 'probably'; readonly rows: readonly SavedRow[] }[] };
  };
  /** Empties the trash, or some of it, for good. */
  'library.purge': { in: { request: string; keys: readonly string[] | 'all' }; out: { purged: number } };
  'library.cancelJob': { in: { job: number }; out: Record<string, never> };
  /** Forgets an ended job, and its file. */
  'library.dismissJob': { in: { job: number }; out: Record<string, never> };
  /** Reads a staged reference file (folder `staged`) and says what an import would do. Nothing is changed. */
  'library.previewImport': {
    in: { staged: string; name: string; format?: ReferenceFormat };
    out: ImportPreview;
  };
  /** Takes a snapshot, then imports as a job. The job's result counts imported + merged + skipped = total. */
  'library.import': {
    in: { request: string; staged: string; name: string; format?: ReferenceFormat; options: ImportOptions };
    out: { job: number };
  };
  /** Writes a file (folder `staged`, name in the job's result), which the page hands to the person. */
  'library.export': { in: { request: string; choice: Choice; options: ExportOptions }; out: { job: number } };
  'library.charts': {
    in: Record<string, never>;
    out: {
      /** Monday of each week. */
      weeks: readonly { readonly from: CalendarDay; readonly saved: number; readonly read: number }[];
      topics: readonly {
        readonly name: string;
        readonly kind: TagKind;
        readonly byYear: readonly (readonly [year: number, count: number])[];
      }[];
    };
  };
  /** Close papers of the library around one paper, or among a list's first ones. */
  'library.graph': {
    in: { around?: string; query?: ListQuery; limit: number };
    out: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] };
  };
  /** A backup as a staged file (folder `staged`); `downloads` where it went to the downloads folder. */
  'library.backup': {
    in: { request: string; to: 'file' | 'downloads' };
    out: { staged?: string; name: string; count: number };
  };
  /** What restoring a snapshot (`name`) or a staged backup file would bring. Nothing is changed. */
  'library.previewRestore': {
    in: { name?: string; staged?: string };
    out: {
      day: string;
      count: number;
      brings: number;
      changes: number;
      good: boolean;
      readable: number;
      damage?: 'damaged' | 'newer';
    };
  };
  'zotero.state': {
    in: Record<string, never>;
    out: { kind: 'local-api' | 'connector' | 'jabref' | 'off' | 'absent' | 'not-allowed'; version?: string };
  };
  /** Sends papers to Zotero as a job; its result counts sent, already there, failed with reasons. */
  'zotero.send': { in: { request: string; choice: Choice }; out: { job: number } };
}

/** The same in the engine, to which the background passes them on. */
type Passed =
  | 'list'
  | 'keys'
  | 'place'
  | 'bulk'
  | 'retag'
  | 'runRules'
  | 'previewRule'
  | 'duplicates'
  | 'cancelJob'
  | 'dismissJob'
  | 'previewImport'
  | 'import'
  | 'export'
  | 'charts'
  | 'graph';
export type LibraryEngineCalls = {
  [N in Passed as `engine.${N}`]: LibraryPageCalls[`library.${N}`];
} & {
  /** An address under which the browser can download a staged file, for as long as the engine runs; for the background's own backups. */
  'engine.fileUrl': { in: { staged: string; type: string }; out: { url: string } };
  /** With the words that stand in a file for people: the engine has no sentences. */
  'engine.export': { in: { words?: ExportWords } };
  /** Takes back a job, as another one. */
  'engine.undoJob': { in: { request: string; undo: string }; out: { job: number } };
  /** The engine wrote to the library: canary, snapshot and open pages follow. Answered by the background. */
  'library.written': { in: { keys: readonly string[] }; out: Record<string, never> };
};
