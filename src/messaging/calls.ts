import type { CalendarDay } from '../core/calendar-day.ts';
import type { CitationStyle } from '../core/citations/styles/cite.ts';
import type { DigestFormat } from '../core/entry.ts';
import type { PaperId } from '../core/identity/paper-id.ts';
import type { PaperEdit } from '../core/library/edits.ts';
import type { SaveInput } from '../core/library/save-input.ts';
import type { Status } from '../core/library/status.ts';
import type { RefusedTag } from '../core/library/tag-name.ts';
import type { Link } from '../core/links/link.ts';
import type { NoteData, Query } from '../core/note-data.ts';
import type { PageText } from '../core/page-text.ts';
import type { Hint } from '../core/related/hint.ts';
import type { NoteSettings, Settings } from '../core/settings.ts';
import type { Tag } from '../core/tags/tag.ts';
import type { LibraryEngineCalls, LibraryPageCalls } from './library-calls.ts';
import type { SyncEngineCalls, SyncPageCalls } from './sync-calls.ts';

/**
 * Every call between contexts: what goes in, what comes out. protocol.ts says who may make it and checks it at run time.
 * `request` is a random id made by the caller: the effect and its id are written in one transaction, so a retry has one effect.
 */
export interface Calls extends LibraryPageCalls, LibraryEngineCalls, SyncPageCalls, SyncEngineCalls {
  // ---- answered by the background; content scripts may call these
  /** The staged look-up, step one: the first `full` queries complete, known/saved for all. */
  'papers.lookup': {
    in: { queries: readonly Query[]; full: number };
    out: {
      /** Complete answers for the first `full` queries. */
      rows: readonly NoteData[];
      /** One character per query, see Mark. */
      marks: string;
      notes: NoteSettings;
      keepListings: boolean;
    };
  };
  /** Step two: complete answers as mentions come near the viewport. */
  'papers.rows': { in: { queries: readonly Query[] }; out: { rows: readonly NoteData[] } };
  /** Tags and links from the page's own text, for papers nobody told of. */
  'papers.describe': {
    in: { texts: readonly PageText[] };
    out: { found: readonly { tags: readonly Tag[]; links: readonly Link[] }[] };
  };
  /** Close papers from the library, strongest first, for each text; text may lack an abstract where the paper is known. */
  'papers.hints': { in: { texts: readonly PageText[]; limit: number }; out: { hints: readonly (readonly Hint[])[] } };
  /** Saves, or sets the status of what is saved. Never un-saves. Acknowledged when durable. */
  'library.save': {
    in: { request: string; papers: readonly SaveInput[]; status?: Status };
    out: { saved: readonly { key: string; status: Status }[]; created: number };
  };
  /** Takes back the effect of a request, exactly once. */
  'library.undo': { in: { request: string; undo: string }; out: { undone: number; job?: number } };
  /** A listing that the person opened, kept as a digest. `text` is in `format`. */
  'digest.harvest': {
    in: { key: string; name: string; format: DigestFormat; text: string; captured?: CalendarDay };
    out: { kept: boolean };
  };
  /** Edits of the paper at hand: tags, rating, collections. Never deletes: a page's card may only do what can be undone. */
  'library.mark': {
    in: { request: string; paper: SaveInput; edits: readonly PaperEdit[]; note?: string };
    out: { status: Status; tags: readonly string[]; refused?: readonly RefusedTag[] };
  };
  /** The free note and citation of a saved paper, for the card, when the person opens them there. */
  'library.aside': {
    in: { query: Query; cite?: CitationStyle };
    out: { note?: string; tags: readonly string[]; allTags: readonly string[]; citation?: string };
  };
  /** Opens the side panel at a paper; where that cannot be, a tab. */
  'panel.open': { in: { query: Query }; out: Record<string, never> };
  /** Runs the card's script in the tab that asks, in the world of its notes. */
  'page.card': { in: Record<string, never>; out: Record<string, never> };
  /** What the adapter found, for the badge and the popup's "this site changed". */
  'page.report': {
    in: { site: string; mentions: number; known: number; changed: boolean };
    out: Record<string, never>;
  };

  // ---- answered by the background; extension pages only
  /** Adds a digest: text, or the name of a file staged in OPFS (folder `staged`). */
  'digest.add': {
    in: { request: string; name: string; captured?: CalendarDay; text?: string; staged?: string };
    out: { job: number };
  };
  'digest.sample': { in: { request: string }; out: { job: number } };
  'digest.cancel': { in: { job: number }; out: Record<string, never> };
  'digest.forget': { in: { request: string; digests: readonly number[] | 'all' }; out: { job: number } };
  'sites.set': { in: { site: string; on: boolean }; out: Record<string, never> };
  'settings.set': { in: { settings: Settings }; out: Record<string, never> };
  /** What is known and saved, best first. */
  'search.find': {
    in: { text: string; limit: number };
    out: { hits: readonly SearchHit[]; total: number; searched: number };
  };
  'library.snapshot': { in: { request: string }; out: { name: string } };
  /** Merges a snapshot into the library; never takes anything away. */
  /** A snapshot by its name, or a backup file that the page staged (folder `staged`). */
  'library.restore': { in: { request: string; name?: string; staged?: string }; out: { restored: number } };
  /** Accepts the library as it is after a loss: the canary counts anew. */
  'library.accept': { in: { request: string }; out: Record<string, never> };
  'library.health': { in: Record<string, never>; out: LibraryHealth };

  // ---- answered by the engine; background and extension pages only
  'engine.ingest': {
    in: {
      request: string;
      name: string;
      key?: string;
      format?: DigestFormat;
      captured?: CalendarDay;
      text?: string;
      staged?: string;
      kind: 'added' | 'listing';
    };
    out: { job: number };
  };
  'engine.forget': { in: { request: string; digests: readonly number[] | 'all' }; out: { job: number } };
  'engine.cancel': { in: { job: number }; out: Record<string, never> };
  /** Goes on with jobs that a dead worker or browser left. */
  'engine.resume': { in: Record<string, never>; out: { jobs: number } };
  'engine.hints': { in: { texts: readonly PageText[]; limit: number }; out: { hints: readonly (readonly Hint[])[] } };
  'engine.find': {
    in: { text: string; limit: number };
    out: { hits: readonly SearchHit[]; total: number; searched: number };
  };
  /** The library changed: the engine's index of saved papers follows. */
  'engine.libraryChanged': { in: { keys: readonly string[] }; out: Record<string, never> };

  // ---- answered by a content script; background and extension pages only
  /** The papers of the page, in page order. */
  'page.papers': { in: Record<string, never>; out: { site: string; changed: boolean; papers: readonly SaveInput[] } };
  /** The per-site switch, at once. */
  'page.switch': { in: { on: boolean }; out: Record<string, never> };
  /** Saved marks or settings changed elsewhere: ask again for what is drawn. */
  'page.refresh': { in: Record<string, never>; out: Record<string, never> };
  /** Scrolls a paper of this page into view. */
  'page.show': { in: { id: PaperId }; out: Record<string, never> };
}

/** `-` unknown, `k` known, and saved: `s` to read, `i` reading, `d` read, `a` put aside. */
export type Mark = '-' | 'k' | 's' | 'i' | 'd' | 'a';

export interface SearchHit {
  readonly key: string;
  readonly data: NoteData;
  /** Ranges of the title that matched, [start, end) in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface LibraryHealth {
  /** `empty-loss`: nothing left; `partial-loss`: fewer than the canary says; `newer`: written by a newer version; `unwritable`: the disk is full or refuses; `unreadable`: cannot be opened. */
  readonly state: 'good' | 'empty-loss' | 'partial-loss' | 'newer' | 'unwritable' | 'unreadable' | 'blocked';
  readonly count: number;
  /** What the canary says there should be. */
  readonly expected: number;
  readonly snapshots: readonly {
    readonly name: string;
    readonly day: string;
    readonly count: number;
    readonly bytes: number;
    readonly good: boolean;
  }[];
  /** The same for what digests told us, which can be added again. */
  readonly papers: 'good' | 'lost' | 'newer' | 'unreadable' | 'blocked';
}

export type CallName = keyof Calls;
export type In<N extends CallName> = Calls[N]['in'];
export type Out<N extends CallName> = Calls[N]['out'];

/** Expected failures, each with its words in the interface. */
export type CallError =
  | 'refused' // this sender may not make this call
  | 'bad-request' // the shape or a limit is wrong
  | 'no-answer' // killed or asleep; the caller has tried again and may do so later
  | 'reload-page' // the extension was updated under the page
  | 'read-only' // a newer version wrote this library, or the store cannot be written
  | 'library-lost' // the restore screen must be seen first
  | 'unknown-format'
  | 'too-large'
  | 'empty'
  | 'quota'
  | 'not-found'
  | 'failed'; // a bug: reported in the worker's console

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError; readonly detail?: string };

export type Party = 'background' | 'engine' | 'content';

/** What travels. Every listener ignores what is not addressed to it: all contexts hear runtime messages. */
export interface Envelope<N extends CallName = CallName> {
  readonly scholion: 1;
  readonly to: Party;
  readonly call: N;
  readonly body: In<N>;
}
