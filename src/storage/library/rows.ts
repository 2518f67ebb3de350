import type { Edit, Inverse } from '../../core/library/draft.ts';
import type { NoteInverse } from '../../core/library/notes.ts';
import type { SavedRow } from '../../core/library/saved-row.ts';
import type { RefusedTag } from '../../core/library/tag-name.ts';
import type { ThingKind } from '../../core/library/things.ts';
import type { Decision, Name, Why } from '../../core/sync/report.ts';

export type { SavedRow, Topic } from '../../core/library/saved-row.ts';

/**
 * Rows of `scholion-library` (DESIGN.md 3): what the person made. Precious; strict durability; every effect is written in one
 * transaction with its request id, its undo and its outbox entry.
 */

/** Kinds of state. Those of a paper (paper, bib, note) have its key as id. */
export type StateKind = 'paper' | 'bib' | 'note' | ThingKind;

/** `states([kind+id])`: registers with clocks (core/library), unknown fields kept. */
export interface StateRow {
  readonly kind: StateKind;
  readonly id: string;
  /** The merged state; its type is core/library's for the kind. */
  readonly state: unknown;
}

/** `trash(key, deletedAt)`: papers taken out, for 90 days. */
export interface TrashRow extends SavedRow {
  /** ms since the epoch. */
  readonly deletedAt: number;
}

/** `aliases(alias, n)`: ids and title keys of saved papers, also of those taken out. Never removed. */
export interface SavedAliasRow {
  readonly alias: string;
  /** Several where papers share a title. */
  readonly keys: readonly string[];
  /** Counts every alias ever added, so that a copy in memory catches up by reading only what is newer. */
  readonly n: number;
}

/** `prints(segment)`: one row, 0: sorted fingerprints of the aliases up to number `n`, so that a cold start reads one row. */
export interface SavedPrintsRow {
  readonly segment: number;
  readonly n: number;
  readonly prints: Float64Array;
}

/** `requests(id)`: what was answered, so that a retry has one effect. Kept 30 days. */
export interface RequestRow {
  readonly id: string;
  readonly reply: unknown;
  readonly at: number;
}

/**
 * `undo(request)`: how to take an effect back, once. A job's effect stands in parts `<request>/<n>`, n from 0, one for each of its
 * transactions; the row of the request itself then says how many.
 */
export interface UndoRow {
  readonly request: string;
  readonly steps: readonly UndoStep[];
  readonly at: number;
  /** Of a job: how many parts there are, how many of them are not taken back yet while an undo is at it, and steps in all. */
  readonly parts?: number;
  readonly left?: number;
  readonly count?: number;
  /** Taken back; or, where the request itself was never seen, called off: it has no effect when it arrives late. */
  readonly done?: true;
}

/** One state that an action changed. Without a kind it is a paper's: rows of the first version have none. */
export type UndoStep =
  | { readonly kind?: 'paper'; readonly key: string; readonly inverse: Inverse }
  | { readonly kind: 'note'; readonly key: string; readonly inverse: NoteInverse }
  | { readonly kind: 'bib' | ThingKind; readonly key: string; readonly edits: readonly Edit[] };

/** `outbox([kind+id], seq)`: what later leaves for targets; one row a record, its newest change. */
export interface OutboxRow {
  readonly seq: number;
  readonly kind: StateKind;
  readonly id: string;
}

/** `history(++id, [kind+ref], stamp)`: overwritten values with the stamps they had, kept 90 days. */
export interface HistoryRow {
  /** Given by the store. */
  readonly id?: number;
  readonly kind: StateKind;
  readonly ref: string;
  readonly field: string;
  readonly value: unknown;
  readonly stamp: string;
  /** ms of when it was overwritten; rows of the first version have none. */
  readonly at?: number;
}

/**
 * `device(key)`: `self` (see self.ts); `library`: the library's own random id; `schema`: version of the code that wrote it;
 * `rows`: version of the computation that made the rows, `rowsFrom`: how far a new one has come
 * (refresh-rows.ts);
 * `frozen`: set while a loss is not settled, then nothing may be pushed to a target.
 */
export interface DeviceRow {
  readonly key: string;
  readonly value: unknown;
}

/** `settings(key)` */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

export type LibraryJobKind = 'edit' | 'undo' | 'retag' | 'rules' | 'import' | 'export' | 'zotero';

/** `jobs(++id, &request, state)`: long work on the library, run by the engine; pages show it and may cancel it. */
export interface LibraryJobRow {
  readonly id: number;
  readonly request: string;
  readonly kind: LibraryJobKind;
  /** What it works on, for the person: a file's name, a tag. */
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total?: number;
  /** What was asked; its type belongs to the runner of the kind. */
  readonly spec: unknown;
  /** Counts and file names for the person. */
  readonly result?: LibraryJobResult;
  readonly error?: string;
  readonly detail?: string;
  readonly at: number;
  readonly beat: number;
  readonly tries?: number;
  /** Can it be taken back by `library.undo` with its request? */
  readonly undoable: boolean;
}

export interface LibraryJobResult {
  /** Papers that changed. */
  readonly changed?: number;
  /** Own tags that found no room, or are none; the first few. */
  readonly refused?: readonly RefusedTag[];
  readonly imported?: number;
  readonly merged?: number;
  readonly skipped?: number;
  readonly skippedWhy?: readonly {
    readonly line: number;
    readonly reason: string;
    readonly text: string;
    readonly count: number;
  }[];
  /** A file in the folder `staged`, its name for the person, and its type. */
  readonly file?: { readonly staged: string; readonly name: string; readonly type: string; readonly bytes: number };
  readonly sent?: number;
  readonly already?: number;
  /** The first ones, and how many there are in all. */
  readonly failed?: readonly { readonly title: string; readonly reason: string }[];
  readonly failedCount?: number;
}

/** `jobParts([job+n])`: the keys a job is about, written down when it begins, 5,000 a row. */
export interface LibraryJobPart {
  readonly job: number;
  readonly n: number;
  readonly keys: readonly string[];
}

/** `memories(target)`: what sync remembers of a target (sync/store.ts says what it means). */
export interface MemoryRow {
  readonly target: string;
  readonly epoch: string;
  readonly mark?: string;
  readonly next?: string;
  readonly unmarked: boolean;
  readonly cursor?: string;
  readonly pushed: Readonly<Record<'states' | 'records', number>>;
  readonly decision?: Decision;
}

/**
 * `marks([target+kind+id], [target+why], [target+wire])`: which change of a record a target is known to hold. A record without one was
 * never sent there and never came from there.
 */
export interface MarkRow extends Name {
  readonly target: string;
  /** Count of the change (`outbox.seq`) that is there; 0 where what is there is not what is here. */
  readonly seq: number;
  readonly token?: string;
  /** Set while the record waits although its turn has passed. */
  readonly why?: Why;
  /** The name under which an encrypted target knows it. */
  readonly wire?: string;
  /** Of a place with one collection: fingerprint of what of the state is there. */
  readonly print?: number;
  /** Likewise: stamp with which a paper that is not here was taken out of the collection. */
  readonly left?: string;
}

/** `held([target+kind+id])`: what came, and is kept aside until the person decides. */
export interface HeldRow extends Name {
  readonly target: string;
  readonly state?: unknown;
  readonly token?: string;
  readonly wire?: string;
  readonly pieces?: true;
}
